import type { Architecture } from '../flow/architecture.ts';
import type { Certificate, LawComparison, LawResult } from '../flow/certificate.ts';
import { type Said, said } from '../flow/said.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { simulate } from '../run/drive.ts';
import { canSimulate, prepare } from '../run/prepare.ts';
import { runFlown } from '../run/run.ts';
import type { Simulation } from '../run/simulation.ts';
import type { Finding, Law, LawBench } from './law.ts';
import { laws } from './laws.ts';
import { builtDraws } from './programme-laws.ts';
import { type SearchTools, searchedOf } from './search-laws.ts';

/** A model that keeps every law is refused by chance in one of so many certificates. */
export const FALSE_ALARM_RATIO = 0.001;

export interface CertifyOptions {
  version: string;
  falseAlarmRatio?: number;
  /** Raids of an architecture with as many trials as it asks for; on this thread where left out. */
  simulate?: (architecture: Architecture) => Promise<Simulation>;
  /** The same on a number of threads. */
  onThreads?: (architecture: Architecture, threadCount: number) => Promise<Simulation>;
  /** What a search for partners needs; its laws say nothing where left out. */
  search?: SearchTools;
  /** Called before each law with its place and the number of all. */
  onProgress?: (law: Law, done: number, all: number) => void;
  /** Those to try; all by default. */
  laws?: readonly Law[];
}

/**
 * Holds an architecture against every law, with the trials and the seed that it asks for.
 *
 * Exact laws break at one counterexample. Laws against chance compare raids in pairs by {@link signFlipProbability}; the level is the
 * false alarm ratio over the number of all comparisons (Bonferroni), so that all true laws together are refused by chance no more often.
 */
export async function certify(architecture: Architecture, options: CertifyOptions): Promise<Certificate> {
  const { version, falseAlarmRatio = FALSE_ALARM_RATIO, onProgress, laws: wanted = laws } = options;
  const bench = lawBench(architecture, options);
  const tried: { law: Law; why: Said | null; finding: Finding }[] = [];
  for (const [i, law] of wanted.entries()) {
    onProgress?.(law, i, wanted.length);
    const why = law.whyNot(bench);
    const finding = why === null ? await law.check(bench) : { cases: 0, breaks: [], comparisons: [] };
    tried.push({ law, why, finding });
  }
  const comparisons = tried.reduce((count, { finding }) => count + finding.comparisons.length, 0);
  const levelRatio = falseAlarmRatio / Math.max(1, comparisons);
  const results = tried.map(({ law, why, finding }) => lawResult(law, why, finding, levelRatio));
  const count = (verdict: LawResult['verdict']) => results.filter((each) => each.verdict === verdict).length;
  return {
    version,
    name: architecture.name,
    scenarioHash: architecture.scenarioHash,
    catalogHash: architecture.catalogHash,
    seed: architecture.analysis.seed,
    trials: canSimulate(architecture) ? architecture.analysis.trials : 0,
    held: count('held'),
    broken: count('broken'),
    silent: count('silent'),
    falseAlarmRatio,
    levelRatio,
    comparisons,
    laws: results,
  };
}

function lawResult({ id, test }: Law, why: Said | null, finding: Finding, levelRatio: number): LawResult {
  const sentence = said(`law.${id}`);
  if (why !== null) return { id, sentence, verdict: 'silent', why, test, cases: 0, breaks: [] };
  const { cases, comparisons, againstLeakers, note } = finding;
  const harmful = comparisons.filter(({ chance }) => chance < levelRatio);
  const breaks = [...finding.breaks, ...harmful.map(harmOf)];
  const closest = comparisons.toSorted((a, b) => a.chance - b.chance)[0];
  return {
    id,
    sentence,
    verdict: breaks.length > 0 ? 'broken' : 'held',
    test,
    cases,
    ...(closest && { closest }),
    ...(againstLeakers && { againstLeakers }),
    breaks,
    note,
  };
}

function harmOf(comparison: LawComparison): Said {
  const { changed, baseLeakers, changedLeakers, raids, againstCount, withCount, chance } = comparison;
  return said('law-break.harm', {
    changed,
    after: changedLeakers,
    before: baseLeakers,
    raids,
    against: againstCount,
    along: withCount,
    chance: Number(chance.toPrecision(2)),
  });
}

function lawBench(architecture: Architecture, options: CertifyOptions): LawBench {
  const { trials } = architecture.analysis;
  const run = options.simulate ?? (async (changed) => simulate(prepare(changed), 0, changed.analysis.trials));
  const prepared = once(() => prepare(architecture));
  const base = once(() => run(architecture));
  const { onThreads } = options;
  return {
    architecture,
    trials,
    prepared,
    base,
    raids: (changed, count = trials) => run({ ...changed, analysis: { ...changed.analysis, trials: count } }),
    result: once(async () => {
      const flown = { version: options.version, prepared: prepared(), fly: base, pause: async () => {} };
      return (await runFlown(architecture, flown)).result;
    }),
    cost: once(() => {
      const { networks, sensors, interceptors, systems } = architecture;
      const isPriced = [...networks, ...sensors, ...interceptors, ...systems].length > 0;
      return isPriced && costProblems(architecture).length === 0 ? costOf(architecture) : null;
    }),
    programmes: once(() => builtDraws(architecture)),
    searched: once(() => (options.search ? searchedOf(architecture, options.search) : null)),
    ...(onThreads && { onThreads: (threadCount) => onThreads(architecture, threadCount) }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
