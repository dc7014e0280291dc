import { WORKS } from '../flow/availability.ts';
import { availabilityAt } from '../force/availability.ts';
import { linksAt } from '../transport/links.ts';
import { outagesOf } from '../transport/outages.ts';
import type { LinkMoment } from './link-map.ts';
import type { Prepared } from './prepare.ts';

/** Of a satellite: it carries no terminal, it holds none of those that it asks for, or it is served. */
export const NO_TERMINAL = 0;
export const UNSERVED = 1;
export const SERVED = 2;

/**
 * Which satellites hold a terminal with a way to the command centre at a moment, all clients that work at once, sensors first.
 *
 * @returns [element of the space][unit] `NO_TERMINAL`, `UNSERVED` or `SERVED`; relays and satellites that talk to the ground alone carry none
 */
export function servedAt(
  { force, architecture, elements, transports: [transport] }: Prepared,
  { atS, trial }: LinkMoment,
) {
  const served = elements.space.map(({ count }) => new Uint8Array(count));
  if (!transport) return served;
  const availability = trial === undefined ? force.stated : availabilityAt(force, architecture, trial);
  const units = { sensor: [] as number[][], interceptor: [] as number[][] };
  elements.space.forEach(({ role, planIndex }, e) => {
    if (role === 'network') return;
    const working: number[] = [];
    for (const [unit, state] of availability.space[e].entries()) if (state === WORKS) working.push(unit);
    units[role][planIndex] = working;
  });
  const { sensorOneWayS, interceptorOneWayS } = linksAt(
    transport,
    { startS: atS, tS: 0, sensorUnits: units.sensor, interceptorUnits: units.interceptor },
    outagesOf(transport, availability),
  );
  elements.space.forEach(({ role, planIndex }, e) => {
    if (role === 'network') return;
    const plan = role === 'sensor' ? architecture.sensors[planIndex] : architecture.interceptors[planIndex];
    if (plan.terminals.length === 0) return;
    const times = (role === 'sensor' ? sensorOneWayS : interceptorOneWayS)[planIndex];
    for (const [unit, oneWayS] of times.entries()) served[e][unit] = Number.isFinite(oneWayS) ? SERVED : UNSERVED;
  });
  return served;
}
