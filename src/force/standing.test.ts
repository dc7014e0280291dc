import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { stateCode } from '../flow/availability.ts';
import { prepare } from '../run/prepare.ts';
import { buildOrder, withStanding } from './standing.ts';

const { force } = prepare(shippedScenario('golden-dome-2026-07'));
const sbi = force.space.findIndex(({ id }) => id === 'sbi');
const NOT_BUILT = stateCode('not-built');
const built = (states: Uint8Array) => states.reduce((sum, state) => sum + (state === NOT_BUILT ? 0 : 1), 0);

describe('a force that is only partly there', () => {
  test('has as many units as stand, and the others say why not', () => {
    for (const share of [0, 0.1, 0.385, 1]) {
      const { stated } = withStanding(force, new Map([['sbi', share]]));
      expect(built(stated.space[sbi]!)).toBe(Math.round(7800 * share));
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
    const order = buildOrder(force.space[sbi]!);
    expect(new Set(order).size).toBe(7800);
    const perPlane = (count: number) => {
      const planes = new Uint32Array(78);
      for (let k = 0; k < count; k++) planes[Math.floor(order[k]! / 100)]!++;
      return planes;
    };
    for (const count of [78, 780, 3003]) {
      const planes = perPlane(count);
      expect(Math.max(...planes) - Math.min(...planes)).toBeLessThanOrEqual(1);
    }
    // four to a plane are a quarter of a turn apart, give or take the grid
    const places = [...order.slice(0, 4 * 78)].filter((unit) => unit < 100).sort((a, b) => a - b);
    const gaps = places.map((place, i) => (i === 0 ? place + 100 - places.at(-1)! : place - places[i - 1]!));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40);
  });

  test('what stands stays when more comes', () => {
    const states = (share: number) => withStanding(force, new Map([['sbi', share]])).stated.space[sbi]!;
    const [few, more] = [states(0.2), states(0.5)];
    few.forEach((state, unit) => {
      if (state !== NOT_BUILT) expect(more[unit]).not.toBe(NOT_BUILT);
    });
  });
});
