import { describe, expect, test } from 'vitest';
import { jointAnswer } from '../../src/effect/joint-answer.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import { WORKS } from '../../src/flow/availability.ts';
import { costOf } from '../../src/programme/cost.ts';
import { drawnArchitecture, drawTable } from '../../src/programme/drawn-architecture.ts';
import { monthOf } from '../../src/programme/month-of.ts';
import { fieldedOf } from '../../src/programme/programme.ts';
import { parseScenario } from '../../src/read/parse.ts';
import { resolveScenario } from '../../src/read/resolve.ts';
import { runTrial } from '../../src/run/drive.ts';
import { forceOn, standingOn } from '../../src/run/force-by-date.ts';
import { jointDraw, jointPlan, jointTableOf } from '../../src/run/joint.ts';
import { prepare } from '../../src/run/prepare.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** Every shipped scenario with a price. */
const priced = [
  ...['aei-2025', 'aei-2025-prices', 'all-partners', 'cbo-2026', 'golden-dome', 'golden-dome-2026-07', 'limited-raid'],
  ...['mixed-raid', 'one-missile', 'two-families', 'without-spacex'],
];

test.each(priced)('%s: money of the elements is that of the years, of the kinds and of the partners', (name) => {
  const { totalMusd, yearMusd, categoryMusd, elements, partners } = costOf(shippedScenario(name));
  const sums = [yearMusd, Object.values(categoryMusd), elements.map((each) => each.totalMusd)];
  for (const parts of [...sums, partners.map((each) => each.totalMusd)]) expect(sum(parts)).toBeCloseTo(totalMusd, 3);
});

describe.each(['golden-dome-2026-07', 'limited-raid'])('raids by date of %s', (name) => {
  const architecture = shippedScenario(name);
  const { startYear } = architecture.analysis;

  test('nobody fires who does not stand, and nobody more than it holds', () => {
    const drawn = drawnArchitecture(architecture, drawTable(architecture, 4), 2);
    const prepared = prepare(drawn);
    const fielded = fieldedOf(drawn, { draw: 2 });
    let fired = 0;
    for (const date of [`${startYear + 3}-01-01`, `${startYear + 15}-01-01`]) {
      const force = forceOn(prepared.force, standingOn(drawn, fielded, { date, month: monthOf(drawn, date) }));
      for (let trial = 0; trial < 2; trial++) {
        const { shots } = runTrial({ ...prepared, force }, trial);
        fired += shots.length;
        const byUnit = new Map<string, number>();
        for (const { layerIndex, unitIndex } of shots) {
          const key = `${layerIndex}/${unitIndex}`;
          byUnit.set(key, (byUnit.get(key) ?? 0) + 1);
        }
        for (const [key, count] of byUnit) {
          const [layerIndex, unit] = key.split('/').map(Number) as [number, number];
          const { id, perUnitCount } = prepared.layers[layerIndex];
          expect(count).toBeLessThanOrEqual(perUnitCount);
          const space = force.space.findIndex((element) => element.id === id);
          const ground = force.ground.findIndex((element) => element.id === id);
          const states = space >= 0 ? force.stated.space[space] : force.stated.ground[ground];
          expect(states[unit], `${id} ${unit} on ${date}`).toBe(WORKS);
        }
      }
    }
    expect(fired).toBeGreaterThan(0);
  });
});

describe('a programme that is complete from its first day', () => {
  const text = `
name: What stands
epochUtc: 2028-06-01T00:00:00Z
command: [{ id: c2, site: schriever, decisionS: 30 }]
sensors: [{ id: radar, use: uewr }, { id: lrdr, use: lrdr }]
interceptors: [{ id: gbi, use: gbi, sites: [fort-greely, vandenberg], salvo: 1 }]
threat: [{ id: raid, use: icbm-solid, count: 4, from: north-korea-interior, toward: washington }]
analysis: { seed: 3, horizonYr: 6, priceYear: 2026 }
`;
  const architecture: Architecture = resolveScenario(parseScenario(text, 's.yaml'), testCatalog());
  const plan = jointPlan(architecture, { draws: 16, raids: 3 });
  const rows = [0, 1, 2, 3].map((draw) => jointDraw(plan, draw)!);

  test('has by every date the raids of the force as if complete, so the band of the last date is that of the whole', () => {
    for (const { cells, complete } of rows)
      for (const { leakersByRaid, standingCounts } of cells) {
        expect(leakersByRaid).toEqual(complete.leakersByRaid);
        expect(standingCounts).toEqual(complete.standingCounts);
      }
    const { byDate, asIfComplete } = jointAnswer(jointTableOf(plan, rows));
    expect(byDate.at(-1)!.noLeaker).toEqual(asIfComplete.noLeaker);
  });
});
