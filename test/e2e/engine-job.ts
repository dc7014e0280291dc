import {
  type CatalogFile,
  jointDates,
  jointDraw,
  jointMade,
  jointPlan,
  jointTableOf,
  loadCatalog,
  loadScenario,
  run,
  withJoint,
} from '../../src/index.ts';

/** A scenario to be run, with all that it needs. */
export interface EngineJob {
  scenario: string;
  catalog: CatalogFile[];
  trials: number;
  /** Draws of the answer by date; absent: none. */
  draws?: number;
}

const RAIDS = 4;

/** The answer and the trials of a scenario, as one JSON text; the same code answers in Node and in a browser's worker. */
export function answerJob({ scenario, catalog, trials, draws }: EngineJob): string {
  const architecture = loadScenario(scenario, loadCatalog(catalog));
  architecture.analysis.trials = trials;
  const { result: complete, outcomes } = run(architecture);
  const result = draws === undefined ? complete : withJoint(complete, byDate(architecture, draws));
  return JSON.stringify({ result, outcomes }, (_key, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
}

function byDate(architecture: ReturnType<typeof loadScenario>, draws: number) {
  const plan = jointPlan(architecture, { draws, raids: RAIDS, dates: jointDates(architecture) });
  const numbers = [...Array.from({ length: draws }, (_, i) => i + 1), 0]; // the best estimate last
  const rows = numbers.flatMap((number) => jointDraw(plan, number) ?? []);
  return jointMade(jointTableOf(plan, rows, numbers.length - rows.length), architecture);
}
