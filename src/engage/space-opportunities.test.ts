import { describe, expect, test } from 'vitest';
import { spaceLayer } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { type Opportunities, phases } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import { compileKepler } from '../physics/kepler-orbits.ts';
import { orbitStatesEci } from '../physics/orbits.ts';
import { positionAt } from '../physics/trajectory.ts';
import { Coast } from './coast.ts';
import { flyOutOf, reachKm } from './fly-out.ts';
import { type EquippedLayer, equip, prepareLayers } from './layer.ts';
import { Pursuit } from './pursuit.ts';
import { spaceOpportunities } from './space-opportunities.ts';
import { transferMarginKm } from './transfer.ts';
import { heightKm } from './windows.ts';

const LIMIT_S = 120;

interface Hit {
  unit: number;
  interceptS: number;
}

/** The plain way: every satellite, every time of the same grid, positions straight from the orbits, halving at the end. */
function bruteForce(
  world: World,
  layer: EquippedLayer,
  threatIndex: number,
  orderS: number,
  oneWayS: Float64Array,
): Hit[] {
  const { plan, space } = layer;
  const flyOut = flyOutOf(plan.accelerationG!, plan.deltaVKmS!, plan.flyOutMaxS);
  const { trajectory, launchS } = world.threats[threatIndex];
  const count = space!.count;
  const orderedS = orderS + (plan.reactionS ?? 0);
  const target = new Float64Array(3);
  const statesAt = (tS: number) => {
    const positionKm = new Float64Array(3 * count);
    const velocityKmS = new Float64Array(3 * count);
    let offset = 0;
    for (const part of space!.parts) {
      orbitStatesEci(part, world.startS + tS, positionKm, velocityKmS, offset);
      offset += 3 * part.count;
    }
    return { positionKm, velocityKmS };
  };
  const marginKm = (unit: number, at: ReturnType<typeof statesAt>, tS: number, releaseS: number) => {
    positionAt(trajectory, tS - launchS, target);
    let square = 0;
    for (let i = 0; i < 3; i++) square += (target[i] - at.positionKm[3 * unit + i]) ** 2;
    if (tS - releaseS <= LIMIT_S) return Math.sqrt(square) - reachKm(flyOut, tS - releaseS);
    const { positionKm, velocityKmS } = statesAt(releaseS);
    const released = Float64Array.of(
      ...positionKm.subarray(3 * unit, 3 * unit + 3),
      ...velocityKmS.subarray(3 * unit, 3 * unit + 3),
    );
    return transferMarginKm(flyOut, released, target, tS - releaseS);
  };
  const hits: Hit[] = [];
  const done = new Set<number>();
  for (const window of layer.windows[threatIndex]) {
    const isBoost = phases[window.phaseIndex] === 'boost';
    const readyS = isBoost ? orderedS : Math.max(orderedS, launchS + trajectory.boostEndS);
    const startS = Math.max(window.fromS + launchS, readyS);
    const endS = window.toS + launchS;
    if (!(startS < endS)) continue;
    const steps = Math.max(1, Math.ceil((endS - startS) / ((plan.flyOutMaxS ?? Infinity) <= LIMIT_S ? 1 : 5)));
    const stepS = (endS - startS) / steps;
    for (let k = 0; k <= steps; k++) {
      const tS = startS + k * stepS;
      const at = statesAt(tS);
      for (let unit = 0; unit < count; unit++) {
        const releaseS = readyS + oneWayS[unit];
        if (done.has(unit) || !(releaseS < tS) || tS - stepS >= releaseS + flyOut.maxS) continue;
        if (!(marginKm(unit, at, Math.min(tS, endS), releaseS) <= 0)) continue;
        done.add(unit);
        let [low, high] = [k === 0 ? tS : Math.max(releaseS, tS - stepS), tS];
        while (high - low > 1e-7) {
          const middle = (low + high) / 2;
          if (marginKm(unit, statesAt(middle), middle, releaseS) <= 0) high = middle;
          else low = middle;
        }
        if (high <= releaseS + flyOut.maxS) hits.push({ unit, interceptS: high });
      }
    }
  }
  return hits.sort((a, b) => a.interceptS - b.interceptS || a.unit - b.unit);
}

function hitsOf(table: Opportunities, threatIndex: number): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < table.count; i++) {
    if (table.threatIndex[i] !== threatIndex) continue;
    hits.push({ unit: table.unitIndex[i], interceptS: table.interceptS[i] });
  }
  return hits;
}

function expectSame(found: Hit[], plain: Hit[]): void {
  expect(new Set(found.map(({ unit }) => unit))).toEqual(new Set(plain.map(({ unit }) => unit)));
  const times = new Map(plain.map(({ unit, interceptS }) => [unit, interceptS]));
  for (const { unit, interceptS } of found) expect(Math.abs(interceptS - times.get(unit)!)).toBeLessThan(2e-5);
}

describe('space opportunities against the plain search', () => {
  const flight = solidFlight();
  test.each([0, 1234, 40_000, 7_000_000])('boost, raid %i s after the epoch', (startS) => {
    const layer = spaceLayer(60, 60);
    const world = smallWorld({ layers: [layer], flights: [flight, flight], spacingS: 35, startS });
    const [prepared] = prepareLayers(world).map((layer) => equip(layer));
    const oneWayS = Float64Array.from({ length: 3600 }, (_, unit) => (unit % 17 === 0 ? Number.NaN : (unit % 5) * 3));
    const table = spaceOpportunities(world, prepared, Float64Array.of(60, 105), oneWayS);
    let total = 0;
    [60, 105].forEach((orderS, threat) => {
      const plain = bruteForce(world, prepared, threat, orderS, oneWayS);
      expectSame(hitsOf(table, threat), plain);
      total += plain.length;
    });
    expect(total).toBeGreaterThan(0);
  });

  test('midcourse, long fly-outs by the transfer orbit', () => {
    const layer = spaceLayer(12, 10, { engages: ['boost', 'midcourse'], flyOutMaxS: 600, deltaVKmS: 4 });
    const world = smallWorld({ layers: [layer], flights: [flight], startS: 500 });
    const [prepared] = prepareLayers(world).map((layer) => equip(layer));
    const oneWayS = new Float64Array(120);
    const table = spaceOpportunities(world, prepared, Float64Array.of(60), oneWayS);
    const plain = bruteForce(world, prepared, 0, 60, oneWayS);
    expect(plain.length).toBeGreaterThan(1);
    expectSame(hitsOf(table, 0), plain);
  });

  test('eccentric orbits', () => {
    const satellites = Array.from({ length: 1200 }, (_, i) => ({
      semiMajorAxisKm: 6820 + (i % 7) * 10,
      ecc: 0.02,
      inclinationDeg: 40 + (i % 60),
      raanDeg: (i * 137.5) % 360,
      argPerigeeDeg: (i * 71) % 360,
      meanAnomalyDeg: (i * 99.7) % 360,
    }));
    const layer = { plan: spaceLayer(1, 1, { flyOutMaxS: 100 }).plan, parts: [compileKepler(satellites)] };
    const world = smallWorld({ layers: [layer], flights: [flight] });
    const [prepared] = prepareLayers(world).map((layer) => equip(layer));
    const oneWayS = new Float64Array(1200);
    let total = 0;
    for (const startS of [0, 3000, 6000, 9000]) {
      const later = { ...smallWorld({ layers: [layer], flights: [flight], startS }), space: world.space };
      const table = spaceOpportunities(later, prepared, Float64Array.of(40), oneWayS);
      const plain = bruteForce(later, prepared, 0, 40, oneWayS);
      expectSame(hitsOf(table, 0), plain);
      total += plain.length;
    }
    expect(total).toBeGreaterThan(0);
  });
});

test('a later order never brings an earlier intercept or more interceptors', () => {
  const world = smallWorld({ layers: [spaceLayer(60, 60)], flights: [solidFlight()] });
  const [layer] = prepareLayers(world).map((layer) => equip(layer));
  const none = new Float64Array(3600);
  const early = hitsOf(spaceOpportunities(world, layer, Float64Array.of(60), none), 0);
  const late = hitsOf(spaceOpportunities(world, layer, Float64Array.of(90), none), 0);
  expect(early.length).toBeGreaterThan(late.length);
  const times = new Map(early.map(({ unit, interceptS }) => [unit, interceptS]));
  for (const { unit, interceptS } of late) expect(interceptS).toBeGreaterThan(times.get(unit)!);
});

describe('the ends of a window and of a fly-out', () => {
  const flight = solidFlight();
  const none = new Float64Array(3600);

  /** The first intercept of a layer that may be changed, ordered at 60 s. */
  function found(change: Parameters<typeof spaceLayer>[2] = {}) {
    const world = smallWorld({ layers: [spaceLayer(60, 60, change)], flights: [flight] });
    const [layer] = prepareLayers(world).map((each) => equip(each));
    return { world, hits: hitsOf(spaceOpportunities(world, layer, Float64Array.of(60), none), 0) };
  }

  test('an intercept in the first second of a window comes at its time, not at the second', () => {
    const { world, hits } = found();
    const inside = hits.filter(({ interceptS }) => interceptS > 100 && interceptS < 165).slice(0, 4);
    expect(inside.length).toBe(4);
    for (const { unit, interceptS } of inside)
      for (const beforeS of [0.1, 0.5, 0.9]) {
        const { hits: late } = found({ minAltitudeKm: heightKm(world.threats[0].trajectory, interceptS - beforeS) });
        expect(late.find((each) => each.unit === unit)?.interceptS).toBeCloseTo(interceptS, 4);
      }
  });

  test('no intercept comes after the end of the fly-out, not by a part of a second', () => {
    const { hits } = found();
    const [first] = hits;
    const flownS = first.interceptS - 60;
    const unitsOf = (flyOutMaxS: number) => found({ flyOutMaxS }).hits.map(({ unit }) => unit);
    expect(unitsOf(flownS + 0.01)).toContain(first.unit);
    expect(unitsOf(flownS - 0.01)).not.toContain(first.unit);
    for (const { interceptS } of found({ flyOutMaxS: flownS + 5.5 }).hits)
      expect(interceptS - 60).toBeLessThanOrEqual(flownS + 5.5);
  });
});

test('the bound that leaves satellites out as too far leaves out none that has an intercept', () => {
  const flight = solidFlight();
  const none = new Float64Array(3600);
  let last = 0;
  for (let moment = 0; moment < 80; moment++) {
    const world = smallWorld({ layers: [spaceLayer(60, 60)], flights: [flight], startS: 617 * moment });
    const [whole] = prepareLayers(world).map((each) => equip(each));
    const [first] = whole.windows[0];
    const layer = { ...whole, windows: [[{ ...first, toS: 125 + (moment % 40) }]] };
    const found = hitsOf(spaceOpportunities(world, layer, Float64Array.of(60), none), 0);
    // every satellite, near or far
    const coast = new Coast(layer.space!.parts);
    coast.start(world.startS);
    const pursuit = new Pursuit(coast);
    pursuit.start(flyOutOf(layer.plan.accelerationG!, layer.plan.deltaVKmS!, layer.plan.flyOutMaxS));
    const [window] = layer.windows[0];
    pursuit.aim(world.threats[0].trajectory, 0, Math.max(60, window.fromS), window.toS);
    const all = Array.from(none, (_, unit) => unit).filter((unit) => !Number.isNaN(pursuit.interceptS(unit, 60)));
    expect(found.map(({ unit }) => unit).sort((a, b) => a - b)).toEqual(all);
    last += found.filter(({ interceptS }) => interceptS > window.toS - 5).length;
  }
  expect(last).toBeGreaterThan(25); // those of the last seconds are at the edge of the bound
});
