import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { leakReasons, type TrialOutcome } from '../flow/outcomes.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { simulate } from './drive.ts';
import { prepare } from './prepare.ts';
import { withRaidOf } from './raid.ts';

const scenario = (limit: string) => `
name: silos that share one control of their interceptors in flight
epochUtc: 2028-06-01T00:00:00Z
sensors:
  - { id: opir-geo, use: next-gen-opir-geo }
  - { id: radar, use: uewr }
command:
  - { id: c2, site: schriever, decisionS: 30, doctrine: barrage }
interceptors:
  - { id: gbi, use: gbi, sites: [fort-greely], perSiteCount: 400, salvo: 1, launchIntervalS: 1${limit} }
threat:
  - { id: raid, use: icbm-solid, count: 1, from: north-korea-interior, toward: [seattle, los-angeles] }
`;

interface Raids {
  shots: number;
  saturated: number;
  outcomes: TrialOutcome[];
}

const flown = new Map<string, Raids>();
function raids(missileCount: number, guidedCount?: number): Raids {
  const key = `${missileCount} ${guidedCount}`;
  if (!flown.has(key)) flown.set(key, fly(missileCount, guidedCount));
  return flown.get(key)!;
}

function fly(missileCount: number, guidedCount?: number): Raids {
  const text = scenario(guidedCount === undefined ? '' : `, guidedCount: ${guidedCount}`);
  const plan = resolveScenario(parseScenario(text, 'guided.yaml'), testCatalog());
  const { effect, outcomes } = simulate(prepare(withRaidOf(plan, missileCount)), 0, 2);
  const saturated = effect.leakersByReason[leakReasons.indexOf('saturated')];
  return { shots: effect.layers[0].shots, saturated, outcomes };
}

test('a raid past what the fire control guides is shot at no further, and the rest gets through as saturated', () => {
  const [few, some, many] = [2, 8, 16].map((missiles) => raids(missiles, 3));
  expect(few).toEqual({ ...raids(2), outcomes: few.outcomes });
  expect(some.shots).toBeLessThan(raids(8).shots);
  expect(many.shots).toBe(some.shots);
  expect(many.saturated).toBe(2 * 16 - many.shots);
  const spent = leakReasons.indexOf('out-of-inventory');
  for (const { leakReasonIndex } of many.outcomes) expect(leakReasonIndex).not.toContain(spent);
});

test('no more are ever in flight than that; places for the whole raid are as good as no limit', () => {
  for (const { shots } of raids(8, 3).outcomes)
    for (const { releaseS } of shots) {
      const inFlight = shots.filter((other) => other.releaseS <= releaseS && other.interceptS > releaseS);
      expect(inFlight.length).toBeLessThanOrEqual(3);
    }
  expect(raids(8, 8).outcomes).toEqual(raids(8).outcomes);
});
