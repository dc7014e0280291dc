import { problemAt } from '../../catalog/yaml-document.ts';
import { InputError } from '../../flow/problems.ts';
import { said } from '../../flow/said.ts';
import type { StudyValue } from '../../flow/study.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import { combinations, valueAt } from '../design/levels.ts';
import { latinHypercube, morrisDesign, saltelliDesign } from '../design/samples.ts';
import { sobolPoints } from '../design/sobol-sequence.ts';
import type { ParsedStudy } from './plan-study.ts';
import type { Axis } from './read-axes.ts';

/** Design points of a study, at most. */
export const MAX_POINTS = 100_000;

/**
 * Design points of a study: every row of the matrix with every combination of the levels with every sample; samples change
 * fastest.
 *
 * @returns by point: values by input
 * @throws InputError where there would be too many
 */
export function designPoints({ study, document }: ParsedStudy, axes: Axis[], matrix?: DesignMatrix): StudyValue[][] {
  const sampled = axes.filter(({ range }) => range);
  const gridded = axes.filter(({ levels }) => levels);
  const rows = matrix && axes.some(({ column }) => column !== undefined) ? matrix.rows : [[]];
  const sampleCount = sampled.length > 0 ? countOf(study.sample!, sampled.length) : 1;
  const total = rows.length * sampleCount * gridded.reduce((product, axis) => product * axis.levels!.length, 1);
  if (total > MAX_POINTS)
    throw new InputError([
      problemAt(
        document,
        ['vary'],
        'too-many-points',
        said('study.too-many-points', { count: total, limit: MAX_POINTS }),
      ),
    ]);
  const samples = sampled.length > 0 ? sampleValues(study.sample!, sampled) : [[]];
  const grid = combinations(gridded.map(({ levels }) => levels!));
  return rows.flatMap((row) =>
    grid.flatMap((levels) =>
      samples.map((values) =>
        axes.map((axis) => {
          if (axis.range) return values[sampled.indexOf(axis)];
          return axis.levels ? levels[gridded.indexOf(axis)] : row[axis.column!];
        }),
      ),
    ),
  );
}

/** How many points a sample of so many inputs has: known before any of them is made. */
function countOf({ method, count = 1 }: NonNullable<ParsedStudy['study']['sample']>, inputs: number): number {
  if (method === 'one-at-a-time') return 1 + 2 * inputs;
  return count * ({ saltelli: inputs + 2, morris: inputs + 1 }[method as string] ?? 1);
}

function sampleValues({ method, count = 1, seed = 1 }: NonNullable<ParsedStudy['study']['sample']>, axes: Axis[]) {
  if (method === 'one-at-a-time') return oneAtATime(axes);
  const k = axes.length;
  const design = {
    'latin-hypercube': latinHypercube,
    sobol: sobolPoints,
    saltelli: saltelliDesign,
    morris: morrisDesign,
  }[method];
  return design(count, k, seed).map((point) => point.map((x, i) => valueAt(axes[i].range!, x)));
}

/** The scenario as it is, then each input at its low and at its high, all others as they are. */
function oneAtATime(axes: Axis[]): number[][] {
  const base = axes.map(({ baseValue }) => baseValue!);
  const ends = axes.flatMap(({ range }, i) =>
    [range!.low, range!.high].map((value) => base.map((x, k) => (k === i ? value : x))),
  );
  return [base, ...ends];
}
