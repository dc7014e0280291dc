import type { CampaignOutcome } from './campaign.ts';
import type { ElementState } from './campaign-state.ts';
import { madeBy } from './output.ts';

/** Units in service before and after a loss. */
export interface Lost {
  beforeCount: number;
  afterCount: number;
}

interface LossAt {
  atYr: number;
  lostFraction: number;
}

/** Fewer units than this are none: what is left of sums and differences. */
const ROUNDING = 1e-9;

/** Month at whose end a time is past. */
export function monthAt(tYr: number): number {
  return Math.max(0, Math.ceil(tYr * 12 - 1e-9) - 1);
}

/** Adds a number of units to the months at whose end they are there. */
export function addMonths(byMonth: Float64Array, count: number, fromYr: number, toYr: number): void {
  const to = Math.min(byMonth.length, Math.ceil(Math.min(toYr, 1e6) * 12 - 1e-9) - 1);
  for (let month = monthAt(fromYr); month < to; month++) byMonth[month] += count;
}

/** What is left, at the end of a month, of the units that were there at the start. */
export function existingAt({ spec, lost }: ElementState, month: number): number {
  const endYr = (month + 1) / 12;
  let left = spec.existingCount * Math.max(0, 1 - endYr / spec.lifeYr);
  for (const { atYr, fraction } of lost) if (atYr <= endYr + 1e-9) left *= 1 - fraction;
  return left;
}

/** Takes a share of what is on orbit: of each launch alike, so that what is left grows old as it did. */
export function loseLaunched(element: ElementState, { atYr, lostFraction }: LossAt, outcome: CampaignOutcome): Lost {
  const { spec, index, counts, endsYr, readyYr } = element;
  const month = Math.min(monthAt(atYr), outcome.inService[index].length - 1);
  const standing = () => outcome.inService[index][month] + existingAt(element, month);
  const beforeCount = standing();
  for (let i = 0; i < counts.length; i++) {
    if (endsYr[i] <= atYr) continue;
    const gone = counts[i] * lostFraction;
    counts[i] -= gone;
    element.launched -= gone;
    if (i < element.ended) element.endedCount -= gone;
    if (readyYr[i] === -Infinity) continue; // there at the start: counted apart
    addMonths(outcome.onOrbit[index], -gone, atYr, endsYr[i]);
    addMonths(outcome.inService[index], -gone, Math.max(atYr, readyYr[i]), endsYr[i]);
  }
  for (const byMonth of [outcome.onOrbit[index], outcome.inService[index]])
    for (let m = month; m < byMonth.length; m++) if (Math.abs(byMonth[m]) < ROUNDING) byMonth[m] = 0;
  if (spec.lifeYr === Infinity) element.launched -= existingAt(element, month) * lostFraction;
  element.lost.push({ atYr, fraction: lostFraction });
  return { beforeCount, afterCount: standing() };
}

/** Takes whole units of what needs no launch. What the makers could have made while nothing was missing was not made. */
export function loseUnlaunched(element: ElementState, { atYr, lostFraction }: LossAt, outcome: CampaignOutcome): Lost {
  const { spec, deliveredCount, lostCount } = element;
  const month = Math.min(monthAt(atYr), outcome.inService[element.index].length - 1);
  const beforeCount = Math.max(0, existingAt(element, month) + deliveredCount - lostCount);
  const gone = Math.round(beforeCount * lostFraction);
  const needed = spec.targetCount - spec.existingCount + lostCount;
  element.idleCount = Math.max(element.idleCount, madeBy(element, atYr) - needed);
  element.lostCount += gone;
  return { beforeCount, afterCount: beforeCount - gone };
}
