import { type CatalogFile, loadCatalog, loadScenario, run } from '../../src/index.ts';

/** A scenario to be run, with all that it needs. */
export interface EngineJob {
  scenario: string;
  catalog: CatalogFile[];
  trials: number;
}

/** The answer and the trials of a scenario, as one JSON text; the same code answers in Node and in a browser's worker. */
export function answerJob({ scenario, catalog, trials }: EngineJob): string {
  const architecture = loadScenario(scenario, loadCatalog(catalog));
  architecture.analysis.trials = trials;
  const { result, outcomes } = run(architecture);
  return JSON.stringify({ result, outcomes }, (_key, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
}
