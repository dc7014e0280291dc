import {
  cheapestPlan,
  InputError,
  mixOptionsOf,
  mixText,
  type PlanMix,
  type SourcingOptions,
  type SourcingResult,
  said,
  searchPartners,
  sourcingAnswer,
} from 'cupola';
import loadHighs, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';
import { plainProblem } from './plain-name.ts';
import { readJob } from './read-job.ts';
import type { FromSearcher, ToSearcher } from './search-protocol.ts';

let highs: Highs | undefined;
let last: { text: string; result: SourcingResult; options: SourcingOptions } | undefined;

const post = (message: FromSearcher) => {
  postMessage(message);
};

self.onmessage = async ({ data }: MessageEvent<ToSearcher>) => {
  try {
    highs ??= await (loadHighs as unknown as (options: object) => Promise<Highs>)({ locateFile: () => wasmUrl });
    if (data.type === 'search') await search(highs, data);
    else if (data.type === 'hand') await byHand(data);
    else await mix(highs, data);
  } catch (error) {
    if (error instanceof InputError)
      post({ type: 'problems', id: data.id, problems: error.problems.map(plainProblem) });
    else post({ type: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};

async function search(solver: Highs, { id, job, options }: ToSearcher & { type: 'search' }): Promise<void> {
  const startMs = performance.now();
  const { whole, catalog } = await readJob(job);
  if (!whole.partners) {
    const missing = said('command.no-book', { example: '`partners: { use: partners-2026-11 }`' });
    throw new InputError([{ code: 'no-partners', path: 'partners', said: missing }]);
  }
  const result = searchPartners(solver, whole, catalog, options, ({ done, of }) => {
    post({ type: 'step', id, done, of });
    return true;
  });
  if (result.model.fleets.length === 0) {
    throw new InputError([{ code: 'nothing-to-choose', path: 'partners', said: said('command.no-choice') }]);
  }
  last = { text: job.text, result, options };
  const elapsedMs = performance.now() - startMs;
  post({ type: 'found', id, name: whole.name, result, answer: sourcingAnswer(result), elapsedMs });
}

async function mix(solver: Highs, { id, lossFraction, head }: ToSearcher & { type: 'mix' }): Promise<void> {
  if (!last) return;
  const { text, result } = last;
  const { default: catalog } = await import('cupola/catalog.json');
  const model = { ...result.model, lossFraction };
  const written = mixText(text, catalog, { model, mix: mixFor(solver, lossFraction, last) }, head);
  post({ type: 'mix', id, text: written.text });
}

/** A mix put together by hand: vehicles fly as often as in the mix that the search chose, and at least once. */
async function byHand({ id, makerFraction, takenVehicles, head }: ToSearcher & { type: 'hand' }): Promise<void> {
  if (!last) return;
  const { text, result } = last;
  const { model, robust } = result;
  const mix: PlanMix = {
    ...robust,
    makerFraction,
    takenMakers: makerFraction.map((share) => share > 0),
    takenVehicles,
    launchCounts: takenVehicles.map((isTaken, v) => (isTaken ? Math.max(1, robust.launchCounts[v]) : 0)),
  };
  const { default: catalog } = await import('cupola/catalog.json');
  post({ type: 'mix', id, text: mixText(text, catalog, { model, mix }, head).text });
}

/** The cheapest mix for a share that each loss must leave; those of the search itself are there already. */
function mixFor(
  solver: Highs,
  lossFraction: number,
  { result, options }: { result: SourcingResult; options: SourcingOptions },
): PlanMix {
  const { model, robust, cheapest, held } = result;
  if (lossFraction === model.lossFraction) return robust;
  if (lossFraction === 0) return cheapest;
  return cheapestPlan(solver, { ...model, lossFraction }, { ...mixOptionsOf(model, options), cases: held });
}
