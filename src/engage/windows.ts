import { type Phase, phases } from '../flow/orders.ts';
import { geodeticFromEcef } from '../physics/ellipsoid.ts';
import { groundSpeedAtKmS, speedOfRangeKmS } from '../physics/target-speed.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';

/** A stretch of a threat's flight in which a layer may hit it; seconds since that threat's own launch. */
export interface Window {
  phaseIndex: number;
  fromS: number;
  toS: number;
  /** Of one shot, given a track. */
  killProbability: number;
}

type Flight = 'ballistic' | 'glide' | 'cruise' | 'fractional-orbit';

/** What of a flight a layer may engage, and how well. */
export interface EngageLimits {
  engages?: readonly string[];
  /** Absent: ballistic and cruise missiles, and gliders where it engages the glide. */
  against?: readonly string[];
  minAltitudeKm: number;
  maxAltitudeKm?: number;
  maxTargetRangeKm?: number;
  maxTargetSpeedKmS?: number;
  killProbability: number;
  terminalKillProbability?: number;
  glideKillProbability?: number;
  cruiseKillProbability?: number;
}

/**
 * The stretches of a flight that a layer may engage, in order of time: its phases cut to its band of heights and to the speeds that it was
 * built against.
 *
 * Boost ends at burnout, or where the scenario names a defended area it is those stretches in which a hit lets the payload miss it
 * (see `usefulSpans`). Midcourse is free flight from burnout to re-entry (to the glide, for a glider); terminal is what
 * follows. A layer without a list of phases engages all of them. In boost a glider is a missile like another; later only layers that were
 * built against gliders engage it. What comes faster over the ground than a layer was built against it does not engage: a ballistic missile is judged by the speed at
 * which it comes down, the others by that which they have. Heights are above the ellipsoid, so a flight turned
 * with the Earth to another launch time has the same windows.
 */
export function engageWindows(
  trajectory: Trajectory,
  flight: Flight,
  limits: EngageLimits,
  usefulS: readonly (readonly [fromS: number, toS: number])[] = [[0, Infinity]],
): Window[] {
  const windows: Window[] = [];
  const { engages, against, maxTargetRangeKm = Infinity } = limits;
  const kind = flight === 'fractional-orbit' ? 'ballistic' : flight; // it comes down as a warhead does
  const meantFor = against ?? ['ballistic', 'cruise', ...(engages?.includes('glide') === false ? [] : ['glide'])];
  const { maxTargetSpeedKmS = maxTargetRangeKm < Infinity ? speedOfRangeKmS(maxTargetRangeKm) : Infinity } = limits;
  if (kind === 'ballistic' && groundSpeedAtKmS(trajectory, trajectory.impactS) > maxTargetSpeedKmS) return windows;
  for (const { phase, fromS, toS } of flightPhases(trajectory, flight)) {
    if (engages && !engages.includes(phase)) continue;
    const isMissile = phase === 'boost' && flight === 'glide' && !against;
    if (!isMissile && !meantFor.includes(kind)) continue;
    const killProbability = killIn(limits, flight, phase);
    const isEngaged = (tS: number) =>
      isInBand(trajectory, tS, limits) &&
      (maxTargetSpeedKmS === Infinity || kind === 'ballistic' || groundSpeedAtKmS(trajectory, tS) <= maxTargetSpeedKmS);
    for (const [start, end] of stretches(isEngaged, fromS, toS, Math.min(trajectory.stepS, 5))) {
      const window = { phaseIndex: phases.indexOf(phase), fromS: start, toS: end, killProbability };
      windows.push(...(phase === 'boost' ? within(window, usefulS) : [window]));
    }
  }
  return windows;
}

/** The parts of a window within some spans. */
function within(window: Window, spans: readonly (readonly [fromS: number, toS: number])[]): Window[] {
  return spans
    .map(([fromS, toS]) => ({ ...window, fromS: Math.max(window.fromS, fromS), toS: Math.min(window.toS, toS) }))
    .filter(({ fromS, toS }) => fromS < toS);
}

/** Chance of one shot: that of the phase where the layer has one; a glider counts as one in its dive too. */
function killIn(limits: EngageLimits, flight: Flight, phase: Phase): number {
  const { killProbability, terminalKillProbability, glideKillProbability, cruiseKillProbability } = limits;
  if (flight === 'glide' && (phase === 'glide' || phase === 'terminal')) return glideKillProbability ?? killProbability;
  if (phase === 'terminal') return terminalKillProbability ?? killProbability;
  return (phase === 'cruise' ? cruiseKillProbability : undefined) ?? killProbability;
}

/** Phases of a flight in order of time, each with its ends in seconds since launch. */
export function flightPhases(trajectory: Trajectory, flight: Flight): { phase: Phase; fromS: number; toS: number }[] {
  const { boostEndS, reentryS, glideStartS, glideEndS, impactS } = trajectory;
  if (flight === 'cruise') return [{ phase: 'cruise', fromS: 0, toS: impactS }];
  const gliding = Number.isFinite(glideStartS);
  const freeEndS = gliding ? glideStartS : Number.isFinite(reentryS) ? reentryS : boostEndS;
  const terminalS = gliding ? glideEndS : freeEndS;
  const parts: { phase: Phase; fromS: number; toS: number }[] = [
    { phase: 'boost', fromS: 0, toS: boostEndS },
    { phase: 'midcourse', fromS: boostEndS, toS: freeEndS },
    { phase: 'glide', fromS: freeEndS, toS: terminalS },
    { phase: 'terminal', fromS: terminalS, toS: impactS },
  ];
  return parts.filter(({ fromS, toS }) => toS > fromS);
}

const position = new Float64Array(3);
const geodetic = new Float64Array(3);

/** Height above the ellipsoid at a time of flight; NaN before launch and after impact. */
export function heightKm(trajectory: Trajectory, tS: number): number {
  positionAt(trajectory, tS, position);
  geodeticFromEcef(position, geodetic); // turning about the axis leaves the height as it is
  return geodetic[2];
}

function isInBand(
  trajectory: Trajectory,
  tS: number,
  { minAltitudeKm, maxAltitudeKm = Infinity }: EngageLimits,
): boolean {
  const height = heightKm(trajectory, tS);
  return height >= minAltitudeKm && height <= maxAltitudeKm;
}

/** The parts of [fromS, toS] in which something holds, their ends refined to a millisecond. */
function stretches(isInside: (tS: number) => boolean, fromS: number, toS: number, stepS: number): [number, number][] {
  const found: [number, number][] = [];
  const change = (outsideS: number, insideS: number) => {
    let [no, yes] = [outsideS, insideS];
    while (Math.abs(yes - no) > 1e-3) {
      const middle = (no + yes) / 2;
      if (isInside(middle)) yes = middle;
      else no = middle;
    }
    return yes;
  };
  const steps = Math.max(1, Math.ceil((toS - fromS) / stepS));
  let startS = isInside(fromS) ? fromS : Number.NaN;
  for (let k = 1; k <= steps; k++) {
    const beforeS = fromS + ((toS - fromS) * (k - 1)) / steps;
    const tS = k === steps ? toS : fromS + ((toS - fromS) * k) / steps;
    if (Number.isNaN(startS) && isInside(tS)) startS = change(beforeS, tS);
    if (!Number.isNaN(startS) && !isInside(tS)) {
      found.push([startS, change(tS, Math.max(startS, beforeS))]);
      startS = Number.NaN;
    }
  }
  if (!Number.isNaN(startS)) found.push([startS, toS]);
  return found;
}
