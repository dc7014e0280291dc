import { describe, expect, test } from 'vitest';
import { spaceLayer, surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { assign } from '../decide/assign.ts';
import type { ThreatPlan } from '../flow/architecture.ts';
import { CALLED, CALLED_DECOY, type EngagementState } from '../flow/engagement.ts';
import { isPlain } from '../flow/objects.ts';
import { assignRules } from './assign-rules.ts';
import { ASSUMED_CUSTODY } from './fire-control.ts';
import { type EquippedLayer, equip, prepareLayers } from './layer.ts';
import { raidObjects } from './objects.ts';
import { opportunities } from './opportunities.ts';
import { resolveShots } from './resolve-shots.ts';
import { newEngagement } from './state.ts';
import { targetsOf } from './targets.ts';

const flight = solidFlight();
const boost = spaceLayer(60, 60, { killProbability: 1, salvo: 1, perUnitCount: 4 });
const site = (plan: object) => ({
  plan: surfacePlan({ burnoutSpeedKmS: 7, boostS: 180, maxRangeKm: 5000, perSiteCount: 100, ...plan }),
  sites: [[64, -146] as readonly [number, number]],
});

function small(stand: ReturnType<typeof site> | typeof boost, threat: Partial<ThreatPlan>, missiles = 2) {
  const world = smallWorld({ layers: [stand], flights: Array.from({ length: missiles }, () => flight), threat });
  const [layer] = prepareLayers(world).map((each) => equip(each));
  return { world, layer: layer };
}

function fire({ world, layer }: ReturnType<typeof small>, before: EngagementState, orderS: number) {
  const orders = new Float64Array(world.threats.length).fill(orderS);
  const chances = opportunities(world, layer, orders, layer.noDelayS);
  const targets = targetsOf(chances, before, layer.index);
  const rules = { ...assignRules(world, layer, before.objects, ASSUMED_CUSTODY), orderS: orders };
  return resolveShots(before, world, layer, assign(targets, before.layers[0], rules), 0);
}

const started = ({ world, layer }: { world: ReturnType<typeof smallWorld>; layer: EquippedLayer }, trial = 0) =>
  newEngagement(world, [layer], { seed: 1, trial });

describe('the objects of a raid', () => {
  test('single warheads: objects are missiles, and nothing parts', () => {
    const { world } = small(boost, { warheadCount: 1, decoys: 0 });
    const objects = raidObjects(world, { seed: 1, trial: 0 });
    expect(isPlain(objects)).toBe(true);
    expect([...objects.isWarhead]).toEqual([1, 1]);
    expect([...objects.partS]).toEqual([Infinity, Infinity]);
  });

  test('every number of an object is a warhead as often as any other, and decoys are heavy as often as stated', () => {
    const { world } = small(boost, { warheadCount: 2, decoys: 3, busS: 40, heavyDecoyFraction: 0.25 }, 1);
    const counts = new Float64Array(5);
    let stripped = 0;
    const raids = 4000;
    for (let trial = 0; trial < raids; trial++) {
      const { isWarhead, isStripped, partS } = raidObjects(world, { seed: 1, trial });
      expect(isWarhead.reduce((sum, is) => sum + is, 0)).toBe(2);
      expect(partS[0]).toBeCloseTo(flight.boostEndS + 40, 9);
      isWarhead.forEach((is, i) => {
        counts[i] += is;
      });
      stripped += isStripped.reduce((sum, is) => sum + is, 0);
    }
    for (const count of counts) expect(count / raids).toBeCloseTo(0.4, 1);
    expect(stripped / (3 * raids)).toBeCloseTo(0.75, 1);
  });
});

describe('shots at objects', () => {
  test('a hit in boost takes all that is aboard, with one shot', () => {
    const raid = small(boost, { warheadCount: 3, decoys: 4 });
    const state = fire(raid, started(raid), 60);
    expect(state.shots.map(({ objectIndex, result }) => [objectIndex, result])).toEqual([
      [-1, 'killed'],
      [-1, 'killed'],
    ]);
    expect([...state.flyingCount]).toEqual([0, 0]);
    expect(new Set(state.stoppedByLayer)).toEqual(new Set([0]));
    expect(state.layers[0].killCount).toBe(2);
  });

  test('after they part each object is shot at by itself', () => {
    const raid = small(site({ engages: ['midcourse'], killProbability: 1, salvo: 1 }), { warheadCount: 3, decoys: 4 });
    const state = fire(raid, started(raid), 400);
    expect(state.shots.map(({ objectIndex }) => objectIndex).sort((a, b) => a - b)).toEqual([...Array(14).keys()]);
    expect([...state.flyingCount]).toEqual([0, 0]);
  });

  test('shots too few for all go once at as many as there are, and tell no warhead from a decoy', () => {
    const raid = small(site({ engages: ['midcourse'], killProbability: 1, salvo: 2, perSiteCount: 5 }), { decoys: 9 });
    let atWarheads = 0;
    for (let trial = 0; trial < 400; trial++) {
      const state = fire(raid, started(raid, trial), 400);
      expect(new Set(state.shots.map(({ objectIndex }) => objectIndex)).size).toBe(5);
      atWarheads += state.shots.filter(({ objectIndex }) => state.objects.isWarhead[objectIndex]).length;
    }
    expect(atWarheads / 2000).toBeCloseTo(0.1, 1);
  });

  test('what a layer takes for a decoy is not shot at', () => {
    const raid = small(site({ engages: ['midcourse'], killProbability: 1, salvo: 1 }), { decoys: 2 });
    const before = started(raid);
    const byObject = Uint8Array.of(CALLED, CALLED_DECOY, CALLED_DECOY, CALLED_DECOY, CALLED, CALLED_DECOY);
    before.layers[0] = { ...before.layers[0], calls: { isSorted: true, byObject } };
    expect(fire(raid, before, 400).shots.map(({ objectIndex }) => objectIndex)).toEqual([0, 4]);
  });

  test('the air strips light decoys before a terminal layer', () => {
    const terminal = { plan: site({ engages: ['terminal'], minAltitudeKm: 0, burnoutSpeedKmS: 3, boostS: 10 }).plan };
    const stand = { ...terminal, sites: [[39, -100] as readonly [number, number]] };
    const shotAt = (heavyDecoyFraction: number) => {
      const raid = small(stand, { decoys: 6, heavyDecoyFraction }, 1);
      return fire(raid, started(raid), 400).shots.length;
    };
    expect(shotAt(0)).toBe(1);
    expect(shotAt(1)).toBe(7);
  });
});
