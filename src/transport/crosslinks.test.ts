import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpaceElement } from '../flow/world.ts';
import { emptyLinks, type LinkList } from '../num/shortest-path-graph.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { isClear } from '../physics/sight.ts';
import { addNearestLinks, gridLinkS } from './crosslinks.ts';
import { type Network, surelyClearKm2 } from './network.ts';
import type { Outages } from './outages.ts';
import { isNearer, PointGrid } from './point-grid.ts';
import type { Transport } from './transport.ts';

const EARTH_KM = 6451;
const HALF_HOP_S = 0.00025;

interface Case {
  positionKm: Float64Array;
  out: Uint8Array;
  crosslinkCount: number;
  crosslinkMaxKm: number;
}

function linksOf({ positionKm, out, crosslinkCount, crosslinkMaxKm }: Case): LinkList {
  const transport = { positionEcefKm: positionKm, grid: new PointGrid(), links: emptyLinks() } as unknown as Transport;
  const network = { first: 0, end: out.length, crosslinkCount, crosslinkMaxKm, halfHopS: HALF_HOP_S };
  const made = { ...network, grazingRadiusKm: EARTH_KM } as unknown as Network;
  addNearestLinks(transport, made, { satelliteOut: out } as unknown as Outages);
  return transport.links;
}

/** The plain way: every pair in sight, the shortest first; made if one asks for the other and both have a terminal left. */
function plainLinks({ positionKm: p, out, crosslinkCount, crosslinkMaxKm }: Case): string[] {
  const km = (a: number, b: number) =>
    Math.hypot(p[3 * a] - p[3 * b], p[3 * a + 1] - p[3 * b + 1], p[3 * a + 2] - p[3 * b + 2]);
  const alive = [...out.keys()].filter((s) => out[s] === 0);
  const asks = new Map(
    alive.map((s) => {
      const others = alive.filter((other) => other !== s && km(s, other) <= crosslinkMaxKm);
      const isFirst = (a: number, b: number) => isNearer(km(s, a) ** 2, a, km(s, b) ** 2, b);
      return [s, others.sort((a, b) => (isFirst(a, b) ? -1 : 1)).slice(0, crosslinkCount)];
    }),
  );
  const pairs = alive.flatMap((a) => alive.filter((b) => b > a).map((b) => [a, b] as const));
  const wanted = pairs
    .filter(([a, b]) => asks.get(a)!.includes(b) || asks.get(b)!.includes(a))
    .filter(([a, b]) => isClear(p, 3 * a, p, 3 * b, EARTH_KM))
    .sort(([a, b], [c, d]) => (isNearer(km(a, b) ** 2, 1e3 * a + b, km(c, d) ** 2, 1e3 * c + d) ? -1 : 1));
  const held = new Map<number, number>();
  const free = (s: number) => (held.get(s) ?? 0) < crosslinkCount;
  const take = (s: number) => held.set(s, (held.get(s) ?? 0) + 1);
  return wanted
    .filter(([a, b]) => free(a) && free(b) && take(a) && take(b))
    .map(([a, b]) => `${a} ${b} ${(km(a, b) / LIGHT_SPEED_KM_S + 2 * HALF_HOP_S).toFixed(9)}`);
}

test('a link that is taken for clear by its length alone is clear', () => {
  const lowest = 6900;
  const parts = [8000, lowest].map((semiMajorAxisKm) => ({ kind: 'walker', semiMajorAxisKm }));
  const surely = surelyClearKm2({ parts } as unknown as SpaceElement, EARTH_KM);
  const longestKm = Math.sqrt(surely);
  expect(longestKm).toBeCloseTo(2 * Math.sqrt(lowest ** 2 - EARTH_KM ** 2), 1);
  const radius = fc.constantFrom(lowest, lowest + 1, 8000);
  fc.assert(
    fc.property(radius, radius, fc.double({ min: 0, max: 1.2, noNaN: true }), (a, b, angle) => {
      const p = Float64Array.of(a, 0, 0, b * Math.cos(angle), b * Math.sin(angle), 0);
      const network = { crosslinkMaxKm: Infinity, grazingRadiusKm: EARTH_KM, halfHopS: HALF_HOP_S };
      const linkS = gridLinkS({ ...network, surelyClearKm2: surely } as Network, p, 0, 1);
      expect(linkS).toBe(gridLinkS({ ...network, surelyClearKm2: 0 } as Network, p, 0, 1));
      expect(linkS < Infinity).toBe(isClear(p, 0, p, 3, EARTH_KM));
    }),
  );
  const kepler = [{ kind: 'kepler' }, ...parts];
  expect(surelyClearKm2({ parts: kepler } as unknown as SpaceElement, EARTH_KM)).toBe(0);
});

const place = fc
  .record({
    z: fc.double({ min: -1, max: 1, noNaN: true }),
    angle: fc.double({ min: 0, max: 6.28, noNaN: true }),
    km: fc.double({ min: 6800, max: 8000, noNaN: true }),
    isOut: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? 1 : 0)),
  })
  .map(({ z, angle, km, isOut }) => {
    const r = Math.sqrt(1 - z * z);
    return { xyz: [km * r * Math.cos(angle), km * r * Math.sin(angle), km * z], isOut };
  });

const cases = fc
  .record({
    places: fc.array(place, { minLength: 2, maxLength: 60 }),
    crosslinkCount: fc.integer({ min: 1, max: 5 }),
    crosslinkMaxKm: fc.constantFrom(2000, 5000, Infinity),
  })
  .map(({ places, crosslinkCount, crosslinkMaxKm }) => ({
    positionKm: Float64Array.from(places.flatMap(({ xyz }) => xyz)),
    out: Uint8Array.from(places, ({ isOut }) => isOut),
    crosslinkCount,
    crosslinkMaxKm,
  }));

test('no satellite holds more links than it has terminals, at whichever end of them it is, and none holds a link when out', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { linkCount, from, to } = linksOf(each);
      const held = new Map<number, number>();
      for (let k = 0; k < linkCount; k++) for (const end of [from[k], to[k]]) held.set(end, (held.get(end) ?? 0) + 1);
      for (const [satellite, count] of held) {
        expect(count).toBeLessThanOrEqual(each.crosslinkCount);
        expect(each.out[satellite]).toBe(0);
      }
    }),
  );
});

test('the links are those of the plain way over all pairs', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { linkCount, from, to, weight } = linksOf(each);
      const made = Array.from({ length: linkCount }, (_, k) => `${from[k]} ${to[k]} ${weight[k].toFixed(9)}`);
      expect(made.sort()).toEqual(plainLinks(each).sort());
    }),
  );
});
