import { leftAt, NOTHING } from './campaign-events.ts';
import type { ElementState } from './campaign-state.ts';
import { producedBy } from './production.ts';

/** Units that the makers of an element have made by a time, those who take over included; Infinity where its output has no limit. */
export function madeBy(element: ElementState, tYr: number): number {
  return ownMade(element, tYr) + joinedMade(element, tYr);
}

/**
 * Notes that from a time on another share of the output goes on.
 *
 * An output without a limit is one on demand: nothing of it is in store when it stops.
 */
export function changeOutput(element: ElementState, tYr: number): void {
  const own = ownMade(element, tYr);
  element.banked = own === Infinity ? element.used + element.unused - joinedMade(element, tYr) : own;
  element.madeBefore = plannedBy(element, tYr);
  element.leftFraction = leftAt(element.spec.windows, tYr);
}

function ownMade(element: ElementState, tYr: number): number {
  const { banked, leftFraction, madeBefore } = element;
  const planned = plannedBy(element, tYr);
  if (planned === Infinity) return leftFraction >= NOTHING ? Infinity : banked;
  return banked + leftFraction * (planned - madeBefore);
}

function plannedBy({ spec, ratePerYr }: ElementState, tYr: number): number {
  return producedBy(tYr - spec.firstUnitYr, ratePerYr, spec.productionRampYr);
}

function joinedMade({ spec }: ElementState, tYr: number): number {
  let made = 0;
  for (const { fromYr, untilYr, perYr } of spec.joins ?? [])
    made += perYr * Math.max(0, Math.min(tYr, untilYr) - fromYr);
  return made;
}
