import {
  type Architecture,
  canSimulate,
  costAnswer,
  type DependenceResult,
  dependenceOf,
  fieldingWithout,
  InputError,
  inLanguage,
  languages,
  linkMapAt,
  type Memory,
  mergeSimulations,
  newMemory,
  type Prepared,
  prepare,
  provenanceOf,
  type Result,
  type RunRecord,
  recorded,
  repeatable,
  runFlown,
  runRecord,
  type Simulation,
  servedAt,
  shellWords,
  simulate,
  summarizeEffect,
  withJoint,
} from 'cupola';
import { inputDifferences, trialColumns } from 'cupola/compare';
import { Draws, drawWords } from './draws.ts';
import { engineHere } from './engine-name.ts';
import { failureOf } from './failure.ts';
import { footprintFor } from './footprint-job.ts';
import { openedFrom } from './opened.ts';
import { plainProblem } from './plain-name.ts';
import type { FromWorker, Job, RaidScene, ToWorker } from './protocol.ts';
import { MissingFile, type ReadJob, readAgainst, readJob } from './read-job.ts';
import { raidSceneOf } from './scene.ts';

/** Trials between two looks at the inbox grow with the run, so that the first figures come at once. */
const FIRST_TRIALS = 5;
const SLICE_MS = 250;
/** Draws that come before all further raids, so that the headline does not wait for them. */
const EARLY_DRAWS = 4;
/** Least time between two answers by date. */
const ANSWER_MS = 400;

let running = 0;
let opened: { id: number; prepared: Prepared; job: Job; dependence?: DependenceResult } | undefined;
/** The raid on the globe: its satellites that are out carry nothing. */
let shown: RaidScene | undefined;
let finished: { id: number; result: Result } | undefined;

const post = (message: FromWorker) => {
  postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'cancel') {
    if (data.id === running) running = 0;
  } else if (data.type === 'run') void runJob(data.id, data.job);
  else if (data.type === 'report') void report(data.id, data.language);
  else if (data.type === 'verify') void verify(data);
  else if (opened?.id === data.id && canSimulate(opened.prepared.architecture)) {
    const { id, prepared } = opened;
    attempt(id, () => {
      if (data.type === 'links') postLinks(id, prepared, data.atS, data.network);
      else if (data.type === 'served')
        post({ type: 'served', id, atS: data.atS, served: servedAt(prepared, { atS: data.atS, trial: shown?.trial }) });
      else if (data.type === 'footprint') post({ type: 'footprint', id, footprint: footprintFor(prepared) ?? null });
      else postScene(id, prepared, data.trial);
    });
  }
};

async function runJob(id: number, job: Job): Promise<void> {
  running = id;
  post({ type: 'started', id });
  const startMs = performance.now();
  try {
    const read = await readJob(job);
    const { architecture, whole, programme, draws, withdrawal } = read;
    const against = await readAgainst(job, read);
    if (running > id) return; // a newer job has taken its place
    const prepared = prepare(architecture);
    opened = { id, prepared, job };
    post({ type: 'opened', id, opened: openedFrom(prepared, { run: recordOf(read, job), draws, withdrawal }) });
    const hasRaid = canSimulate(architecture);
    shown = undefined;
    if (hasRaid) postScene(id, prepared, 0);
    const memory = newMemory();
    const first = hasRaid ? slice(prepared, memory, 0, Math.min(FIRST_TRIALS, job.trials)) : null;
    if (first) postProgress(id, prepared, first, job.trials);
    postMoney(id, whole);
    if (against) post({ type: 'inputs', id, inputs: inputDifferences(against, architecture) });
    const joint = draws > 0 ? new Draws(programme, draws) : undefined;
    if (joint) await flyDraws(id, joint, EARLY_DRAWS);
    const { result: answered } = await runFlown(architecture, {
      version: CUPOLA_VERSION,
      prepared,
      fly: () => theRest(id, prepared, memory, first!, job.trials),
      pause: async () => {
        await nextTask();
        if (running > id) throw new Superseded();
      },
    });
    if (running > id) return;
    const fielding = fieldingOf(read, answered);
    post({ type: 'answered', id, fielding, notes: answered.notes });
    if (joint) await flyDraws(id, joint, Infinity);
    if (running > id) return;
    const cancelled = running !== id;
    const result = carried(read, job, resultOf(read, job, { ...answered, fielding }, joint), cancelled);
    finished = { id, result };
    post({ type: 'done', id, result, elapsedMs: performance.now() - startMs, cancelled });
  } catch (error) {
    if (error instanceof Superseded) return;
    tell(id, error);
  }
  if (running === id) running = 0;
}

/** A newer job has taken the place of this one. */
class Superseded extends Error {}

/** All further trials, in slices of a fraction of a second; between them the worker can be told to stop. */
async function theRest(
  id: number,
  prepared: Prepared,
  memory: Memory,
  first: Simulation,
  trials: number,
): Promise<Simulation> {
  let all = first;
  while (all.outcomes.length < trials) {
    await nextTask();
    if (running !== id) break;
    all = mergeSimulations([all, slice(prepared, memory, all.outcomes.length, trials)]);
    postProgress(id, prepared, all, trials);
  }
  return all;
}

/** Draws of the answer by date, one after the other; after each the worker can be told to stop. */
async function flyDraws(id: number, draws: Draws, until: number): Promise<void> {
  let toldMs = -Infinity;
  while (!draws.isComplete && draws.done < until) {
    await nextTask();
    if (running !== id) return;
    draws.fly();
    const isTold = draws.isComplete || draws.done === until || performance.now() - toldMs > ANSWER_MS;
    post({ type: 'draws', id, done: draws.done, ...(isTold && { answer: draws.answer() }) });
    if (isTold) toldMs = performance.now();
  }
}

function postScene(id: number, prepared: Prepared, trial: number): void {
  shown = raidSceneOf(prepared, trial);
  post({ type: 'scene', id, scene: shown });
}

function postLinks(id: number, prepared: Prepared, atS: number, network: string | undefined): void {
  const { networks } = prepared.architecture;
  const isThere = network === undefined || networks.some(({ id }) => id === network); // it may be gone, or of another scenario
  const map = isThere ? linkMapAt(prepared, { atS, trial: shown?.trial }, network) : undefined;
  post({ type: 'links', id, atS, network, map });
}

function slice(prepared: Prepared, memory: Memory, from: number, to: number): Simulation {
  const endMs = performance.now() + SLICE_MS;
  return simulate(prepared, from, to, { memory, shouldStop: () => performance.now() >= endMs });
}

function postProgress(id: number, { architecture }: Prepared, simulation: Simulation, total: number): void {
  const layers = architecture.interceptors.map((layer) => layer.id);
  const effect = summarizeEffect(simulation.effect, layers);
  const { outcomes } = simulation;
  post({ type: 'progress', id, done: outcomes.length, total, effect, columns: trialColumns(outcomes) });
}

/** Cost and dependence do not wait for the raids. */
function postMoney(id: number, whole: Architecture): void {
  const notes = [...whole.notes];
  const cost = costAnswer(whole, notes);
  const dependence = cost ? dependenceOf(whole, cost.result) : undefined;
  if (opened?.id === id) opened.dependence = dependence;
  post({ type: 'cost', id, cost, dependence, provenance: provenanceOf(whole), notes });
}

/** What is run, as the command line would say it. */
function recordOf({ architecture, events, more, draws }: ReadJob, { source }: Job): RunRecord {
  const { analysis, scenarioHash, catalogHash } = architecture;
  const { seed } = analysis;
  const trials = canSimulate(architecture) ? analysis.trials : 0;
  const provenance = { scenarioHash, catalogHash };
  return runRecord(
    { seed, trials, version: CUPOLA_VERSION, provenance },
    { scenario: source, events, scenarioEvents: architecture.events, more: [...drawWords(draws), ...more] },
  );
}

/** When the shield stands, without those who have left. */
function fieldingOf({ whole, catalog, events }: ReadJob, { fielding }: Result): Result['fielding'] {
  const gone = events.map(({ partner }) => partner);
  return fielding && gone.length > 0 ? fieldingWithout(whole, catalog, gone) : fielding;
}

/** A result that says what was run; the answer by date is in it where all draws were flown, as half a sample is no band. */
function resultOf(read: ReadJob, { source }: Job, result: Result, joint: Draws | undefined): Result {
  const { whole, events, more, draws } = read;
  const words = { scenario: source, scenarioEvents: whole.events };
  if (joint?.isComplete)
    return recorded(withJoint(result, joint.made()), {
      ...words,
      events,
      more: [...drawWords(draws), ...more],
      read: more,
    });
  const seenLater = events.map(({ date: _, isAlsoComplete: __, ...event }) => event);
  return recorded(result, { ...words, events: seenLater, more });
}

/** A result that carries its hash and what it was made from, as that of a command line does. */
function carried({ whole }: ReadJob, { text, source }: Job, result: Result, cancelled: boolean): Result {
  const elements = [...whole.networks, ...whole.sensors, ...whole.interceptors].flatMap(({ id, elements: given }) =>
    given ? [given, ...(given.further ?? [])].map((file) => ({ name: file.file, element: id, text: file.text })) : [],
  );
  return repeatable(result, {
    version: CUPOLA_VERSION,
    catalogHash: whole.catalogHash,
    engine: engineHere(),
    words: shellWords(result.run!.command).slice(1),
    language: 'en',
    files: [{ name: source, text }, ...elements],
    ...(cancelled && { isCutShort: true }),
  });
}

/** The report as one page; its drawing code is loaded when it is first asked for. */
async function report(id: number, code: string): Promise<void> {
  if (finished?.id !== id || opened?.id !== id) return;
  const { job, prepared, dependence } = opened;
  const { reportOf } = await import('./report.ts');
  const { architecture } = prepared;
  const language = await languages.find((each) => each.code === code)?.load();
  const make = () => reportOf(finished!.result, architecture, job, dependence);
  attempt(id, () => post({ type: 'report', id, html: language ? inLanguage(language, make) : make() }));
}

/** Whether the result in a file is the one that was made here, in words. */
async function verify({ id, name, text, language: code }: ToWorker & { type: 'verify' }): Promise<void> {
  if (finished?.id !== id) return;
  const { verifiedWords } = await import('./verify.ts');
  const language = await languages.find((each) => each.code === code)?.load();
  const make = () => verifiedWords(text, name, finished!.result);
  attempt(id, () => post({ type: 'verified', id, words: language ? inLanguage(language, make) : make() }));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

function attempt(id: number, action: () => void): void {
  try {
    action();
  } catch (error) {
    tell(id, error);
  }
}

function tell(id: number, error: unknown): void {
  if (error instanceof InputError)
    post({
      type: 'problems',
      id,
      problems: error.problems.slice(0, 1000).map(plainProblem),
      needs: error instanceof MissingFile ? error.needs : undefined,
    });
  else post({ type: 'failed', id, failure: failureOf(error) });
}
