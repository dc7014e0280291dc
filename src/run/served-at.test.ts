import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { WORKS } from '../flow/availability.ts';
import { availabilityAt } from '../force/availability.ts';
import { linksAt } from '../transport/links.ts';
import { outagesOf } from '../transport/outages.ts';
import { prepare } from './prepare.ts';
import { NO_TERMINAL, SERVED, servedAt, UNSERVED } from './served-at.ts';

const AT_S = 1234;
const prepared = prepare(shippedScenario('golden-dome-2026-07'));

const of = (id: string, served: Uint8Array[]) => served[prepared.elements.space.findIndex((each) => each.id === id)];
const count = (all: Uint8Array, state: number) => all.reduce((sum, each) => sum + Number(each === state), 0);

test('where nothing fails, those are served that have a way to the centre; relays carry no terminal', () => {
  const served = servedAt(prepared, { atS: AT_S });
  const [transport] = prepared.transports;
  const times = linksAt(transport, { startS: AT_S, tS: 0 }, outagesOf(transport, prepared.force.stated));
  const sbi = of('sbi', served);
  expect(count(sbi, SERVED)).toBe(times.interceptorOneWayS[0].filter(Number.isFinite).length);
  expect(count(sbi, SERVED) + count(sbi, UNSERVED)).toBe(sbi.length);
  prepared.elements.space.forEach(({ role }, e) => {
    if (role === 'network') expect(count(served[e], NO_TERMINAL)).toBe(served[e].length);
  });
});

test('in a raid none is served that is out, and nobody is served where no network is', () => {
  const { force, architecture, elements } = prepared;
  const served = servedAt(prepared, { atS: AT_S, trial: 3 });
  const availability = availabilityAt(force, architecture, 3);
  let out = 0;
  elements.space.forEach((_, e) => {
    for (const [unit, state] of availability.space[e].entries()) {
      if (state === WORKS) continue;
      out++;
      expect(served[e][unit]).not.toBe(SERVED);
    }
  });
  expect(out).toBeGreaterThan(0);
  const alone = servedAt({ ...prepared, transports: [] }, { atS: AT_S });
  expect(alone.every((each) => count(each, NO_TERMINAL) === each.length)).toBe(true);
});
