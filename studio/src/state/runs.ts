import { batch, effect, untracked } from '@preact/signals';
import { EngineClient } from '../worker/client.ts';
import type { FromWorker, Job } from '../worker/protocol.ts';
import {
  afterYr,
  elementFiles,
  emptyRun,
  isSwitched,
  plan,
  type RunState,
  reference,
  scene,
  variant,
} from './session.ts';
import { setTime } from './view.ts';

const engines = { reference: new EngineClient(), variant: new EngineClient() };
type Slot = keyof typeof engines;

let referenceKey = '';
let variantKey = '';
/** Trial on the globe: the typical one of the reference, so that a change is seen on the same raid. */
let trial = 0;

/** Runs what the plan asks for whenever it changes: the reference, and the plan beside it where they differ. */
export function startRuns(): void {
  effect(() => {
    const { file, text, switches, trials, against } = plan.value;
    const files = elementFiles.value;
    const years = afterYr.value;
    untracked(() => {
      const base: Job = against
        ? { ...against, elementFiles: files, switches: {}, afterYr: 0, trials }
        : { file, text, elementFiles: files, switches: {}, afterYr: 0, trials };
      const key = JSON.stringify([base.text, trials, files]);
      if (key !== referenceKey) {
        referenceKey = key;
        trial = 0;
        start('reference', base);
      }
      if (against || isSwitched.value) {
        const next = JSON.stringify([text, switches, years, trials, files]);
        if (next === variantKey && variant.value) return;
        variantKey = next;
        start('variant', { file, text, elementFiles: files, switches, afterYr: years, trials });
      } else {
        engines.variant.cancel();
        variantKey = '';
        variant.value = null;
        engines.reference.scene(trial);
      }
    });
  });
}

export function cancelRuns(): void {
  engines.reference.cancel();
  engines.variant.cancel();
}

/** Runs both again from the start. */
export function runAgain(): void {
  referenceKey = variantKey = '';
  plan.value = { ...plan.value };
}

/** Puts another raid on the globe. */
export function showTrial(number: number): void {
  trial = number;
  engines[variant.value ? 'variant' : 'reference'].scene(number);
}

let onReport: ((html: string) => void) | undefined;

/** Asks for the report of the run that is shown. */
export function askReport(then: (html: string) => void): void {
  onReport = then;
  engines[variant.value ? 'variant' : 'reference'].report();
}

function start(slot: Slot, job: Job): void {
  const target = slot === 'reference' ? reference : variant;
  const kept = target.value?.opened;
  target.value = { ...emptyRun, status: 'running', total: job.trials, opened: kept };
  engines[slot].run(job, (message) => {
    batch(() => hear(slot, message));
  });
}

function hear(slot: Slot, message: FromWorker): void {
  const target = slot === 'reference' ? reference : variant;
  const update = (part: Partial<RunState>) => {
    target.value = { ...(target.value ?? emptyRun), ...part };
  };
  switch (message.type) {
    case 'opened':
      update({ opened: message.opened, total: message.opened.canSimulate ? message.opened.trials : 0 });
      if (!message.opened.canSimulate && isShown(slot)) scene.value = undefined;
      if (trial > 0) engines[slot].scene(trial);
      break;
    case 'progress':
      update({ effect: message.effect, done: message.done, total: message.total });
      break;
    case 'cost':
      update({
        cost: message.cost,
        dependence: message.dependence,
        provenance: message.provenance,
        notes: message.notes,
      });
      break;
    case 'scene':
      if (isShown(slot) && (message.scene.trial === trial || !scene.value)) showScene(message.scene);
      break;
    case 'done': {
      const { result, elapsedMs, cancelled } = message;
      const { effect: measured, notes } = result;
      const status = cancelled && result.trials < result.trialsAsked ? 'stopped' : 'done';
      update({ result, effect: measured ?? undefined, notes, elapsedMs, status });
      const typical = result.timeline?.trial;
      if (slot === 'reference' && trial === 0 && typical !== undefined && typical !== 0) showTrial(typical);
      break;
    }
    case 'report':
      onReport?.(message.html);
      onReport = undefined;
      break;
    case 'problems':
      update({ status: 'problems', problems: message.problems });
      break;
    case 'failed':
      update({ status: 'failed', message: message.message });
      break;
  }
}

function isShown(slot: Slot): boolean {
  return slot === (variant.value ? 'variant' : 'reference');
}

function showScene(next: NonNullable<typeof scene.value>): void {
  const isFirst = scene.value === undefined;
  scene.value = next;
  if (isFirst) setTime(60);
}
