import type { Architecture } from '../flow/architecture.ts';
import type { UnitState } from '../flow/availability.ts';
import { type EventPlan, lastsAt, yearsTo } from '../flow/events.ts';
import type { Programme } from '../flow/programme.ts';
import type { Force } from '../force/availability.ts';
import { type StandingLoss, withOut, withStanding } from '../force/standing.ts';
import { lossesBy } from '../programme/campaign-events.ts';

/** What stands on a date in one programme, and why the rest does not. */
export interface Standing {
  /** Share of its units that stands, by element; what the programme does not count stands. */
  shares: Map<string, number>;
  losses: StandingLoss[];
  /** Elements that are out as a whole for a time. */
  out: Map<string, UnitState>;
  /** Units in service, of the elements that the programme counts. */
  counts: number[];
}

/** A date, and the month of the programme that ends with it or is the last to end before it. */
export interface DateOfProgramme {
  date: string;
  month: number;
}

/** The elements that a programme counts in units. */
export function countedElements({ elements }: Programme): Programme['elements'] {
  return elements.filter(({ inServiceCounts }) => inServiceCounts !== undefined);
}

/**
 * What stands on a date: what the programme has in service, less what events until that day took.
 *
 * What the programme does not count, being bought as a service, stands whole until an event takes it, and is not replaced here. Partners who
 * deny their service for a time and networks that are silent take whole elements while it lasts.
 */
export function standingOn(
  { events = [], analysis }: Architecture,
  programme: Programme,
  { date, month }: DateOfProgramme,
): Standing {
  const tYr = yearsTo(date, analysis.startYear);
  const counted = countedElements(programme);
  const counts = counted.map(({ inServiceCounts, targetCount }) => Math.min(targetCount, inServiceCounts![month] ?? 0));
  const shares = new Map(counted.map(({ id, targetCount }, e) => [id, targetCount > 0 ? counts[e]! / targetCount : 1]));
  const losses: StandingLoss[] = [];
  const out = new Map<string, UnitState>();
  for (const { element, event, atYr, beforeCount, afterCount } of programme.losses ?? []) {
    const { targetCount } = counted.find(({ id }) => id === element)!;
    if (atYr > tYr) continue;
    losses.push(lossOf(events[event]!, element, beforeCount / targetCount, afterCount / targetCount));
    // after the end of the month, and not in its count yet
    if (atYr > (month + 1) / 12 && beforeCount > 0)
      shares.set(element, (shares.get(element)! * afterCount) / beforeCount);
  }
  for (const event of events) {
    if (event.atYr > tYr) continue;
    for (const { id, lostFraction } of lossesBy(event)) {
      if (counted.some((element) => element.id === id)) continue;
      const before = shares.get(id) ?? 1;
      losses.push(lossOf(event, id, before, before * (1 - lostFraction)));
      shares.set(id, before * (1 - lostFraction));
    }
    for (const [id, state] of outBy(event, tYr)) out.set(id, state);
  }
  return {
    shares,
    losses,
    out,
    counts: counted.map(({ id, targetCount }, e) => {
      if (out.get(id) === 'denied') return 0;
      return events.length > 0 ? shares.get(id)! * targetCount : counts[e]!;
    }),
  };
}

/** The force of a date. */
export function forceOn(force: Force, { shares, losses, out }: Standing): Force {
  return withOut(withStanding(force, shares, losses), out);
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
