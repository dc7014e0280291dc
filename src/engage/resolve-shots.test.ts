import { describe, expect, test } from 'vitest';
import type { EngagementState } from '../flow/engagement.ts';
import { type Orders, phases } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import type { Layer } from './layer.ts';
import { raidObjects } from './objects.ts';
import { resolveShots } from './resolve-shots.ts';

/** A layer of one unit with many interceptors. */
function layerOf(id: string, index: number, plan: object = {}): Layer {
  return { id, key: id, index, unitCount: 1, perUnitCount: 100, plan: { id, ...plan } } as unknown as Layer;
}

/** Threats as far as their draws go, each of them one warhead. */
const raid = raidOf(20);

function raidOf(threats: number): World {
  return {
    architecture: { threats: [{ warheadCount: 1, decoys: 0 }] },
    threats: Array.from({ length: threats }, (_, i) => ({ key: `missile-${i}`, planIndex: 0 })),
  } as unknown as World;
}

function stateOf(layers: Layer[], threats: number, trial: number): EngagementState {
  return {
    seed: 5,
    trial,
    layers: layers.map(({ perUnitCount }) => ({
      remainingCount: Int32Array.of(perUnitCount),
      nextReleaseS: Float64Array.of(-Infinity),
      launchesS: [],
      guided: [],
      stockCount: 0,
      shotCount: 0,
      killCount: 0,
    })),
    objects: raidObjects(raidOf(threats), { seed: 5, trial }),
    flyingCount: new Int32Array(threats).fill(1),
    stoppedByLayer: new Int8Array(threats).fill(-1),
    stoppedS: new Float64Array(threats).fill(Number.NaN),
    firstReleaseS: new Float64Array(threats).fill(Number.NaN),
    lastInterceptS: new Float64Array(threats).fill(Number.NaN),
    reachable: new Uint8Array(threats),
    inReachCount: new Int32Array(layers.length),
    shots: [],
    falls: [],
  };
}

/** `shots` shots at each of the first `threats` threats. */
function ordersOf(threats: number, shots: number, killProbability: number, interceptS = 200): Orders {
  const count = threats * shots;
  const each = (value: (i: number) => number) => Array.from({ length: count }, (_, i) => value(i));
  return {
    count,
    threatIndex: Int32Array.from(each((i) => Math.floor(i / shots))),
    objectIndex: Int32Array.from(each((i) => Math.floor(i / shots))),
    unitIndex: new Int32Array(count),
    orderedS: new Float64Array(count).fill(90),
    releaseS: new Float64Array(count).fill(100),
    interceptS: Float64Array.from(each((i) => interceptS + (i % shots))),
    phaseIndex: new Uint8Array(count).fill(phases.indexOf('midcourse')),
    killProbability: new Float64Array(count).fill(killProbability),
  };
}

describe('resolveShots', () => {
  test('counts: every shot has a result, at most one kill a threat, interceptors fired are gone', () => {
    const layer = layerOf('a', 0, { trackProbability: 0.9, reliabilityProbability: 0.95 });
    for (let trial = 0; trial < 200; trial++) {
      const state = resolveShots(stateOf([layer], 4, trial), raid, layer, ordersOf(4, 3, 0.5), 0);
      expect(state.shots.length).toBe(12);
      expect(state.layers[0].remainingCount[0]).toBe(88);
      expect(state.layers[0].shotCount).toBe(12);
      const kills = state.shots.filter(({ result }) => result === 'killed');
      expect(new Set(kills.map(({ threatIndex }) => threatIndex)).size).toBe(kills.length);
      expect(state.layers[0].killCount).toBe(kills.length);
      for (const { threatIndex, result, interceptS } of state.shots) {
        if (result === 'already-dead') expect(interceptS).toBeGreaterThanOrEqual(state.stoppedS[threatIndex]);
      }
      for (let i = 0; i < 4; i++) {
        const results = state.shots.filter(({ threatIndex }) => threatIndex === i).map(({ result }) => result);
        if (results.includes('not-tracked')) expect(new Set(results)).toEqual(new Set(['not-tracked']));
      }
    }
  });

  test('certain and hopeless shots', () => {
    const layer = layerOf('a', 0);
    const sure = resolveShots(stateOf([layer], 1, 0), raid, layer, ordersOf(1, 2, 1), 0);
    expect(sure.shots.map(({ result }) => result)).toEqual(['killed', 'already-dead']);
    expect(sure.stoppedS[0]).toBe(200);
    const vain = resolveShots(stateOf([layer], 1, 0), raid, layer, ordersOf(1, 2, 0), 0);
    expect(vain.stoppedByLayer[0]).toBe(-1);
    expect([vain.firstReleaseS[0], vain.lastInterceptS[0]]).toEqual([100, 201]);
  });

  test('a layer before it, or a threat more, moves no draw of a layer', () => {
    const [outer, inner] = [layerOf('outer', 0), layerOf('inner', 1, { trackProbability: 0.8 })];
    const alone = { ...inner, index: 0 };
    let compared = 0;
    for (let trial = 0; trial < 100; trial++) {
      const one = resolveShots(stateOf([alone], 2, trial), raid, alone, ordersOf(2, 2, 0.5), 0);
      const first = resolveShots(stateOf([outer, inner], 3, trial), raid, outer, ordersOf(1, 1, 0.5, 100), 0);
      const two = resolveShots(first, raid, inner, ordersOf(3, 2, 0.5), 0);
      for (const threat of [0, 1]) {
        if (two.stoppedByLayer[threat] === 0) continue;
        const results = (state: EngagementState, layerIndex: number) =>
          state.shots
            .filter((shot) => shot.layerIndex === layerIndex && shot.threatIndex === threat)
            .map(({ result }) => result);
        expect(results(two, 1)).toEqual(results(one, 0));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('two rounds draw as one long one would', () => {
    const layer = layerOf('a', 0, { trackProbability: 0.9 });
    for (let trial = 0; trial < 60; trial++) {
      const whole = resolveShots(stateOf([layer], 1, trial), raid, layer, ordersOf(1, 4, 0.4), 0);
      const first = resolveShots(stateOf([layer], 1, trial), raid, layer, ordersOf(1, 2, 0.4), 0);
      const parts = resolveShots(first, raid, layer, ordersOf(1, 2, 0.4, 202), 1);
      expect(parts.shots.map(({ result }) => result)).toEqual(whole.shots.map(({ result }) => result));
    }
  });

  test('a site that is empty reloads from stock, after the time that takes', () => {
    const layer = { ...layerOf('a', 0, { reloadS: 600, launchIntervalS: 5 }), perUnitCount: 2 } as Layer;
    const before = stateOf([layer], 1, 0);
    before.layers[0].stockCount = 3;
    const state = resolveShots(before, raid, layer, ordersOf(1, 2, 0), 0);
    expect([state.layers[0].remainingCount[0], state.layers[0].stockCount]).toEqual([2, 1]);
    expect(state.layers[0].nextReleaseS[0]).toBe(700);
  });

  test('the reload counts from the last launch, whatever the order of the orders', () => {
    const layer = { ...layerOf('a', 0, { reloadS: 600 }), perUnitCount: 3 } as Layer;
    const before = stateOf([layer], 1, 0);
    before.layers[0].stockCount = 3;
    const orders = { ...ordersOf(1, 3, 0), releaseS: Float64Array.of(100, 130, 40) };
    expect(resolveShots(before, raid, layer, orders, 0).layers[0].nextReleaseS[0]).toBe(730);
  });

  test('leaves the state before it as it was', () => {
    const layer = layerOf('a', 0, { reloadS: 600, launchIntervalS: 5 });
    const before = stateOf([layer], 2, 0);
    const copy = structuredClone(before);
    resolveShots(before, raid, layer, ordersOf(2, 2, 1), 0);
    expect(before).toEqual(copy);
  });

  test('refuses an interceptor that is not there', () => {
    const layer = { ...layerOf('a', 0), perUnitCount: 1 } as Layer;
    expect(() => resolveShots(stateOf([layer], 1, 0), raid, layer, ordersOf(1, 2, 0.5), 0)).toThrow(RangeError);
  });
});
