import { type Said, said } from '../../flow/said.ts';
import type { PointResult, StudyCurve, StudyResult } from '../../flow/study.ts';
import { halfWidthOf, standingAt } from '../shards/stop-rule.ts';
import type { StudyProgress } from '../shards/study-progress.ts';
import type { StudyPlan } from '../study/plan-study.ts';
import { type Goal, jobHash } from '../study/study-job.ts';
import { frontierOf } from './frontier.ts';
import { goalOf, type Standing } from './goal.ts';
import { morrisEffects } from './morris-effects.ts';
import { pointColumns } from './point-columns.ts';
import { studyCurve } from './response.ts';
import { resultHash } from './result-hash.ts';
import { sharesOf } from './shares.ts';
import { sobolIndices } from './sobol-indices.ts';
import { tornadoOf, tornadoOfCurves, tornadoOfTrends, widestFirst } from './tornado.ts';
import { worstCaseOf } from './worst-case.ts';

/** Outputs that sensitivities and curves are given for. */
const OUTPUTS = ['noLeaker', 'expectedLeakers', 'totalMusd'];

/** The answer of a study, as far as it is computed. */
export function studyResult(
  { study, inputs, axes, job, scenarioName }: StudyPlan,
  progress: StudyProgress,
): StudyResult {
  const points = progress.points.flatMap((point, index): PointResult[] => {
    const { state, done, notes } = point;
    if (state === 'idle') return [];
    return [
      {
        index,
        values: job.points[index],
        state: state === 'open' ? 'partial' : state,
        trials: done.size,
        columns: pointColumns(point, job.record),
        notes,
      },
    ];
  });
  const grid = job.search ? points.slice(0, job.search.gridCount) : points;
  const names = inputs.map(({ name }) => name);
  const outputs = OUTPUTS.filter((output) => points.some(({ columns }) => Number.isFinite(columns[output])));
  const column = (output: string) => points.map(({ columns }) => columns[output] ?? Number.NaN);
  const method = study.sample?.method;
  const curves = method === 'one-at-a-time' ? [] : outputs.flatMap((output) => curvesOf(grid, inputs, output));
  const isSpread = method === 'latin-hypercube' || method === 'sobol';
  const tornado = (output: string) => {
    if (method === 'one-at-a-time') return tornadoOf(points, inputs, output);
    if (method === 'saltelli' || method === 'morris') return []; // their indices tell it better
    const isGrid = ({ input }: StudyCurve) => inputs.some(({ name, kind }) => name === input && kind === 'levels');
    const levels = tornadoOfCurves(curves.filter((curve) => curve.output === output && isGrid(curve)));
    return method ? widestFirst([...levels, ...tornadoOfTrends(points, inputs, output)]) : levels;
  };
  const shares = () =>
    job.points.map((values) =>
      values.map((value, i) => {
        const { low, high, isLog } = axes[i].range!;
        return isLog
          ? Math.log((value as number) / low) / Math.log(high / low)
          : ((value as number) - low) / (high - low);
      }),
    );
  return {
    version: job.version,
    name: study.name,
    description: study.description,
    scenario: scenarioName,
    studyHash: jobHash(job),
    resultHash: resultHash(progress),
    catalogHash: job.catalogHash,
    confidenceRatio: 0.95,
    inputs,
    points,
    failures: progress.failures,
    sobol: method === 'saltelli' ? outputs.flatMap((output) => sobolIndices(column(output), names, output)) : [],
    morris:
      method === 'morris' ? outputs.flatMap((output) => morrisEffects(shares(), column(output), names, output)) : [],
    tornado: outputs.flatMap(tornado),
    shares: isSpread ? outputs.flatMap((output) => sharesOf(points, inputs, output)) : [],
    curves,
    frontier: study.find
      ? frontierOf(points, inputs, goalOf(study.find), study.find.along, standingsOf(progress, goalOf(study.find)))
      : null,
    worstCase: study.worst
      ? worstCaseOf(grid, inputs, goalOf(study.worst), study.worst.over, standingsOf(progress, goalOf(study.worst)))
      : null,
    notes: [...unevenNotes(study.sample), ...unmetNotes(progress), ...notesOf(points)],
  };
}

/** Where each point that has trials stands against a goal, by its index. */
export function standingsOf({ points, job }: StudyProgress, goal: Goal): Map<number, Standing> {
  const known = points.flatMap(({ hasEffect, tally }, index) =>
    hasEffect ? [[index, standingAt(goal, tally.state(), job.rule)] as const] : [],
  );
  return new Map(known);
}

function curvesOf(points: PointResult[], inputs: StudyPlan['inputs'], output: string): StudyCurve[] {
  return inputs.flatMap((_, i) => studyCurve(points, inputs, i, output) ?? []);
}

/** Points of a Sobol sequence lie evenly only in blocks of a power of two. */
function unevenNotes(sample: StudyPlan['study']['sample']): Said[] {
  const { method, count = 1 } = sample ?? {};
  if ((method !== 'sobol' && method !== 'saltelli') || Number.isInteger(Math.log2(count))) return [];
  const below = 2 ** Math.floor(Math.log2(count));
  return [said('study.uneven', { count, below, above: 2 * below })];
}

/** Points that ran out of trials before their interval was as narrow as the study asks, or clear of a level that it asks for. */
function unmetNotes({ job: { rule, goals = [] }, points }: StudyProgress): Said[] {
  if ('trials' in rule) return [];
  const { output, halfWidth, maxTrials: trials } = rule;
  const known = points.filter(({ state, hasEffect }) => state === 'complete' && hasEffect);
  const ofPoints = (unmet: number) =>
    points.length === 1 ? said('study.the-point') : said('study.some-points', { unmet, count: known.length });
  const wide = known.filter(({ tally }) => halfWidthOf(output, tally.state()) > halfWidth).length;
  const open = known.filter(({ tally }) =>
    goals.some((goal) => standingAt(goal, tally.state(), rule) === 'open'),
  ).length;
  return [
    ...(wide > 0 ? [said('study.unmet', { trials, of: ofPoints(wide), halfWidth })] : []),
    ...(open > 0 ? [said('study.level-open', { trials, of: ofPoints(open) })] : []),
  ];
}

function notesOf(points: readonly PointResult[]): Said[] {
  const byText = new Map(points.flatMap(({ notes }) => notes.map((note) => [JSON.stringify(note), note] as const)));
  return [...byText.values()].slice(0, 50);
}
