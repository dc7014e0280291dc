import { expect, test } from 'vitest';
import { parseElements } from '../../physics/element-file.ts';
import { type ElementOrbits, elementOrbits, elementStatesEci } from '../../physics/sgp4.ts';
import { motifOf } from './motif.ts';

const EPOCH_UTC = '2026-05-12T12:00:00';
const EPOCH_S = Date.parse(`${EPOCH_UTC}Z`) / 1000;

interface Mean {
  nodeDeg: number;
  phaseDeg: number;
  inclinationDeg?: number;
  revDay?: number;
}

/** A constellation by mean elements, as a file of OMM would bring it. */
function orbitsOf(means: readonly Mean[]): ElementOrbits {
  const text = JSON.stringify(
    means.map(({ nodeDeg, phaseDeg, inclinationDeg = 53, revDay = 15.06 }, k) => ({
      OBJECT_NAME: `S${k}`,
      OBJECT_ID: '2026-001A',
      EPOCH: EPOCH_UTC,
      MEAN_MOTION: revDay,
      ECCENTRICITY: 0.0001,
      INCLINATION: inclinationDeg,
      RA_OF_ASC_NODE: ((nodeDeg % 360) + 360) % 360,
      ARG_OF_PERICENTER: 0,
      MEAN_ANOMALY: ((phaseDeg % 360) + 360) % 360,
      EPHEMERIS_TYPE: 0,
      CLASSIFICATION_TYPE: 'U',
      NORAD_CAT_ID: 50_000 + k,
      ELEMENT_SET_NO: 999,
      REV_AT_EPOCH: 1,
      BSTAR: 0,
      MEAN_MOTION_DOT: 0,
      MEAN_MOTION_DDOT: 0,
    })),
  );
  const { sets, problems } = parseElements(text);
  expect(problems).toEqual([]);
  return elementOrbits(sets, EPOCH_S);
}

const PLANES = 12;
const SLOTS = 18;
/** Planes 30 degrees apart whose satellites are next to each other in phase: no shift, with a scatter as of real ones. */
const shell = (change: Partial<Mean> = {}): Mean[] =>
  Array.from({ length: PLANES * SLOTS }, (_, k) => {
    const plane = Math.floor(k / SLOTS);
    return {
      nodeDeg: 29.9 * plane + 0.1 * Math.sin(7 * k),
      phaseDeg: 20 * (k % SLOTS) - 29.9 * plane * Math.cos((53 * Math.PI) / 180) + 0.3 * Math.sin(11 * k),
      ...change,
    };
  });

const allHave = () => true;
const linkNames = (pairs: Int32Array) =>
  new Set(
    Array.from({ length: pairs.length / 2 }, (_, i) =>
      [pairs[2 * i], pairs[2 * i + 1]].sort((a, b) => a - b).join(' '),
    ),
  );

test('finds the planes of a shell, and links each satellite fore, aft and to those beside it', () => {
  const { pairs, shells } = motifOf(orbitsOf(shell()), 4, allHave);
  expect(shells.map((planes) => planes.map((plane) => plane.length))).toEqual([Array(PLANES).fill(SLOTS)]);
  const expected = new Set<string>();
  for (let p = 0; p < PLANES; p++)
    for (let s = 0; s < SLOTS; s++) {
      const fore = [p * SLOTS + s, p * SLOTS + ((s + 1) % SLOTS)];
      expected.add(fore.sort((a, b) => a - b).join(' '));
      if (p + 1 < PLANES) expected.add(`${p * SLOTS + s} ${(p + 1) * SLOTS + s}`);
    }
  const found = linkNames(pairs);
  for (const link of expected) expect(found, link).toContain(link);
  expect(found.size).toBe(expected.size); // the gap behind the last plane is wider than a neighbour's
});

test('what is being raised, flies alone or has no lasers is left out; no satellite holds more links than it has', () => {
  const raised = Array.from({ length: 20 }, (_, k) => ({ nodeDeg: 0.05 * k, phaseDeg: 2 * k }));
  const fewPlanes = Array.from({ length: 2 * SLOTS }, (_, k) => ({
    nodeDeg: 30 * Math.floor(k / SLOTS),
    phaseDeg: 20 * k,
    revDay: 15.5,
  }));
  const alone = [{ nodeDeg: 100, phaseDeg: 0, inclinationDeg: 70 }];
  const orbits = orbitsOf([...shell(), ...raised.map((each) => ({ ...each, revDay: 15.3 })), ...fewPlanes, ...alone]);
  for (const count of [2, 3, 4]) {
    const { pairs } = motifOf(orbits, count, (satellite) => satellite >= SLOTS);
    const held = new Map<number, number>();
    for (const satellite of pairs) held.set(satellite, (held.get(satellite) ?? 0) + 1);
    expect(Math.min(...held.keys())).toBe(SLOTS);
    expect(Math.max(...held.keys())).toBeLessThan(PLANES * SLOTS);
    expect(Math.max(...held.values())).toBe(count);
  }
});

test('linked satellites of a dense shell fly along with each other: a day later they are as slow past each other', () => {
  const dense = Array.from({ length: 72 * 18 }, (_, k) => {
    const plane = Math.floor(k / 18);
    return { nodeDeg: 5 * plane, phaseDeg: 20 * (k % 18) + 12.5 * plane, inclinationDeg: 53.2, revDay: 15.08 };
  });
  const orbits = orbitsOf(dense);
  const { pairs } = motifOf(orbits, 4, allHave);
  expect(pairs.length / 2).toBe(2 * 72 * 18);
  const positionKm = new Float64Array(3 * orbits.count);
  const velocityKmS = new Float64Array(3 * orbits.count);
  const apart = (list: Float64Array, a: number, b: number) =>
    Math.hypot(...[0, 1, 2].map((i) => list[3 * a + i] - list[3 * b + i]));
  for (const tS of [0, 86_400]) {
    elementStatesEci(orbits, tS, positionKm, velocityKmS);
    let fastest = 0;
    let longest = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const isAlong = Math.floor(pairs[i] / 18) === Math.floor(pairs[i + 1] / 18);
      if (!isAlong) fastest = Math.max(fastest, apart(velocityKmS, pairs[i], pairs[i + 1]));
      longest = Math.max(longest, apart(positionKm, pairs[i], pairs[i + 1]));
    }
    expect(fastest).toBeLessThan(0.9); // 0.60 to 0.80 km/s to the planes beside
    expect(longest).toBeLessThan(2500); // 2,403 km along the plane
  }
});
