import type { ThreatFlight, World } from '../flow/world.ts';
import type { SeenPhase } from '../kinds/sensors/sensor-kind.ts';

/** A stretch of a flight in one phase; times are seconds after the first launch. */
export interface PhaseSpan {
  phase: SeenPhase;
  fromS: number;
  toS: number;
}

/**
 * The phases of a flight as sensors tell them apart, in order and without gaps.
 *
 * What comes down after free flight counts as midcourse to the end, and the dive that ends a glide as glide.
 */
export function phaseSpans(world: World, flight: ThreatFlight): PhaseSpan[] {
  const { boostEndS, glideStartS, impactS } = flight.trajectory;
  const plan = world.architecture.threats[flight.planIndex];
  const spans: PhaseSpan[] = [];
  const add = (phase: SeenPhase, fromS: number, toS: number) => {
    if (toS > fromS) spans.push({ phase, fromS: flight.launchS + fromS, toS: flight.launchS + toS });
  };
  if (plan.flight === 'cruise') {
    add('cruise', 0, impactS);
    return spans;
  }
  const glideS = Number.isNaN(glideStartS) ? impactS : glideStartS;
  add('boost', 0, boostEndS);
  add('midcourse', boostEndS, glideS);
  add('glide', glideS, impactS);
  return spans;
}
