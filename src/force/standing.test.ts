import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { stateCode } from '../flow/availability.ts';
import { prepare } from '../run/prepare.ts';
import { buildOrder, type StandingLoss, withOut, withStanding } from './standing.ts';

const { force } = prepare(shippedScenario('golden-dome-2026-07'));
const sbi = force.space.findIndex(({ id }) => id === 'sbi');
const NOT_BUILT = stateCode('not-built');
const built = (states: Uint8Array) => states.reduce((sum, state) => sum + (state === NOT_BUILT ? 0 : 1), 0);

describe('a force that is only partly there', () => {
  test('has as many units as stand, and the others say why not', () => {
    for (const share of [0, 0.1, 0.385, 1]) {
      const { stated } = withStanding(force, new Map([['sbi', share]]));
      expect(built(stated.space[sbi])).toBe(Math.round(7800 * share));
    }
  });

  test('what is not named stands whole, and the force itself is not touched', () => {
    const before = force.stated.space.map((states) => built(states));
    const { stated } = withStanding(force, new Map([['sbi', 0.2]]));
    stated.space.forEach((states, i) => {
      if (i !== sbi) expect(built(states)).toBe(before[i]);
    });
    expect(force.stated.space.map((states) => built(states))).toEqual(before);
  });

  test('is spread over planes and places: no plane has a second before every plane has its first', () => {
    const order = buildOrder(force.space[sbi]);
    expect(new Set(order).size).toBe(7800);
    const perPlane = (count: number) => {
      const planes = new Uint32Array(78);
      for (let k = 0; k < count; k++) planes[Math.floor(order[k] / 100)]++;
      return planes;
    };
    for (const count of [78, 780, 3003]) {
      const planes = perPlane(count);
      expect(Math.max(...planes) - Math.min(...planes)).toBeLessThanOrEqual(1);
    }
    // four to a plane are a quarter of a turn apart, give or take the grid
    const places = [...order.slice(0, 4 * 78)].filter((unit) => unit < 100).sort((a, b) => a - b);
    const gaps = places.map((place, i) => (i === 0 ? place + 100 - places.at(-1)! : place - places[i - 1]));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40);
  });

  test('what stands stays when more comes', () => {
    const states = (share: number) => withStanding(force, new Map([['sbi', share]])).stated.space[sbi];
    const [few, more] = [states(0.2), states(0.5)];
    few.forEach((state, unit) => {
      if (state !== NOT_BUILT) expect(more[unit]).not.toBe(NOT_BUILT);
    });
  });
});

describe('a force that has lost units', () => {
  const gbi = force.ground.findIndex(({ id }) => id === 'gbi');
  const stateCount = (states: Uint8Array, state: Parameters<typeof stateCode>[0]) =>
    states.reduce((sum, each) => sum + (each === stateCode(state) ? 1 : 0), 0);
  const loss = (fields: Partial<StandingLoss>): StandingLoss => ({
    element: 'sbi',
    beforeFraction: 1,
    afterFraction: 0.5,
    state: 'lost-unit',
    ...fields,
  });

  test('by a share: as many as the campaign says are left, evenly; the others are lost, not unbuilt', () => {
    const states = withStanding(force, new Map([['sbi', 0.5]]), [loss({})]).stated.space[sbi];
    expect(stateCount(states, 'lost-unit')).toBe(3900);
    expect(stateCount(states, 'not-built')).toBe(0);
    const perPlane = new Uint32Array(78);
    states.forEach((state, unit) => {
      if (state === 0) perPlane[Math.floor(unit / 100)]++;
    });
    expect(Math.max(...perPlane) - Math.min(...perPlane)).toBeLessThanOrEqual(1);
  });

  test('of a force half built, and partly there again: lost, rebuilt and never built are told apart', () => {
    const half = loss({ beforeFraction: 0.6, afterFraction: 0.3 });
    const states = withStanding(force, new Map([['sbi', 0.4]]), [half]).stated.space[sbi];
    expect(stateCount(states, 'works')).toBe(3120);
    expect(stateCount(states, 'lost-unit')).toBe(1560);
    expect(stateCount(states, 'not-built')).toBe(3120);
    const more = withStanding(force, new Map([['sbi', 0.9]]), [half]).stated.space[sbi];
    expect(stateCount(more, 'lost-unit')).toBe(0);
    expect(withStanding(force, new Map([['sbi', 1]]), [half]).stated.space[sbi]).toBe(force.stated.space[sbi]);
  });

  test('by planes: those planes are empty, the others whole, and they are filled last', () => {
    const planes = [0, 26, 52].map((plane) => ({ shell: 0, plane }));
    const three = loss({ state: 'lost-plane', planes, afterFraction: 75 / 78 });
    const states = withStanding(force, new Map([['sbi', 75 / 78]]), [three]).stated.space[sbi];
    states.forEach((state, unit) => {
      expect(state).toBe([0, 26, 52].includes(Math.floor(unit / 100)) ? stateCode('lost-plane') : 0);
    });
    const again = withStanding(force, new Map([['sbi', 77 / 78]]), [three]).stated.space[sbi];
    expect(stateCount(again, 'lost-plane')).toBe(100);
  });

  test('by sites: those and no others', () => {
    const { siteIds } = force.ground[gbi];
    const first = loss({ element: 'gbi', state: 'lost-site', sites: [siteIds[0]] });
    const states = withStanding(force, new Map([['gbi', 0.5]]), [first]).stated.ground[gbi];
    expect(Array.from(states)).toEqual(siteIds.map((_, unit) => (unit === 0 ? stateCode('lost-site') : 0)));
  });

  test('one loss after another: what was put up in between is lost again', () => {
    const planes = [{ shell: 0, plane: 5 }];
    const list = [
      loss({ state: 'lost-plane', planes, afterFraction: 77 / 78 }),
      loss({ beforeFraction: 1, afterFraction: 0.75, state: 'denied' }),
    ];
    const states = withStanding(force, new Map([['sbi', 0.75]]), list).stated.space[sbi];
    expect(stateCount(states, 'denied')).toBe(1950);
    expect(stateCount(states, 'lost-plane')).toBe(0);
  });

  test('whole elements are out with their reason, and what was out keeps its own', () => {
    const network = force.space.find(({ role }) => role === 'network')!;
    const silent = withOut(
      withStanding(force, new Map([['sbi', 0.5]])),
      new Map([
        [network.id, 'network-silent'],
        ['sbi', 'denied'],
      ]),
    ).stated;
    const states = silent.space[force.space.indexOf(network)];
    expect(stateCount(states, 'network-silent')).toBe(states.length);
    expect(stateCount(silent.space[sbi], 'denied')).toBe(3900);
    expect(stateCount(silent.space[sbi], 'not-built')).toBe(3900);
    expect(withOut(force, new Map())).toBe(force);
  });
});
