import { cheapestMix, InputError, mixText, type SourcingModel, said, searchPartners, withLoss } from 'cupola';
import loadHighs, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';
import { plainProblem } from './plain-name.ts';
import { readJob } from './read-job.ts';
import type { FromSearcher, ToSearcher } from './search-protocol.ts';

let highs: Highs | undefined;
let last: { text: string; model: SourcingModel } | undefined;

const post = (message: FromSearcher) => {
  postMessage(message);
};

self.onmessage = async ({ data }: MessageEvent<ToSearcher>) => {
  try {
    highs ??= await (loadHighs as unknown as (options: object) => Promise<Highs>)({ locateFile: () => wasmUrl });
    if (data.type === 'search') await search(highs, data);
    else await mix(highs, data.id, data.lossFraction);
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
  if (result.model.demands.length === 0) {
    throw new InputError([{ code: 'nothing-to-choose', path: 'partners', said: said('command.no-choice') }]);
  }
  last = { text: job.text, model: result.model };
  post({ type: 'found', id, result, elapsedMs: performance.now() - startMs });
}

/** The cheapest mix that leaves a share of every function in each loss case, as a scenario. */
async function mix(solver: Highs, id: number, lossFraction: number): Promise<void> {
  if (!last) return;
  const { default: catalog } = await import('cupola/catalog.json');
  const model = withLoss(last.model, lossFraction);
  const found = cheapestMix(solver, model);
  post({ type: 'mix', id, text: mixText(last.text, catalog, model, found).text });
}
