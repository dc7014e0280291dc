import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testCatalog } from '../../../test/fixtures/catalog.ts';
import { EffectTally } from '../../effect/effect.ts';
import { InputError } from '../../flow/problems.ts';
import { recordGroups } from '../../flow/study.ts';
import { tell } from '../../words/words.ts';
import { readDesignMatrix } from '../design/design-matrix.ts';
import { fixedColumns, pointColumns } from '../results/point-columns.ts';
import { StudyProgress } from '../shards/study-progress.ts';
import { parseStudy, planStudy, type StudyPlan } from './plan-study.ts';
import { jobHash } from './study-job.ts';
import { pointArchitecture } from './variant.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const catalog = testCatalog();
const scenarioFile = 'scenario.yaml';
const scenarioText = `name: One missile
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: cbo-2026-sbi, salvo: 2 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
`;

function plan(lines: string, matrix?: string): StudyPlan {
  const text = `name: Test\nscenario: ${scenarioFile}\n${lines}`;
  const table = matrix === undefined ? undefined : readDesignMatrix(matrix, 'm.csv');
  return planStudy(
    parseStudy(text, 'study.yaml'),
    { scenarioFile, scenarioText, files: {}, matrix: table },
    catalog,
    '1.0.0',
  );
}

function problemsOf(lines: string, matrix?: string): string[] {
  try {
    plan(lines, matrix);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('inputs go into the scenario by path, into numbers of the catalog too', () => {
  const { job } = plan(`vary:
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', list: [10, 30] }
  - { name: decisionS, input: command.c2.decisionS, range: { from: 10, to: 20, steps: 3 } }
  - { name: off, input: failures.satelliteOutProbability, list: [0, 0.1] }
trials: 10
`);
  expect(job.points.length).toBe(12);
  expect(job.points[7]).toEqual([30, 10, 0.1]);
  const architecture = pointArchitecture(job, 7, catalog);
  expect(architecture.interceptors[0].shells![0].planes).toBe(30);
  expect(architecture.interceptors[0].shells![0].altitudeKm).toBeGreaterThan(100);
  expect(architecture.command[0].decision.modeS).toBe(10);
  expect(architecture.failures.satelliteOutProbability).toBe(0.1);
});

test('several places move together; a matrix gives rows; the catalog gives ranges', () => {
  const joint = plan(`vary:
  - { name: s, input: [command.c2.decisionS, command.c2.trackS], list: [5, 6] }
`);
  const { decision, trackS } = pointArchitecture(joint.job, 1, catalog).command[0];
  expect([decision.modeS, trackS]).toEqual([6, 6]);
  const rows = plan(
    `vary:
  - { name: raid, input: threat.missile.count, column: n }
  - { name: s, input: command.c2.decisionS, list: [1, 2] }
matrix: m.csv
`,
    'n,other\n3,a\n4,b\n',
  );
  expect(rows.job.points).toEqual([
    [3, 1],
    [3, 2],
    [4, 1],
    [4, 2],
  ]);
  const sampled = plan(`vary:
  - { name: pk, input: interceptors.sbi.killProbability, between: catalog }
sample: { method: latin-hypercube, count: 20 }
`);
  const { low, high } = sampled.axes[0].range!;
  expect(low).toBeLessThan(high);
  for (const [value] of sampled.job.points as number[][]) expect(value > low && value < high).toBe(true);
});

test.each([
  ['saltelli', 8 * 4],
  ['morris', 8 * 3],
  ['one-at-a-time', 5],
  ['sobol', 8],
])('the %s design has its number of points', (method, count) => {
  const { job } = plan(`vary:
  - { name: pk, input: interceptors.sbi.killProbability, between: { low: 0.2, high: 0.9 } }
  - { name: s, input: command.c2.decisionS, between: { low: 1, high: 100, scale: log }, whole: true }
sample: { method: ${method}, count: 8 }
`);
  expect(job.points.length).toBe(count);
  for (const [, s] of job.points as number[][]) expect(Number.isInteger(s)).toBe(true);
});

test.each([
  [
    'vary:\n  - { name: a, input: interceptors.sbx.salvo, list: [1] }',
    'study.yaml:4:23 vary[0].input: "interceptors.sbx.salvo" has no item with the id "sbx", did you mean "sbi"?',
  ],
  ['vary:\n  - { name: a, input: thread.raid.count, list: [1] }', 'did you mean "threat"?'],
  ['vary:\n  - { name: a, input: "threat[7].count", list: [1] }', 'has no item 7: the list holds 1'],
  ['vary:\n  - { name: a, input: "__proto__.x", list: [1] }', 'expected a path'],
  ['vary:\n  - { name: a, input: constructor.prototype, list: [1] }', 'is not a place in a scenario'],
  ['vary:\n  - { name: a, input: analysis.trials, list: [1] }', 'trials are set by the study'],
  [
    'vary:\n  - { name: a, input: interceptors.sbi.salvo, list: [1, 99] }',
    'study.yaml:4:57 vary[0].list[1]: with a = 99: ',
  ],
  ['vary:\n  - { name: a, input: command.c2.decsionS, list: [1] }', 'unknown key, did you mean "decisionS"?'],
  ['vary:\n  - { name: a, input: threat.missile.use, list: [icbm-solid, icbm-sold] }', 'did you mean "icbm-solid"?'],
  ['vary:\n  - { name: a, input: interceptors.sbi.salvo }', 'expected exactly one of list, range'],
  [
    'vary:\n  - { name: a, input: interceptors.sbi.salvo, list: [1], range: { from: 1, to: 2, steps: 2 } }',
    'exactly one of',
  ],
  ['vary:\n  - { name: a, input: interceptors.sbi.killProbability, between: catalog }', 'need `sample`'],
  [
    'vary:\n  - { name: a, input: threat.missile.count, between: catalog }\nsample: { method: sobol, count: 4 }',
    'no low and high',
  ],
  ['vary:\n  - { name: a, input: threat.missile.count, column: x }', 'needs `matrix`'],
  [
    'vary:\n  - { name: a, input: threat.missile.count, list: [1] }\nfind: { output: noLeaker, atLeast: 0.9, along: b }',
    '"b" is no input',
  ],
  [
    'vary:\n  - { name: a, input: threat.missile.count, list: [1] }\ntrials: 5\nstop: { output: noLeaker, halfWidth: 0.1, maxTrials: 100 }',
    'give trials or stop',
  ],
  [
    'vary:\n  - { name: a, input: threat.missile.count, list: [1] }\n  - { name: b, input: threat.missile.count, list: [1] }',
    'is varied twice',
  ],
  ['vary:\n  - { name: a, input: threat.missile.count, range: { from: 1, to: 2, steps: 3 } }', 'with a = 1.5: '],
  ['vary:\n  - { nme: a, input: threat.missile.count, list: [1] }', 'unknown key, did you mean "name"?'],
])('a faulty study is told what is wrong: %s', (lines, expected) => {
  const problems = problemsOf(lines);
  expect(problems.join('\n')).toContain(expected);
  for (const problem of problems) expect(problem).toMatch(/^study\.yaml:\d+:\d+ /);
});

test.each([
  ['find: { output: noLeaker, atLeast: 2, along: a }', 'find: expected a chance between 0 and 1'],
  ['find: { output: noLeaker, along: a }', 'find: expected atLeast or atMost'],
  ['find: { output: noLeaker, atLeast: 0.9, atMost: 0.9, along: a }', 'find: expected atLeast or atMost'],
  ['worst: { output: noLeaker, atLeast: 0.9, over: b }', 'worst.over: "b" is no input of this study'],
  ['worst: { output: noLeaker, atLeast: 90, over: a }', 'worst: expected a chance between 0 and 1'],
])('a question that cannot be asked is refused at its line: %s', (line, expected) => {
  const problems = problemsOf(`vary:\n  - { name: a, input: threat.missile.count, list: [1, 2] }\n${line}\n`);
  expect(problems).toEqual([expect.stringContaining(`study.yaml:5:`)]);
  expect(problems[0]).toContain(expected);
});

test('leakers may be asked for from either side, in any number', () => {
  const vary = 'vary:\n  - { name: a, input: threat.missile.count, list: [1, 2] }\n';
  expect(problemsOf(`${vary}find: { output: expectedLeakers, atMost: 3, along: a }\n`)).toEqual([]);
  expect(problemsOf(`${vary}worst: { output: expectedLeakers, atMost: 0, over: a }\n`)).toEqual([]);
});

test('a bad cell of the matrix is told with its line in the matrix, whatever is crossed with it, also far down', () => {
  const lines = `vary:
  - { name: raid, input: threat.missile.count, column: n }
  - { name: s, input: command.c2.decisionS, list: [1, 2] }
matrix: m.csv
`;
  expect(problemsOf(lines, 'n\n3\nmany\n\n2.5\n')).toEqual([
    expect.stringMatching(/^m\.csv:3:1 with raid = many: expected a .*number, found "many"$/),
    expect.stringMatching(/^m\.csv:5:1 with raid = 2\.5: /),
  ]);
  const far = Array.from({ length: 900 }, (_, i) => i + 1);
  for (const bad of [-7, 0.5, 'x'])
    expect(problemsOf(lines, `n\n${far.join('\n')}\n${bad}\n${far.join('\n')}\n`).join('\n')).toContain('m.csv:902:1');
});

test('each fault stands at its own input and is told once', () => {
  const problems = problemsOf(`vary:
  - { name: b, input: threat.missile.count, between: catalog }
  - { name: b, input: interceptors.sbi.salvo, list: [1, x] }
sample: { method: saltelli, count: 4 }
`);
  expect(problems.map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
    'study.yaml:4:54 vary[0].between:',
    'study.yaml:5:13 vary[1].name:',
    'study.yaml:5:57 vary[1].list[1]:',
    'study.yaml:6:19 sample.method:',
  ]);
  const alone = problemsOf(`vary:
  - { name: a, input: threat.missile.count, between: catalog }
  - { name: b, input: interceptors.sbi.killProbability, between: catalog }
sample: { method: saltelli, count: 4 }
`);
  expect(alone).toEqual([expect.stringContaining('the catalog gives no low and high')]);
});

const cases = `vary:
  - name: mix
    cases:
      - { label: as it is, set: {} }
      - label: small and quick
        set: { 'interceptors.sbi.shells[0].planes': 7, command.c2.decisionS: 3, interceptors: INTERCEPTORS }
  - { name: raid, label: missiles, input: threat.missile.count, list: [1, 2] }
trials: 10
`;

test('cases set places of their own, a list before what lies in it, and the others leave them alone', () => {
  const { job, inputs } = plan(cases.replace('INTERCEPTORS', '[{ id: sbi, use: cbo-2026-sbi, salvo: 3 }]'));
  expect(inputs[0].labels).toEqual(['as it is', 'small and quick']);
  expect(inputs[1].label).toBe('missiles');
  expect(job.points.length).toBe(4);
  const at = (index: number) => {
    const { interceptors, command, threats } = pointArchitecture(job, index, catalog);
    const [sbi] = interceptors;
    return [sbi.shells![0].planes, sbi.salvo, command[0].decision.modeS, threats[0].count];
  };
  expect([0, 1, 2, 3].map(at)).toEqual([
    [78, 2, 30, 1],
    [78, 2, 30, 2],
    [7, 3, 3, 1],
    [7, 3, 3, 2],
  ]);
});

test.each([
  [
    cases.replace('decisionS: 3', 'decisionS: x').replace(', interceptors: INTERCEPTORS', ''),
    'with mix = small and quick: command[0].decisionS: expected',
  ],
  [
    cases.replace('command.c2', 'command.c9').replace(', interceptors: INTERCEPTORS', ''),
    '"command.c9.decisionS" has no item with the id "c9"',
  ],
  [
    cases.replace('    cases:', '    input: threat.missile.count\n    cases:'),
    'vary[0].input: expected for all inputs but those with cases',
  ],
  ['vary:\n  - { name: a, list: [1] }', 'vary[0].input: expected for all inputs'],
])('a faulty case is told what is wrong: %#', (lines, expected) => {
  const problems = problemsOf(lines).join('\n');
  expect(problems).toContain(expected);
  expect(problems).toMatch(/^study\.yaml:\d+:\d+ /);
});

test('the name of the work changes with what is computed, not with how it is told', () => {
  const vary = 'vary:\n  - { name: a, input: threat.missile.count, list: [1, 2] }\n';
  const hash = (lines: string) => jobHash(plan(lines).job);
  expect(hash(`${vary}description: other words\nfind: { output: noLeaker, atLeast: 0.5, along: a }\n`)).toBe(
    hash(vary),
  );
  expect(hash(`${vary}trials: 7\n`)).not.toBe(hash(vary));
  expect(hash(`${vary}seed: 7\n`)).not.toBe(hash(vary));
});

test.each(readdirSync(join(root, 'studies')).filter((name) => name.endsWith('.yaml')))(
  'studies/%s can be planned',
  (name) => {
    const file = join(root, 'studies', name);
    const parsed = parseStudy(readFileSync(file, 'utf8'), file);
    const text = readFileSync(resolve(dirname(file), parsed.study.scenario), 'utf8');
    const made = planStudy(
      parsed,
      { scenarioFile: parsed.study.scenario, scenarioText: text, files: {} },
      catalog,
      '1.0.0',
    );
    expect(made.job.points.length).toBeGreaterThan(3);
  },
);

test('an input that leads nowhere hides neither an unknown key nor a wrong value beside it', () => {
  const problems = problemsOf(`vary:
  - { name: a, input: 'interceptors.sbi.shells[0].plains', list: [10] }
  - { name: b, input: interceptors.sbj.salvo, list: [1] }
  - { name: c, input: interceptors.sbi.killProbability, list: [0.5, 1.5] }
trials: 10
`);
  expect(problems.map((problem) => problem.split(':')[1])).toEqual(['4', '5', '6']);
  expect(problems[0]).toContain('did you mean "planes"');
  expect(problems[1]).toContain('did you mean "sbi"');
  expect(problems[2]).toContain('with c = 1.5');
});

test('what only the models refuse is told at the study, before anything is computed', () => {
  const glider = scenarioText.replace('use: icbm-solid', 'use: hgv').replace('toward: washington', 'toward: seattle');
  const problemsWith = (lines: string) => {
    try {
      const text = `name: Test\nscenario: ${scenarioFile}\n${lines}`;
      planStudy(parseStudy(text, 'study.yaml'), { scenarioFile, scenarioText: glider, files: {} }, catalog, '1.0.0');
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
    return [];
  };
  const [speed, ...others] = problemsWith(
    'vary:\n  - { name: v, input: threat.missile.glideExitKmS, list: [1.5, 7.8] }\n',
  );
  expect(speed).toMatchObject({ code: 'no-missile', file: 'study.yaml', line: 4 });
  expect(tell(speed.said)).toMatch(/^with v = 7.8: .*expected a glide that ends slower than it starts/);
  expect(others).toEqual([]);
  const range = problemsWith('vary:\n  - { name: r, input: threat.missile.maxRangeKm, list: [3000, 20000] }\n');
  expect(range).toMatchObject([{ code: 'out-of-range', line: 4 }]);
});

test.each(['point', 'state', 'trials', 'noLeaker', 'TotalMusd'])(
  'an input is not called %s, a column of the results',
  (name) => {
    const [problem, ...others] = problemsOf(`vary:\n  - { name: ${name}, input: command.c2.decisionS, list: [1] }\n`);
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^study.yaml:4:\d+ vary\[0\]\.name: ".*" is the column ".*" of the results; choose another name$/,
    );
  },
);

test.each(['point', 'Trials', 'noLeaker', 'state', 'totalMusd', 'expectedWarheads'])(
  'an input with the name of a column of the results is refused before anything is computed: %s',
  (name) => {
    const problems = problemsOf(`vary:\n  - { name: ${name}, input: threat.missile.count, list: [1, 2] }\n`);
    expect(problems.join('\n')).toContain(`"${name}" is the column`);
  },
);

test('no column of the results but those refused has a name that an input may have', () => {
  const effect = { ...new EffectTally().state(), trials: 2, threats: 2, trialsByLeakers: [1, 1] };
  const objects = { warheads: 2, decoys: 0, trialsByWarheads: [1, 1], warheadsByReason: [], layers: [] };
  const tally = { state: () => ({ ...effect, objects }) } as unknown as EffectTally;
  const cost = { totalMusd: 1, elements: { sbi: 1 }, categories: { launch: 1 } };
  const [point] = new StudyProgress({ ...plan(`vary: [{ name: a, input: threat.missile.count, list: [1] }]\n`).job })
    .points;
  const columns = pointColumns({ ...point, tally, cost, hasEffect: true, layerIds: ['sbi'] }, [...recordGroups]);
  const open = Object.keys(columns).filter((name) => !name.includes('.'));
  expect(open.filter((name) => !fixedColumns.includes(name))).toEqual([]);
  expect(open.length).toBeGreaterThan(4);
});

test('find with within has the points between the levels ready, after those of the grid', () => {
  const grid = `vary:
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', list: [10, 30] }
  - { name: raid, input: threat.missile.count, list: [1, 2] }
`;
  const { job } = plan(`${grid}find: { output: noLeaker, atLeast: 0.9, along: planes, within: 5 }\n`);
  expect(job.search).toMatchObject({ axis: 0, gridCount: 4 });
  expect(job.points).toEqual([
    [10, 1],
    [10, 2],
    [30, 1],
    [30, 2],
    [15, 1],
    [20, 1],
    [25, 1],
    [15, 2],
    [20, 2],
    [25, 2],
  ]);
  const many = `${grid}find: { output: noLeaker, atLeast: 0.9, along: planes, within: 1e-5 }\n`;
  expect(plan(many).job.points.length).toBe(4 + 2 * 19); // planes are whole
  expect(plan(`${grid}find: { output: noLeaker, atLeast: 0.9, along: planes }\n`).job.search).toBeUndefined();
  expect(
    problemsOf(
      `vary:\n  - { name: s, input: command.c2.decisionS, list: [10, 60.5] }\nfind: { output: noLeaker, atLeast: 0.9, along: s, within: 1e-12 }\n`,
    ).join(),
  ).toMatch(/study\.yaml:5:\d+ find\.within: .*design points/);
});
