import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { Architecture, FailurePlan } from '../flow/architecture.ts';
import { type Availability, NOT_DRAWN, type UnitState, unitStates } from '../flow/availability.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { buildElements } from '../world/elements.ts';
import { availabilityAt, type Force, prepareForce } from './availability.ts';

const catalog = testCatalog();

function scenario(text = readFileSync(new URL('../../scenarios/golden-dome-2026-07.yaml', import.meta.url), 'utf8')) {
  return resolveScenario(parseScenario(text, 'case.yaml'), catalog);
}

const golden = scenario();
const elements = buildElements(golden);

function failing(failures: Partial<FailurePlan>): { architecture: Architecture; force: Force } {
  const architecture = { ...golden, failures: { ...golden.failures, ...failures } };
  return { architecture, force: prepareForce(architecture, elements) };
}

/** States of the units of an element, by id. */
function statesOf({ space, ground }: Availability, id: string): UnitState[] {
  const at = elements.space.findIndex((element) => element.id === id);
  const states = at >= 0 ? space[at] : ground[elements.ground.findIndex((element) => element.id === id)];
  return Array.from(states, (state) => unitStates[state]);
}

/** Elements of which no unit works, with the reason. */
function outIn(availability: Availability): Record<string, UnitState> {
  const all = [...elements.space, ...elements.ground].map(
    ({ id }) => [id, new Set(statesOf(availability, id))] as const,
  );
  return Object.fromEntries(
    all.filter(([, states]) => states.size === 1 && !states.has('works')).map(([id, [state]]) => [id, state]),
  );
}

const share = (states: readonly UnitState[], state: UnitState) =>
  states.filter((each) => each === state).length / states.length;

describe('what is stated', () => {
  test('a partner who is off takes the networks that it provides, and nothing that it only builds', () => {
    const off = (...partnersOff: string[]) => outIn(failing({ partnersOff }).force.stated);
    expect(off('amazon')).toEqual({ leo: 'denied' });
    expect(off('spacex')).toEqual({ starlink: 'denied', starshield: 'denied' });
    expect(off('us-government')).toEqual({ transport: 'denied', tracking: 'denied', radar: 'denied', lrdr: 'denied' });
    expect(off('lockheed', 'northrop', 'l3harris', 'bae-systems', 'rtx')).toEqual({});
  });

  test('a control plane is named by itself or by any network on it', () => {
    const down = (name: string) => outIn(failing({ controlPlanesDown: [name] }).force.stated);
    const both = { starlink: 'control-plane-down', starshield: 'control-plane-down' };
    expect(down('starlink-control-plane')).toEqual(both);
    expect(down('starlink')).toEqual(both);
    expect(down('starshield')).toEqual(both);
    expect(down('leo')).toEqual({ leo: 'control-plane-down' });
  });

  test.each([
    ['leo', 2],
    ['sbi', 0],
    ['tracking', 5],
  ])('a plane out of %s is its satellites and no others', (element, plane) => {
    const states = statesOf(failing({ planesOut: [{ element, shell: 0, plane }] }).force.stated, element);
    const part = elements.space.find(({ id }) => id === element)!.parts[0];
    if (part.kind !== 'walker') throw new Error('needs planes');
    const from = plane * part.satellitesPerPlane;
    states.forEach((state, unit) => {
      expect(state, `${unit}`).toBe(unit >= from && unit < from + part.satellitesPerPlane ? 'lost-plane' : 'works');
    });
  });

  test('gateways that are out and gateways in a jammed region say which they are', () => {
    const [one, two] = golden.networks[0].gateways!;
    const { latDeg, lonDeg } = golden.sites[two];
    const { gateways } = failing({ gatewaysOut: [one], jammed: [{ latDeg, lonDeg, radiusKm: 1 }] }).force.stated;
    const named = Object.entries(gateways).map(([site, state]) => [site, unitStates[state]]);
    expect(Object.fromEntries(named)).toMatchObject({ [one]: 'lost-site', [two]: 'jammed' });
    expect(named.filter(([, state]) => state === 'lost-site')).toEqual([[one, 'lost-site']]);
    expect(named.length).toBeLessThan(5);
  });
});

describe('what fails by chance', () => {
  test('repeats with seed and trial, and has its share in every role', () => {
    const { architecture, force } = failing({ satelliteOutProbability: 0.3 });
    const one = availabilityAt(force, architecture, 3);
    expect(availabilityAt(force, architecture, 3).space).toEqual(one.space);
    expect(availabilityAt(force, architecture, 4).space).not.toEqual(one.space);
    for (const [id, works] of [
      ['sbi', 0.95 * 0.7],
      ['starlink', 0.98 * 0.7],
      ['leo', 0.97 * 0.7],
    ] as const) {
      const states = statesOf(one, id);
      const sigma = Math.sqrt((works * (1 - works)) / states.length);
      expect(Math.abs(share(states, 'works') - works), id).toBeLessThan(4 * sigma);
      expect(share(states, 'works') + share(states, 'failed')).toBeCloseTo(1, 12);
    }
    const radars = Array.from({ length: 120 }, (_, trial) =>
      statesOf(availabilityAt(force, architecture, trial), 'radar'),
    );
    expect(Math.abs(share(radars.flat(), 'works') - 0.97)).toBeLessThan(0.04); // sites do not fly
  });

  test('a greater chance takes more of the same units', () => {
    const out = [0, 0.1, 0.4, 1].map((satelliteOutProbability) => {
      const { architecture, force } = failing({ satelliteOutProbability });
      const { space } = availabilityAt(force, architecture, 7);
      return space.flatMap((states) => [...states].map((state) => (state === 0 ? 0 : 1)));
    });
    for (let k = 1; k < out.length; k++) expect(out[k].every((isOut, unit) => isOut >= out[k - 1][unit])).toBe(true);
    expect(out.at(-1)!.every((isOut) => isOut === 1)).toBe(true);
  });

  test('interceptors drawn when asked are those drawn at once; arrays of the raid before leave no trace', () => {
    const { architecture, force } = failing({
      satelliteOutProbability: 0.2,
      planesOut: [{ element: 'sbi', shell: 0, plane: 1 }],
    });
    let reuse: Availability | undefined;
    for (const trial of [5, 6, 5]) {
      const whole = availabilityAt(force, architecture, trial);
      const brief: Availability = availabilityAt(force, architecture, trial, { reuse });
      const at = elements.space.findIndex(({ id }) => id === 'sbi');
      expect(brief.space[at].includes(NOT_DRAWN)).toBe(true);
      const drawn = whole.space[at].map((_, unit) => brief.draw(at, unit));
      expect(drawn).toEqual(whole.space[at]);
      expect(brief.space).toEqual(whole.space);
      expect(brief.ground).toEqual(whole.ground);
      reuse = brief;
    }
  });

  test('networks on one control plane go silent together, others apart from them', () => {
    const often = { ...golden, networks: golden.networks.map((plan) => ({ ...plan, outageHYr: 8766 * 0.3 })) };
    const force = prepareForce(often, elements);
    const silent = (availability: Availability, id: string) => statesOf(availability, id).includes('network-silent');
    let together = 0;
    let apart = 0;
    for (let trial = 0; trial < 200; trial++) {
      const availability = availabilityAt(force, often, trial);
      const isSilent = silent(availability, 'starlink');
      expect(silent(availability, 'starshield')).toBe(isSilent);
      if (isSilent) together++;
      if (isSilent !== silent(availability, 'leo')) apart++;
    }
    expect(Math.abs(together / 200 - 0.3)).toBeLessThan(0.13);
    expect(apart).toBeGreaterThan(40);
  });

  test('a sensor more leaves the draws of all others alone', () => {
    const text = readFileSync(new URL('../../scenarios/golden-dome-2026-07.yaml', import.meta.url), 'utf8');
    const more = scenario(
      text.replace('sensors:\n', 'sensors:\n  - { id: first, use: tpy-2, sites: [guam, fort-greely] }\n'),
    );
    const built = buildElements(more);
    const [a, b] = [
      availabilityAt(prepareForce(golden, elements), golden, 2),
      availabilityAt(prepareForce(more, built), more, 2),
    ];
    expect(b.space).toEqual(a.space);
    expect(b.ground.slice(1)).toEqual(a.ground);
  });
});
