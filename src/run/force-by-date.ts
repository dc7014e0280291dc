import type { Architecture } from '../flow/architecture.ts';
import type { UnitState } from '../flow/availability.ts';
import { type EventPlan, lastsAt, yearsTo } from '../flow/events.ts';
import type { Fielded } from '../flow/programme.ts';
import type { Force } from '../force/availability.ts';
import { type StandingLoss, withCablesOut, withOut, withStanding } from '../force/standing.ts';
import { lossesBy } from '../programme/campaign-events.ts';

/** What stands on a date in one programme, and why the rest does not. */
export interface Standing {
  /** Share of its units that stands, by element; what the programme does not count stands. */
  shares: Map<string, number>;
  losses: StandingLoss[];
  /** Elements that are out as a whole for a time. */
  out: Map<string, UnitState>;
  /** Cables that are cut, and landings that are lost. */
  cables: string[];
  landings: string[];
  /** Units in service, of the elements that the programme counts. */
  counts: number[];
}

/** A date, and the month of the programme that ends with it or is the last to end before it. */
export interface DateOfProgramme {
  date: string;
  month: number;
}

/** The elements that a programme counts in units. */
export function countedElements({ elements }: Fielded): Fielded['elements'] {
  return elements.filter(({ inServiceCounts }) => inServiceCounts !== undefined);
}

/**
 * What stands on a date: what the programme has in service, less what events until that day took.
 *
 * What the programme does not count, being bought as a service, stands whole until an event takes it; what is lost of it is not replaced here, and it wears
 * out while its provider makes or launches nothing. Partners who deny their service for a time and networks that are silent take whole
 * elements while it lasts.
 */
export function standingOn(architecture: Architecture, programme: Fielded, { date, month }: DateOfProgramme): Standing {
  const { events = [], analysis } = architecture;
  const tYr = yearsTo(date, analysis.startYear);
  const counted = countedElements(programme);
  const counts = counted.map(({ inServiceCounts, targetCount }) => Math.min(targetCount, inServiceCounts![month] ?? 0));
  const shares = new Map(counted.map(({ id, targetCount }, e) => [id, targetCount > 0 ? counts[e] / targetCount : 1]));
  const losses: StandingLoss[] = [];
  const out = new Map<string, UnitState>();
  for (const { element, event, atYr, beforeCount, afterCount } of programme.losses ?? []) {
    const { targetCount } = counted.find(({ id }) => id === element)!;
    if (atYr > tYr) continue;
    losses.push(lossOf(events[event], element, beforeCount / targetCount, afterCount / targetCount));
    // after the end of the month, and not in its count yet
    if (atYr > (month + 1) / 12 && beforeCount > 0)
      shares.set(element, (shares.get(element)! * afterCount) / beforeCount);
  }
  for (const event of events) {
    if (event.atYr > tYr) continue;
    for (const loss of serviceLosses(event, architecture, tYr)) {
      const { element, left } = loss;
      if (counted.some(({ id }) => id === element)) continue;
      const before = shares.get(element) ?? 1;
      losses.push({ ...lossOf(event, element, before, before * left), ...(loss.state && { state: loss.state }) });
      shares.set(element, before * left);
    }
    for (const [id, state] of outBy(event, tYr)) out.set(id, state);
  }
  const cuts = events.flatMap((event) => (event.kind === 'cable' && lastsAt(event, tYr) ? [event] : []));
  return {
    shares,
    losses,
    out,
    cables: cuts.flatMap(({ cable }) => cable ?? []),
    landings: cuts.flatMap(({ landing }) => landing ?? []),
    counts: counted.map(({ id, targetCount }, e) => {
      if (out.get(id) === 'denied') return 0;
      return events.length > 0 ? shares.get(id)! * targetCount : counts[e];
    }),
  };
}

/** What an event has taken by a time of what is bought as a service: at once, or as it wears out and its provider sends nothing after. */
function serviceLosses(
  event: EventPlan,
  { networks, sensors, interceptors }: Architecture,
  tYr: number,
): { element: string; left: number; state?: 'worn-out' }[] {
  const atOnce = lossesBy(event).map(({ id, lostFraction }) => ({ element: id, left: 1 - lostFraction }));
  if (event.kind !== 'partner') return atOnce;
  const worn = event.elements.map(({ id, madeFraction, launchedFraction }) => {
    const { lifeYr = Infinity } = [...networks, ...sensors, ...interceptors].find((plan) => plan.id === id)!;
    return {
      element: id,
      left: leftOfWear(event, Math.min(madeFraction, launchedFraction), { lifeYr, tYr }),
      state: 'worn-out' as const,
    };
  });
  return [
    ...atOnce,
    ...worn.filter(({ element, left }) => left < 1 && !atOnce.some((each) => each.element === element)),
  ];
}

/** Units came evenly over their life, so they go evenly; when their provider is back they come as fast as they went. */
function leftOfWear(
  { atYr, untilYr = Infinity }: Extract<EventPlan, { kind: 'partner' }>,
  goesOn: number,
  { lifeYr, tYr }: { lifeYr: number; tYr: number },
): number {
  const goneYr = Math.min(tYr, untilYr) - atYr;
  const backYr = Math.max(0, tYr - untilYr);
  const worn = lifeYr === Infinity ? 0 : Math.min(1, goneYr / lifeYr) - backYr / lifeYr;
  return 1 - (1 - goesOn) * Math.max(0, worn);
}

/** The force of a date. */
export function forceOn(force: Force, { shares, losses, out, cables, landings }: Standing): Force {
  const standing = withOut(withStanding(force, shares, losses), out);
  return cables.length + landings.length > 0 ? withCablesOut(standing, cables, landings) : standing;
}

function lossOf(event: EventPlan, element: string, beforeFraction: number, afterFraction: number): StandingLoss {
  const loss = { element, beforeFraction, afterFraction };
  if (event.kind !== 'loss') return { ...loss, state: 'denied' };
  const { planes, sites } = event;
  if (planes) return { ...loss, state: 'lost-plane', planes };
  return sites ? { ...loss, state: 'lost-site', sites } : { ...loss, state: 'lost-unit' };
}

function outBy(event: EventPlan, tYr: number): [string, UnitState][] {
  if (event.kind === 'silence' && lastsAt(event, tYr)) return [[event.network, 'network-silent']];
  if (event.kind !== 'partner' || event.untilYr === undefined || !lastsAt(event, tYr)) return [];
  return event.elements.filter(({ isDenied }) => isDenied).map(({ id }) => [id, 'denied']);
}
