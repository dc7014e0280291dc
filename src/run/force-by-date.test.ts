import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { root } from '../../test/fixtures/shipped-scenario.ts';
import type { Architecture } from '../flow/architecture.ts';
import { stateCode, type UnitState } from '../flow/availability.ts';
import { monthOf } from '../programme/month-of.ts';
import { programmeOf } from '../programme/programme.ts';
import { loadScenario } from '../read/load-scenario.ts';
import { countedElements, forceOn, standingOn } from './force-by-date.ts';
import { jointDraw, jointPlan } from './joint.ts';
import { prepare } from './prepare.ts';

const catalog = testCatalog();
const text = readFileSync(`${root}scenarios/golden-dome-2026-07.yaml`, 'utf8');
const scenario = (events: string): Architecture =>
  loadScenario(events === '' ? text : `${text}events:\n${events}\n`, catalog);
const plain = scenario('');
const { force } = prepare(plain);

function on(architecture: Architecture, date: string) {
  const programme = programmeOf(architecture, { draw: 0 });
  const standing = standingOn(architecture, programme, { date, month: monthOf(architecture, date) });
  const { stated } = forceOn(force, standing);
  const states = (id: string, state: UnitState) => {
    const space = force.space.findIndex((element) => element.id === id);
    const list =
      space >= 0 ? stated.space[space] : stated.ground[force.ground.findIndex((element) => element.id === id)];
    return list.reduce((sum, each) => sum + (each === stateCode(state) ? 1 : 0), 0);
  };
  const stock = (id: string) => standing.counts[countedElements(programme).findIndex((element) => element.id === id)];
  return { states, stock };
}

describe('what stands on a date', () => {
  test('a loss shows from its day on, with its reason, and not the day before', () => {
    const lost = scenario('  - { date: 2036-01-01, element: sbi, what: lost, share: 0.5 }');
    const before = on(plain, '2036-01-01').stock('sbi');
    const after = on(lost, '2036-01-01');
    expect(after.stock('sbi')).toBeCloseTo(before / 2, 6);
    expect(after.states('sbi', 'works')).toBe(Math.round(before / 2));
    expect(after.states('sbi', 'lost-unit')).toBe(Math.round(before) - Math.round(before / 2));
    expect(on(lost, '2035-12-01').states('sbi', 'lost-unit')).toBe(0);
    expect(on(lost, '2035-12-01').stock('sbi')).toBe(on(plain, '2035-12-01').stock('sbi'));
  });

  test('a day within a month is seen by a raid of the next day and by none of the day before', () => {
    const lost = scenario('  - { date: 2036-01-15, element: sbi, what: lost, share: 0.5 }');
    const before = on(plain, '2036-01-14').stock('sbi');
    expect(on(lost, '2036-01-14').stock('sbi')).toBeCloseTo(before, 6);
    expect(on(lost, '2036-01-15').stock('sbi')).toBeCloseTo(before / 2, 0);
    expect(on(lost, '2036-02-01').stock('sbi')).toBeLessThan(0.55 * before);
  });

  test('planes and sites are those that were lost', () => {
    const lost = scenario(`  - { date: 2036-01-01, element: sbi, what: lost, planes: 39 }
  - { date: 2036-01-01, element: gbi, what: lost, sites: [vandenberg] }`);
    const day = on(lost, '2036-01-01');
    expect(day.states('gbi', 'lost-site')).toBe(1);
    expect(day.states('gbi', 'works')).toBe(force.ground.find(({ id }) => id === 'gbi')!.count - 1);
    expect(day.states('sbi', 'lost-plane')).toBeGreaterThan(1000);
    expect(day.states('sbi', 'works')).toBe(Math.round(day.stock('sbi')));
  });

  test('a network is silent for its time and no longer', () => {
    const silent = scenario('  - { date: 2034-01-01, network: starshield, what: silent, untilDate: 2034-01-08 }');
    expect(on(silent, '2033-12-31').states('starshield', 'network-silent')).toBe(0);
    expect(on(silent, '2034-01-07').states('starshield', 'network-silent')).toBeGreaterThan(100);
    expect(on(silent, '2034-01-07').states('starshield', 'works')).toBe(0);
    expect(on(silent, '2034-01-08').states('starshield', 'network-silent')).toBe(0);
  });

  test('a partner who stops leaves what stands; one who denies takes it, for a time or for good', () => {
    const at = (what: string) => on(scenario(`  - { date: 2034-01-01, partner: spacex, what: ${what} }`), '2034-02-01');
    const stands = on(plain, '2034-02-01').states('starshield', 'works');
    expect(stands).toBeGreaterThan(100);
    expect(at('stops').states('starshield', 'works')).toBeGreaterThan(0.95 * stands);
    expect(at('denied').states('starshield', 'works')).toBe(0);
    expect(at('denied').states('starshield', 'denied')).toBeGreaterThan(0.95 * stands);
    expect(at('denied').stock('starshield')).toBe(0);
    const all = force.space.find(({ id }) => id === 'starlink')!.count;
    expect(at('denied').states('starlink', 'denied')).toBe(all);
    const month = scenario('  - { date: 2034-01-01, partner: spacex, what: denied, untilDate: 2034-03 }');
    expect(on(month, '2034-02-01').states('starshield', 'denied')).toBeGreaterThan(0.95 * stands);
    expect(on(month, '2034-02-01').stock('starshield')).toBe(0);
    expect(on(month, '2034-03-01').states('starshield', 'works')).toBeGreaterThan(0.9 * stands);
    expect(on(month, '2034-03-01').states('starshield', 'denied')).toBe(0);
  });

  test('what is bought as a service is lost from its day on, as nobody here replaces it', () => {
    const service = text.replace('use: sdn-backbone }', 'use: sdn-backbone, serviceMusdYr: 100 }');
    expect(service).not.toBe(text);
    const lost = loadScenario(
      `${service}events: [{ date: 2034, element: starshield, what: lost, share: 0.25 }]\n`,
      catalog,
    );
    const all = force.space.find(({ id }) => id === 'starshield')!.count;
    expect(on(lost, '2033-01-01').states('starshield', 'works')).toBe(all);
    expect(on(lost, '2044-01-01').states('starshield', 'lost-unit')).toBe(all / 4);
  });
});

test('what is bought as a service wears out while its provider sends nothing, and comes back as fast', () => {
  const until = scenario('  - { date: 2034-01-01, partner: spacex, what: stops, untilDate: 2036-01-01 }');
  const { count } = force.space.find(({ id }) => id === 'starlink')!;
  const { lifeYr } = until.networks.find(({ id }) => id === 'starlink')!;
  const worn = (date: string) => on(until, date).states('starlink', 'worn-out') / count;
  expect(worn('2034-01-01')).toBe(0);
  expect(worn('2035-01-01')).toBeCloseTo(1 / lifeYr!, 2);
  expect(worn('2036-01-01')).toBeCloseTo(2 / lifeYr!, 2);
  expect(worn('2037-01-01')).toBeCloseTo(1 / lifeYr!, 2);
  expect(worn('2038-01-01')).toBe(0);
  expect(on(until, '2036-01-01').states('starlink', 'not-built')).toBe(0);
});

describe('raids by date', () => {
  const dates = ['2033-01-01', '2036-01-01'];
  const draw = (architecture: Architecture) => jointDraw(jointPlan(architecture, { draws: 16, raids: 4, dates }), 0)!;

  test('see every event up to their date; those before it and the force as if complete see none', () => {
    const before = draw(plain);
    const sensors = plain.sensors.map(({ id }) => `  - { date: 2035-12-15, element: ${id}, what: lost, share: 1 }`);
    const after = draw(scenario(sensors.join('\n')));
    expect(after.cells[0]).toEqual(before.cells[0]);
    expect(after.complete).toEqual(before.complete);
    expect(before.cells[1].leakerCount).toBeLessThan(40);
    expect(after.cells[1].leakerCount).toBe(40); // nobody sees a launch
    expect(after.cells[1].noLeakerCount).toBe(0);
  });

  test('an empty list of events is the same row to the bit', () => {
    expect(draw({ ...plain, events: [] })).toEqual(draw(plain));
  });
});
