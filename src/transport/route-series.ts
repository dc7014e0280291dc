import type { Route } from '../flow/links.ts';
import type { RouteEnd } from './ends.ts';
import { type RouteLoss, routeThroughLosses } from './losses.ts';
import { noOutages, type Outages } from './outages.ts';
import { isRoute, type NoRoute } from './route.ts';
import type { Transport } from './transport.ts';

export interface RouteSample {
  /** Seconds after the epoch. */
  tS: number;
  route: Route | NoRoute;
}

/** A moment at which the way of the messages is another one. */
export interface RouteEvent {
  tS: number;
  kind: 'appears' | 'changes' | 'breaks';
  /** Just before and just after. */
  before: Route | NoRoute;
  after: Route | NoRoute;
}

export interface RouteSeries {
  samples: RouteSample[];
  events: RouteEvent[];
}

/** Width to which the time of an event is narrowed. */
const EVENT_TOLERANCE_S = 1e-3;

/**
 * The route between two places over time, with the moments at which it appears, changes and breaks.
 *
 * Events are narrowed to a millisecond by halving the step in which the path differs; several in one step are all found as long as
 * the path is another one at the ends of some half. A path that leaves and comes back within one step is not seen.
 *
 * @param losses what is lost on the way, and when routing knows
 * @param span fromS: first sample, seconds after the epoch; stepS: greater than 0
 */
export function routeSeries(
  transport: Transport,
  from: RouteEnd,
  to: RouteEnd,
  { fromS, durationS, stepS }: { fromS: number; durationS: number; stepS: number },
  outages: Outages = noOutages(transport),
  losses: readonly RouteLoss[] = [],
): RouteSeries {
  if (!(stepS > 0)) throw new RangeError(`stepS must be greater than 0: ${stepS}`);
  if (!(durationS >= 0)) throw new RangeError(`durationS must not be negative: ${durationS}`);
  const at = (tS: number): RouteSample => ({
    tS,
    route: routeThroughLosses(transport, { from, to }, tS, outages, losses),
  });
  const samples: RouteSample[] = [];
  const events: RouteEvent[] = [];
  const count = Math.floor(durationS / stepS + 1e-9) + 1;
  for (let i = 0; i < count; i++) {
    const sample = at(fromS + i * stepS);
    if (i > 0) narrow(samples[i - 1], sample, at, events);
    samples.push(sample);
  }
  return { samples, events };
}

function narrow(early: RouteSample, late: RouteSample, at: (tS: number) => RouteSample, events: RouteEvent[]): void {
  if (pathKey(early.route) === pathKey(late.route)) return;
  const tS = (early.tS + late.tS) / 2;
  if (late.tS - early.tS <= EVENT_TOLERANCE_S || tS <= early.tS || tS >= late.tS) {
    events.push({ tS: late.tS, kind: kindOf(early.route, late.route), before: early.route, after: late.route });
    return;
  }
  const middle = at(tS);
  narrow(early, middle, at, events);
  narrow(middle, late, at, events);
}

/** What makes two routes the same: all that they pass, or that there is none. */
function pathKey(route: Route | NoRoute): string {
  return isRoute(route) ? route.path.join('\n') : '';
}

function kindOf(before: Route | NoRoute, after: Route | NoRoute): RouteEvent['kind'] {
  if (!isRoute(before)) return 'appears';
  return isRoute(after) ? 'changes' : 'breaks';
}
