import { type Phase, phases } from '../flow/orders.ts';
import { geodeticFromEcef } from '../physics/ellipsoid.ts';
import { positionAt, type Trajectory } from '../physics/trajectory.ts';

/** A stretch of a threat's flight in which a layer may hit it; seconds since that threat's own launch. */
export interface Window {
  phaseIndex: number;
  fromS: number;
  toS: number;
}

/** What of a flight a layer may engage. */
export interface EngageLimits {
  engages?: readonly string[];
  minAltitudeKm: number;
  maxAltitudeKm?: number;
}

type Flight = 'ballistic' | 'glide' | 'cruise';

/**
 * The stretches of a flight that a layer may engage, in order of time: its phases cut to its band of heights.
 *
 * Boost ends at burnout, or where the scenario names a defended area it is those stretches in which a hit lets the payload miss it
 * (see `usefulSpans`). Midcourse is free flight from burnout to re-entry (to the glide, for a glider); terminal is what
 * follows. A layer without a list of phases engages all of them. Heights are above the ellipsoid, so a flight turned
 * with the Earth to another launch time has the same windows.
 */
export function engageWindows(
  trajectory: Trajectory,
  flight: Flight,
  limits: EngageLimits,
  usefulS: readonly (readonly [fromS: number, toS: number])[] = [[0, Infinity]],
): Window[] {
  const windows: Window[] = [];
  for (const { phase, fromS, toS } of flightPhases(trajectory, flight)) {
    if (limits.engages && !limits.engages.includes(phase)) continue;
    const inBand: Window[] = [];
    cutToBand(trajectory, phases.indexOf(phase), fromS, toS, limits, inBand);
    windows.push(...(phase === 'boost' ? inBand.flatMap((window) => within(window, usefulS)) : inBand));
  }
  return windows;
}

/** The parts of a window within some spans. */
function within(window: Window, spans: readonly (readonly [fromS: number, toS: number])[]): Window[] {
  return spans
    .map(([fromS, toS]) => ({ ...window, fromS: Math.max(window.fromS, fromS), toS: Math.min(window.toS, toS) }))
    .filter(({ fromS, toS }) => fromS < toS);
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

/** Adds the parts of [fromS, toS] within the band, their ends refined to a millisecond. */
function cutToBand(
  trajectory: Trajectory,
  phaseIndex: number,
  fromS: number,
  toS: number,
  limits: EngageLimits,
  out: Window[],
): void {
  const { minAltitudeKm, maxAltitudeKm = Infinity } = limits;
  const isInside = (tS: number) => {
    const height = heightKm(trajectory, tS);
    return height >= minAltitudeKm && height <= maxAltitudeKm;
  };
  const change = (outsideS: number, insideS: number) => {
    let [no, yes] = [outsideS, insideS];
    while (Math.abs(yes - no) > 1e-3) {
      const middle = (no + yes) / 2;
      if (isInside(middle)) yes = middle;
      else no = middle;
    }
    return yes;
  };
  const steps = Math.max(1, Math.ceil((toS - fromS) / Math.min(trajectory.stepS, 5)));
  let startS = isInside(fromS) ? fromS : Number.NaN;
  for (let k = 1; k <= steps; k++) {
    const beforeS = fromS + ((toS - fromS) * (k - 1)) / steps;
    const tS = k === steps ? toS : fromS + ((toS - fromS) * k) / steps;
    if (Number.isNaN(startS) && isInside(tS)) startS = change(beforeS, tS);
    if (!Number.isNaN(startS) && !isInside(tS)) {
      out.push({ phaseIndex, fromS: startS, toS: change(tS, Math.max(startS, beforeS)) });
      startS = Number.NaN;
    }
  }
  if (!Number.isNaN(startS)) out.push({ phaseIndex, fromS: startS, toS });
}
