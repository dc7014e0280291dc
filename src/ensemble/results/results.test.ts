import { expect, test } from 'vitest';
import type { PointResult, StudyInput } from '../../flow/study.ts';
import { valueAt } from '../design/levels.ts';
import { latinHypercube, morrisDesign, saltelliDesign } from '../design/samples.ts';
import { sobolPoints } from '../design/sobol-sequence.ts';
import type { Goal } from '../study/study-job.ts';
import { frontierOf } from './frontier.ts';
import { standingOf } from './goal.ts';
import { morrisEffects } from './morris-effects.ts';
import { prometheusText } from './prometheus.ts';
import { studyCurve } from './response.ts';
import { sharesOf } from './shares.ts';
import { sobolIndices } from './sobol-indices.ts';
import { tornadoOf, tornadoOfCurves, tornadoOfTrends } from './tornado.ts';
import { worstCaseOf } from './worst-case.ts';

test('Sobol indices of the Ishigami function come out as known', () => {
  const design = saltelliDesign(1024, 3, 4);
  const values = design.map((point) => {
    const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  });
  const rows = sobolIndices(values, ['x', 'y', 'z'], 'f');
  // Saltelli and others, Sensitivity Analysis in Practice: closed form with a = 7, b = 0.1
  const known = [
    [0.3139, 0.5576],
    [0.4424, 0.4424],
    [0, 0.2437],
  ];
  rows.forEach((row, i) => {
    expect(Math.abs(row.firstIndex - known[i][0])).toBeLessThan(0.03);
    expect(Math.abs(row.totalIndex - known[i][1])).toBeLessThan(0.03);
    expect(row.totalLowIndex).toBeLessThan(row.totalIndex);
    expect(row.totalHighIndex).toBeGreaterThan(row.totalIndex);
  });
});

test("Sobol indices of Sobol's G function come out as known, far from zero too", () => {
  const a = [0, 1, 4.5, 9, 99];
  const partial = a.map((each) => 1 / (3 * (1 + each) ** 2));
  const whole = partial.reduce((product, each) => product * (1 + each), 1) - 1;
  const design = saltelliDesign(4096, a.length, 2);
  const gOf = (point: number[]) =>
    point.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i])) / (1 + a[i]), 1);
  for (const offset of [0, 1000]) {
    const rows = sobolIndices(
      design.map((point) => gOf(point) + offset),
      a.map((_, i) => `x${i}`),
      'g',
    );
    rows.forEach((row, i) => {
      // closed form: V_i = 1 / (3 (1 + a_i)^2), V = product of (1 + V_i), less 1
      expect(Math.abs(row.firstIndex - partial[i] / whole)).toBeLessThan(0.02);
      const total = (partial[i] * (1 + whole)) / (1 + partial[i]) / whole;
      expect(Math.abs(row.totalIndex - total)).toBeLessThan(0.02);
      expect(row.firstHighIndex - row.firstLowIndex).toBeLessThan(0.15);
    });
  }
});

test("elementary effects put the inputs of Sobol's G function in their order", () => {
  const a = [0, 1, 4.5, 9, 99];
  const design = morrisDesign(200, a.length, 7);
  const values = design.map((point) =>
    point.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i])) / (1 + a[i]), 1),
  );
  const rows = morrisEffects(
    design,
    values,
    a.map((_, i) => `x${i}`),
    'g',
  );
  const sizes = rows.map(({ meanAbsolute }) => meanAbsolute);
  expect([...sizes].sort((x, y) => y - x)).toEqual(sizes);
  // not monotonic: effects of both signs cancel in the mean and not in the mean size
  expect(Math.abs(rows[0].mean)).toBeLessThan(rows[0].meanAbsolute / 3);
});

test('an output that does not vary has no indices', () => {
  const rows = sobolIndices(new Float64Array(8 * 4).fill(3), ['a', 'b'], 'f');
  for (const { firstIndex, totalIndex } of rows) expect([firstIndex, totalIndex]).toEqual([0, 0]);
});

test('elementary effects of a straight line are its slopes; of a product they spread', () => {
  const design = morrisDesign(12, 3, 9);
  const line = morrisEffects(
    design,
    design.map(([a, b]) => 4 * a - 2 * b),
    ['a', 'b', 'c'],
    'f',
  );
  expect(line.map(({ mean }) => Math.round(mean * 1e9) / 1e9)).toEqual([4, -2, 0]);
  expect(line[2]).toMatchObject({ mean: 0, meanAbsolute: 0 });
  expect(line.map(({ meanAbsolute }) => Math.round(meanAbsolute * 1e9) / 1e9)).toEqual([4, 2, 0]);
  for (const { deviation } of line) expect(deviation).toBe(0); // not the 1e-16 of rounding
  const product = morrisEffects(
    design,
    design.map(([a, b]) => a * b),
    ['a', 'b', 'c'],
    'f',
  );
  expect(product[0].deviation).toBeGreaterThan(0.05);
});

const inputs: StudyInput[] = [
  { name: 'planes', paths: ['p'], kind: 'levels' },
  { name: 'raid', paths: ['r'], kind: 'levels' },
];

function pointOf(index: number, planes: number, raid: number, noLeaker: number): PointResult {
  const columns = { noLeaker, 'noLeaker.low': noLeaker - 0.1, 'noLeaker.high': noLeaker + 0.1, totalMusd: 10 * planes };
  return { index, values: [planes, raid], state: 'complete', trials: 10, columns, notes: [] };
}

const grid = [
  pointOf(0, 20, 1, 0.95),
  pointOf(1, 20, 5, 0.5),
  pointOf(2, 20, 9, 0.1),
  pointOf(3, 40, 1, 1),
  pointOf(4, 40, 5, 0.7),
  pointOf(5, 40, 9, 0.2),
  pointOf(6, 80, 1, 1),
  pointOf(7, 80, 5, 1),
  pointOf(8, 80, 9, 0.3),
];

const goal = { output: 'noLeaker' as const, level: 0.85, isAtMost: false };

/** Where points stand by the intervals in their columns. */
const standingsOf = (points: PointResult[], wanted: Goal) =>
  new Map(
    points.map(({ index, columns }) => {
      const [low, high] = [columns[`${wanted.output}.low`], columns[`${wanted.output}.high`]];
      return [index, standingOf(wanted, { low: low ?? Number.NaN, high: high ?? Number.NaN })];
    }),
  );
const frontier = (points: PointResult[], wanted: Goal, along: string) =>
  frontierOf(points, inputs, wanted, along, standingsOf(points, wanted));
const worstCase = (points: PointResult[], wanted: Goal, over: string) =>
  worstCaseOf(points, inputs, wanted, over, standingsOf(points, wanted));

test('the frontier lies between the levels that surround it, with the cost there', () => {
  const { rows } = frontier(grid, goal, 'planes');
  expect(rows[0]).toMatchObject({ inputs: { raid: 1 }, value: 20, reason: 'always', totalMusd: 200 });
  expect(rows[1]).toMatchObject({ inputs: { raid: 5 }, reason: 'reached' });
  expect(rows[1].value).toBeCloseTo(60, 9);
  expect(rows[1].totalMusd).toBeCloseTo(600, 9);
  // 0.7 at 40 is surely short, 1 at 80 surely enough: the straight line between them is no knowledge
  expect([rows[1].low, rows[1].high]).toEqual([40, 80]);
  expect(rows[2]).toMatchObject({ reason: 'never', value: Number.NaN });
});

test('where less of an input is better, the frontier is its largest value', () => {
  const { end, rows } = frontier(grid, goal, 'raid');
  expect(end).toBe('largest');
  // 20 planes: 0.95 at raid 1, 0.5 at raid 5
  expect(rows[0]).toMatchObject({ inputs: { planes: 20 }, reason: 'reached' });
  expect(rows[0].value).toBe(1); // 1.89 missiles are one
  expect([rows[0].low, rows[0].high]).toEqual([1, 5]);
});

test('noise that turns back is evened out, and the band holds what contradicts itself', () => {
  const noisy = [0.95, 0.6, 0.8, 0.99].map((noLeaker, i) => pointOf(i, 20 * (i + 1), 1, noLeaker));
  const [row] = frontier(noisy, goal, 'planes').rows;
  // 0.95 and 0.6 are pooled to 0.775; then 0.8 at 60 and 0.99 at 80
  expect(row.value).toBe(Math.ceil(60 + (20 * 0.05) / 0.19));
  // 20 meets the level though 40 is short of it: how few would do is not known
  expect([row.low, row.high]).toEqual([Number.NaN, 80]);
});

test('a level to stay under is looked for from above', () => {
  const leakers = grid.map((point) => ({
    ...point,
    columns: {
      ...point.columns,
      expectedLeakers: 1 - point.columns.noLeaker,
      'expectedLeakers.low': 1 - point.columns['noLeaker.high'],
      'expectedLeakers.high': 1 - point.columns['noLeaker.low'],
    },
  }));
  const under = frontier(leakers, { output: 'expectedLeakers', level: 0.15 + 1e-12, isAtMost: true }, 'planes');
  const over = frontier(grid, goal, 'planes');
  expect(under.end).toBe('smallest');
  for (const [i, row] of under.rows.entries())
    for (const key of ['value', 'low', 'high', 'totalMusd'] as const)
      if (Number.isNaN(over.rows[i][key])) expect(row[key]).toBeNaN();
      else expect(row[key]).toBeCloseTo(over.rows[i][key], 9);
});

test('the worst case of each combination: where, how bad, whether it holds, what it costs', () => {
  const { rows } = worstCase(grid, { ...goal, level: 0.5 }, 'raid');
  const byHand = [20, 40, 80].map((planes) => {
    const members = grid.filter(({ values }) => values[0] === planes);
    return Math.min(...members.map(({ columns }) => columns.noLeaker));
  });
  expect(rows.map(({ value }) => value)).toEqual(byHand);
  for (const { at, holds, value, first, totalMusd, inputs: others } of rows) {
    expect(at).toBe(9);
    expect(holds).toBe(value - 0.1 >= 0.5 ? 'yes' : value + 0.1 < 0.5 ? 'no' : 'open');
    expect(first).toBeGreaterThanOrEqual(0.95);
    expect(totalMusd).toBe(10 * (others.planes as number));
  }
  const upside = worstCase(grid, { ...goal, isAtMost: true }, 'raid');
  expect(upside.rows.map(({ at }) => at)).toEqual([1, 1, 1]);
  const broken = grid.map((point, i) => (i === 0 ? { ...point, columns: {} } : point));
  const known = worstCase(broken, goal, 'raid').rows.map(({ value }) => Number.isFinite(value));
  expect(known.filter((is) => !is).length).toBe(1);
});

test('a sample tells of a trend that is there and is silent about an input that does nothing', () => {
  const sampled = ['strong', 'idle'].map((name): StudyInput => ({ name, paths: [name], kind: 'range' }));
  for (const seed of [1, 2, 3]) {
    const points = latinHypercube(200, 3, seed).map(([strong, idle, dice], i) => ({
      ...pointOf(i, 0, 0, 0),
      values: [10 * strong, idle],
      columns: { noLeaker: 0.2 + 0.5 * strong + 0.2 * (dice - 0.5) },
    }));
    const rows = tornadoOfTrends(points, sampled, 'noLeaker');
    expect(rows.map(({ input }) => input)).toEqual(['strong']);
    expect(rows[0].atLow).toBeCloseTo(0.2, 1);
    expect(rows[0].atHigh).toBeCloseTo(0.7, 1);
    expect(rows[0].middle).toBeCloseTo(0.45, 1);
  }
});

/** Cost along launch price, mass and operations over their ranges: the mean of a product and a line. */
const costOf = ([u, m, o]: number[]) =>
  79_161.598 + 0.003996 * (1000 + 8000 * u) * (800 + 1000 * m) + 20 * (200 + 600 * o);

test('Sobol indices of a cost agree with its closed form', () => {
  const values = saltelliDesign(512, 4, 5).map(costOf);
  const rows = sobolIndices(values, ['usdkg', 'mass', 'ops', 'kill'], 'cost');
  const first = [0.73323, 0.16948, 0.06113, 0];
  const total = [0.76939, 0.20563, 0.06113, 0];
  rows.forEach((row, i) => {
    expect(Math.abs(row.firstIndex - first[i])).toBeLessThan(5e-4);
    expect(Math.abs(row.totalIndex - total[i])).toBeLessThan(2e-3);
  });
});

test('intervals of Sobol indices hold the closed form as often as they say, and narrow faster than those of points at random', () => {
  const inputs = ['usdkg', 'mass', 'ops', 'kill'];
  const known = [0.73323, 0.16948, 0.06113, 0, 0.76939, 0.20563, 0.06113, 0];
  for (const [count, most] of [
    [64, 0.12],
    [512, 0.03],
    [2048, 0.003],
  ] as const) {
    const held: boolean[] = [];
    const widths: number[] = [];
    for (let seed = 1; seed <= 30; seed++) {
      const rows = sobolIndices(saltelliDesign(count, 4, seed).map(costOf), inputs, 'cost');
      const intervals = [
        ...rows.map(({ firstLowIndex, firstHighIndex }) => [firstLowIndex, firstHighIndex] as const),
        ...rows.map(({ totalLowIndex, totalHighIndex }) => [totalLowIndex, totalHighIndex] as const),
      ];
      intervals.forEach(([low, high], i) => {
        held.push(low - 1e-4 <= known[i] && known[i] <= high + 1e-4); // the closed form is known to five digits
        widths.push(high - low);
      });
    }
    expect(held.filter(Boolean).length / held.length, `${count}`).toBeGreaterThan(0.9);
    expect(widths.sort((x, y) => x - y)[widths.length >> 1], `${count}`).toBeLessThan(most);
  }
});

test('Sobol indices of the Ishigami function, 4,096 base points: as recomputed outside', () => {
  const values = saltelliDesign(4096, 3, 5).map((point) => {
    const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  });
  const rows = sobolIndices(values, ['x', 'y', 'z'], 'f');
  expect(rows.map(({ firstIndex }) => Number(firstIndex.toFixed(4)))).toEqual([0.3161, 0.4423, 0.0019]);
  expect(rows.map(({ totalIndex }) => Number(totalIndex.toFixed(4)))).toEqual([0.5588, 0.4423, 0.2438]);
});

test('elementary effects of a cost, 30 trajectories: as recomputed outside, and no effect of rounding', () => {
  const design = morrisDesign(30, 4, 5);
  const rows = morrisEffects(design, design.map(costOf), ['usdkg', 'mass', 'ops', 'kill'], 'cost');
  expect(rows.map(({ meanAbsolute }) => Number(meanAbsolute.toFixed(1)))).toEqual([44_044.8, 19_624.8, 12_000, 0]);
  expect(rows.map(({ deviation }) => Number(deviation.toFixed(2)))).toEqual([13_690.26, 9585.64, 0, 0]);
  expect(rows[2].deviation).toBe(0);
});

/** Cost of one missile's layer along its launch price, mass and operations, the chance of a hit doing nothing. */
const priced = ['usdkg', 'mass', 'ops', 'kill'].map((name): StudyInput => ({ name, paths: [name], kind: 'range' }));
const pricedRanges = [
  [1000, 9000],
  [800, 1800],
  [200, 800],
  [0.3, 0.9],
].map(([low, high]) => ({ low: low, high: high, isLog: false, isWhole: false }));
const pricedPoints = (design: number[][]) =>
  design.map((point, i) => {
    const values = point.map((x, k) => valueAt(pricedRanges[k], x));
    const totalMusd = 79_161.598 + 0.003996 * values[0] * values[1] + 20 * values[2];
    return { ...pointOf(i, 0, 0, 0), values, columns: { totalMusd } };
  });

test.each([
  ['Latin hypercube', latinHypercube(100, 4, 5)],
  ['Sobol', sobolPoints(128, 4, 5)],
])('inputs of a sample are fitted together, so their order is the true one: %s', (_, design) => {
  const rows = tornadoOfTrends(pricedPoints(design), priced, 'totalMusd');
  expect(rows.map(({ input }) => input)).toEqual(['usdkg', 'mass', 'ops']);
  // over the ranges that were drawn: 19.6 billion and 11.8 billion; each alone gave 15.9 and 17.2, or nothing for the last
  expect(Math.abs(rows[1].swing - 19_600)).toBeLessThan(2000);
  expect(Math.abs(rows[2].swing - 11_800)).toBeLessThan(2000);
});

test('what a grid beside the sample does is not taken for the sample', () => {
  const step = inputs[1];
  const design = latinHypercube(40, 1, 3);
  const points = [0, 1000].flatMap((jump, k) =>
    design.map(([x], i) => ({
      ...pointOf(40 * k + i, 0, 0, 0),
      values: [x, jump],
      columns: { totalMusd: 3 * x + jump },
    })),
  );
  const [row] = tornadoOfTrends(points, [{ name: 'x', paths: ['x'], kind: 'range' }, step], 'totalMusd');
  expect(row.atHigh - row.atLow).toBeCloseTo(3 * (Math.max(...design.flat()) - Math.min(...design.flat())), 6);
});

test('shares of the spread: those of the Sobol indices, and none for an input that does nothing', () => {
  const rows = sharesOf(pricedPoints(sobolPoints(512, 4, 5)), priced, 'totalMusd');
  expect(rows.map(({ input }) => input)).toEqual(['usdkg', 'mass', 'ops']);
  // first-order indices in closed form
  [0.73323, 0.16948, 0.06113].forEach((known, i) => {
    expect(Math.abs(rows[i].shareFraction - known)).toBeLessThan(0.03);
  });
  expect(sharesOf(pricedPoints(latinHypercube(12, 4, 5)), priced, 'totalMusd')).toEqual([]);
});

test('an input that is sampled on a log scale is cut into tenths and fitted on it', () => {
  const price: StudyInput[] = [{ name: 'usdkg', paths: ['u'], kind: 'range', isLog: true }];
  const points = latinHypercube(100, 1, 5).map(([x], i) => ({
    ...pointOf(i, 0, 0, x),
    values: [valueAt({ low: 10, high: 10_000, isLog: true, isWhole: false }, x)],
  }));
  const curve = studyCurve(points, price, 0, 'noLeaker')!;
  expect(curve.isLog).toBe(true);
  expect(Math.max(...curve.points.map(({ pointCount }) => pointCount))).toBeLessThan(13);
  const [row] = tornadoOfTrends(points, price, 'noLeaker');
  expect(row.atLow).toBeCloseTo(Math.min(...points.map(({ columns }) => columns.noLeaker)), 9);
  expect(row.atHigh).toBeCloseTo(Math.max(...points.map(({ columns }) => columns.noLeaker)), 9);
});

test('a sampled input of few whole numbers has a place in the curve for each', () => {
  const salvo: StudyInput[] = [{ name: 'salvo', paths: ['salvo'], kind: 'range' }];
  const points = Array.from({ length: 40 }, (_, i) => ({ ...pointOf(i, 0, 0, i / 40), values: [1 + (i % 4)] }));
  const curve = studyCurve(points, salvo, 0, 'noLeaker')!;
  expect(curve.points.map(({ label, pointCount }) => [label, pointCount])).toEqual([
    ['1', 10],
    ['2', 10],
    ['3', 10],
    ['4', 10],
  ]);
});

test('levels keep their labels where a point has no answer; years keep their last digit', () => {
  const named = inputs.map((input, i) => (i === 1 ? { ...input, labels: ['one', 'five', 'nine'] } : input));
  const broken = grid.map((point, i) => (i === 0 ? { ...point, columns: { noLeaker: Number.NaN } } : point));
  const curve = studyCurve(broken, named, 1, 'noLeaker')!;
  expect(curve.points.map(({ label, value }) => [label, value])).toEqual([
    ['one', 1],
    ['five', 5],
    ['nine', 9],
  ]);
  const years: StudyInput[] = [{ name: 'year', paths: ['year'], kind: 'range' }];
  const points = Array.from({ length: 8 }, (_, i) => ({ ...pointOf(i, 0, 0, i / 8), values: [2028 + (i % 4)] }));
  expect(studyCurve(points, years, 0, 'noLeaker')!.points.map(({ label }) => label)).toEqual([
    '2028',
    '2029',
    '2030',
    '2031',
  ]);
});

test('a response curve gives mean and band at every level, and the tornado its ends', () => {
  const curve = studyCurve(grid, inputs, 1, 'noLeaker')!;
  expect(curve.points.map(({ label }) => label)).toEqual(['1', '5', '9']);
  expect(curve.points.map(({ mean }) => Math.round(mean * 1000) / 1000)).toEqual([0.983, 0.733, 0.2]);
  for (const { low, mean, high } of curve.points) expect(low <= mean && mean <= high).toBe(true);
  const [row] = tornadoOfCurves([curve]);
  expect(row).toMatchObject({ input: 'raid', lowLabel: '1', highLabel: '9' });
  const single = studyCurve(grid.slice(0, 3), inputs, 1, 'noLeaker')!;
  expect(single.points[0]).toMatchObject({ low: 0.95 - 0.1, high: 0.95 + 0.1 });
  expect(studyCurve(grid.slice(0, 1), inputs, 1, 'noLeaker')).toBeUndefined();
});

test('a tornado of a one-at-a-time design sorts inputs by their swing', () => {
  const points = [
    pointOf(0, 5, 5, 0.5),
    pointOf(1, 1, 5, 0.45),
    pointOf(2, 9, 5, 0.55),
    pointOf(3, 5, 1, 0.9),
    pointOf(4, 5, 9, 0.2),
  ];
  const rows = tornadoOf(points, inputs, 'noLeaker');
  expect(rows.map(({ input }) => input)).toEqual(['raid', 'planes']);
  expect(rows[0].swing).toBeCloseTo(0.7, 12);
  expect(rows.map(({ middle }) => middle)).toEqual([0.5, 0.5]);
});

test('Prometheus text has one gauge a number, with quotes escaped', () => {
  const text = prometheusText({ name: 'a "b"', studyHash: 'f'.repeat(64), points: 5, trialsDone: 7 } as never);
  expect(text).toContain('cupola_sweep_points{study="ffffffffffffffff",name="a \\"b\\""} 5\n');
  expect(text).toContain('# TYPE cupola_sweep_trials_done gauge\n');
  expect(text.trim().split('\n').length).toBe(6);
});

test('Prometheus text follows the exposition format to the letter, whatever the study is called', () => {
  const name = 'back\\slash "quote"\nline {x} é';
  const text = prometheusText({ name, studyHash: 'f'.repeat(64), points: 5, trialsDone: 7e9, workers: 2 } as never);
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.slice(0, -1).split('\n');
  // https://prometheus.io/docs/instrumenting/exposition_formats: HELP, TYPE, then the samples of one metric
  const seen = new Set<string>();
  for (let i = 0; i < lines.length; i += 3) {
    const metric = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ([^\n\\]|\\\\|\\n)+$/.exec(lines[i])![1];
    expect(lines[i + 1]).toBe(`# TYPE ${metric} gauge`);
    const sample =
      /^([a-zA-Z_:][\w:]*)\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\\\|\\"|\\n)*",?)*)\} (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(
        lines[i + 2],
      )!;
    expect(sample[1]).toBe(metric);
    expect(seen.has(metric)).toBe(false);
    seen.add(metric);
    const labels = [...sample[2].matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => [
      key,
      value.replaceAll(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)),
    ]);
    expect(Object.fromEntries(labels)).toEqual({ study: 'f'.repeat(16), name });
  }
  expect(seen.size).toBe(3);
});
