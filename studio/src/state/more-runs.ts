import { effect, signal, untracked } from '@preact/signals';
import { EngineClient } from '../worker/client.ts';
import type { FromWorker } from '../worker/protocol.ts';
import { answerAhead } from './answers.ts';
import { jobOf } from './runs.ts';
import { change, elementFiles, emptyRun, plan, type RunState, type Side } from './session.ts';

/** Runs beside the two that are compared, of which only the answer by date is asked for. */
export const MOST_MORE = 2;
/** Few raids: they do not count for the answer by date. */
const RAIDS = 20;

/** By what is run: how far it is. */
export const moreRuns = signal<ReadonlyMap<string, RunState>>(new Map());

const engine = new EngineClient();
let running = '';

/** Key of a run, by all that its answer depends on. */
export function keyOfRun(side: Side): string {
  return JSON.stringify([side.text, side.switches, side.afterYr, side.leaveDate, plan.value.draws]);
}

/** Runs what the plan has beside the two sides, one after the other; what was run stays. @returns what stops it */
export function followMoreRuns(): () => void {
  const stop = effect(() => {
    const { more = [] } = plan.value;
    const files = elementFiles.value;
    const known = moreRuns.value;
    const keys = more.map(keyOfRun);
    const at = keys.findIndex((key) => !known.has(key) || known.get(key)?.status === 'running');
    const key = keys[at];
    if (key === running) return;
    untracked(() => {
      running = key ?? '';
      if (key === undefined) engine.drop();
      else start(key, jobOf(more[at], files, { trials: RAIDS, draws: plan.value.draws }));
    });
  });
  return () => {
    stop();
    running = '';
    engine.drop();
    moreRuns.value = new Map([...moreRuns.value].filter(([, { status }]) => status !== 'running'));
  };
}

function start(key: string, job: ReturnType<typeof jobOf>): void {
  update(key, { ...emptyRun, status: 'running' });
  engine.run(job, (message) => hear(key, message));
  const isWhole = Object.values(job.switches).every((state) => state === 'on');
  if (isWhole)
    void answerAhead(job, job.draws).then((ahead) => {
      const now = moreRuns.peek().get(key);
      if (ahead && now && !now.joint) update(key, { joint: ahead.joint });
    });
}

function update(key: string, part: Partial<RunState>): void {
  const before = moreRuns.peek().get(key) ?? emptyRun;
  const wanted = new Set((plan.peek().more ?? []).map(keyOfRun));
  const kept = [...moreRuns.peek()].filter(([other]) => wanted.has(other)); // what is asked for no more is let go
  moreRuns.value = new Map([...kept, [key, { ...before, ...part }]]);
}

function hear(key: string, message: FromWorker): void {
  if (message.type === 'opened') update(key, { opened: message.opened });
  else if (message.type === 'draws') {
    const { opened } = moreRuns.peek().get(key) ?? emptyRun;
    const isAll = message.done >= (opened?.draws ?? 0);
    update(key, { drawsDone: message.done, ...(message.answer && isAll && { joint: message.answer }) });
  } else if (message.type === 'done') update(key, { status: 'done', result: message.result });
  else if (message.type === 'problems') update(key, { status: 'problems', problems: message.problems });
  else if (message.type === 'failed') update(key, { status: 'failed', failure: message.failure });
  else if (message.type === 'stopped') update(key, { status: 'stopped' });
}

/** One run more beside the two sides; nothing where there are as many as can be told apart. */
export function addRun({ file, text, switches, afterYr, leaveDate }: Side): void {
  const { more = [] } = plan.value;
  if (more.length < MOST_MORE) change({ more: [...more, { file, text, switches, afterYr, leaveDate }] });
}

export function removeRun(index: number): void {
  const left = (plan.value.more ?? []).filter((_, i) => i !== index);
  change({ more: left.length > 0 ? left : undefined });
}
