import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError } from '../flow/problems.ts';
import { maxGlideRangeKm, shortestGlideRangeKm } from '../physics/glide.ts';
import { tell } from '../words/words.ts';
import { loadScenario } from './load-scenario.ts';

const head = 'name: own\nepochUtc: 2028-06-01T00:00:00Z\n';
const catalog = testCatalog();

function problemsOf(text: string) {
  try {
    loadScenario(text, catalog, { file: 'own.yaml' });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

test('what the models refuse is told at its line', () => {
  const tooFar = `${head}threat:\n  - { id: one, use: icbm-solid, maxRangeKm: 1000, from: russia-siberia, toward: new-york }\n`;
  const problems = problemsOf(tooFar);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toMatchObject({ file: 'own.yaml', line: 4 });
});

test('element files are given by element', () => {
  const text = `${head}networks:\n  - { id: real, use: starlink-gen1, elements: { file: real.tle } }\n`;
  expect(problemsOf(text)).toMatchObject([{ code: 'missing-file', line: 4, path: 'networks[0].elements.file' }]);
  const tle = [
    '1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927',
    '2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537',
  ].join('\n');
  const architecture = loadScenario(text, catalog, { files: { real: { file: 'real.tle', text: tle } } });
  expect(architecture.networks[0].id).toBe('real');
});

const elliptical = 'inclinationDeg: 63.4, raanDeg: 0, argPerigeeDeg: 270, meanAnomalyDeg: 0';

test.each([
  [
    'a glide that ends faster than it starts',
    'threat:\n  - { id: t, use: hgv, count: 1, glideEntryKmS: 1, from: russia-siberia, toward: seattle }',
    { code: 'no-missile', path: 'threat[0].glideEntryKmS', column: 49 },
    /expected a glide that ends slower than it starts, found glideExitKmS 1.5, glideEntryKmS 1/,
  ],
  [
    'a burnout below the glide',
    'threat:\n  - { id: t, use: hgv, count: 1, burnoutAltitudeKm: 1, from: russia-siberia, toward: seattle }',
    { code: 'no-missile', path: 'threat[0].burnoutAltitudeKm', column: 53 },
    /expected an ascent that leads above the glide at \d+\.\d km, found burnoutAltitudeKm 1$/,
  ],
  [
    'a shortest range that its class cannot fly',
    'threat:\n  - { id: t, use: hgv, count: 1, minRangeKm: 1500, from: russia-siberia, toward: seattle }',
    { code: 'no-missile', path: 'threat[0].minRangeKm' },
    /expected minimum range above the 3,?\d\d\d km that it takes before it can dive, found minRangeKm 1500$/,
  ],
  [
    'no way between launch and burnout',
    'threat:\n  - { id: t, use: slbm, count: 1, burnoutDownrangeKm: 0, from: north-atlantic, toward: miami }',
    { code: 'out-of-range', path: 'threat[0].burnoutDownrangeKm' },
    /must be at least 0.1, found 0/,
  ],
  [
    'an eccentric orbit below the ground',
    `sensors:\n  - { id: s, use: sbirs-heo, elliptical: [{ semiMajorAxisKm: 20000, eccentricity: 0.7, ${elliptical} }] }`,
    { code: 'below-ground', path: 'sensors[0].elliptical[0].eccentricity' },
    /378 km under the ground: with semiMajorAxisKm 20000 expected less than 0.6811, found 0.7/,
  ],
  [
    'more successes than flights',
    'launch:\n  use: [falcon-9]\n  override:\n  - { id: falcon-9, flights: 3, successes: 4 }',
    { code: 'rule', path: 'launch.override[0].successes', line: 6, column: 44 },
    /4 successes of 3 flights; expected no more successes than flights/,
  ],
])('%s is told at its line and column', (_what, text, place, message) => {
  const problems = problemsOf(`${head}${text}\n`);
  expect(problems).toMatchObject([{ file: 'own.yaml', line: 4, ...place }]);
  expect(tell(problems[0].said)).toMatch(message);
});

test('every glide class of the catalog flies its own shortest range, and its longest or to its least speed', () => {
  for (const { id, fields } of Object.values(testCatalog().entries.threats)) {
    const number = (name: string) => (fields as Record<string, { value: number } | undefined>)[name]?.value;
    if (!id.startsWith('hgv')) continue;
    const missile = {
      burnS: number('burnS')!,
      burnoutAltitudeKm: number('burnoutAltitudeKm')!,
      burnoutDownrangeKm: number('burnoutDownrangeKm')!,
      glideSpeedKmS: number('glideEntryKmS')!,
      leastSpeedKmS: number('glideExitKmS')!,
      liftToDragRatio: number('liftToDragRatio')!,
      ballisticCoefficientKgM2: number('ballisticCoefficientKgM2')!,
      maxRangeKm: number('maxRangeKm'),
    };
    expect(shortestGlideRangeKm(missile, 0), id).toBeLessThan(number('minRangeKm')!);
    expect(maxGlideRangeKm(missile), id).toBeGreaterThan(0.7 * number('maxRangeKm')!);
  }
});

test('a glide that runs below the band of a layer against gliders is said', () => {
  const notes = (minAltitudeKm: number) => {
    const text = `${head}interceptors:\n  - { id: g, use: aei-2025-glide, minAltitudeKm: ${minAltitudeKm} }\nthreat:\n  - { id: t, use: hgv, count: 1, from: russia-siberia, toward: seattle }\n`;
    return loadScenario(text, catalog).notes.filter(({ code }) => code === 'note.glides-below');
  };
  expect(notes(60).map(tell)).toEqual([
    'g: hits nothing below 60 km, and t glides at 46 km at most: only its arc and its pull-out are in reach.',
  ]);
  expect(notes(40)).toEqual([]);
});
