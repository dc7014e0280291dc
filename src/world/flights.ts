import type { Architecture, Place, ThreatPlan } from '../flow/architecture.ts';
import { type Missile, missilesOf } from '../flow/missiles.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { ThreatFlight } from '../flow/world.ts';
import { areaOf, isInAny } from '../physics/areas.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { buildCruise } from '../physics/cruise.ts';
import { type Span, usefulSpans } from '../physics/fall.ts';
import { buildFractionalOrbit } from '../physics/fractional-orbit.ts';
import { buildGlide } from '../physics/glide.ts';
import { type Glow, glowOf } from '../physics/glow.ts';
import { isTrajectory, type NoTrajectory, type Trajectory } from '../physics/trajectory.ts';
import { ballisticClass, classProblems, cruiseClass, glideClass, orbitalClass } from './flight-class.ts';

/** One missile of the raid, its path solved for a sidereal angle of zero at its launch. */
export type SolvedFlight = Missile & Pick<ThreatFlight, 'trajectory' | 'glow' | 'usefulS'>;

/** Samples of a path: fine enough for burn times of a minute, coarse enough for flights of half an hour. */
const STEP_S = 2;

/**
 * Solves the path of every missile once; a trial only turns it with the Earth. In the order of `missilesOf`.
 *
 * Equal pairs of places of a group share one solution.
 *
 * @throws InputError every class whose numbers make no missile, at the field to change, and every pair of places that a class cannot
 *   fly between, with the distance and the class's limit
 */
export function solveFlights(architecture: Architecture): SolvedFlight[] {
  const problems: (Problem & { planIndex: number })[] = [];
  const solved = new Map<string, Trajectory | NoTrajectory>();
  const glows = new Map<string, Glow>();
  const flights: SolvedFlight[] = [];
  const usefulS = boostLimits(architecture);
  const isMissile = architecture.threats.map((plan, planIndex) => {
    const faults = classProblems(architecture, plan, planIndex);
    problems.push(...faults.map((fault) => ({ ...fault, planIndex })));
    return faults.length === 0;
  });
  for (const missile of missilesOf(architecture)) {
    const { planIndex, from, toward } = missile;
    if (!isMissile[planIndex]) continue;
    const plan = architecture.threats[planIndex];
    const key = `${planIndex}/${plan.from.indexOf(from)}/${plan.toward.indexOf(toward)}`;
    const known = solved.get(key);
    const path = known ?? solveFlight(plan, from, toward);
    solved.set(key, path);
    if (isTrajectory(path)) {
      if (plan.hotAreaM2 !== undefined && !glows.has(key)) glows.set(key, glowOf(path, plan.hotAreaM2));
      flights.push({ ...missile, trajectory: path, glow: glows.get(key), usefulS: usefulS(path, plan) });
    } else if (!known) problems.push({ ...cannotFly(plan, planIndex, from, toward, path), planIndex });
  }
  if (problems.length > 0)
    throw new InputError(
      problems.sort((a, b) => a.planIndex - b.planIndex).map(({ planIndex: _, ...problem }) => problem),
    );
  return flights;
}

/** For each path when a hit in boost is of use, worked out once. */
export function boostLimits({
  defended = [],
}: Architecture): (path: Trajectory, plan: ThreatPlan) => readonly Span[] | undefined {
  const known = new Map<Trajectory, readonly Span[]>();
  const areas = defended.map(areaOf);
  return (path, { flight, fallSpreadKm = 0 }) => {
    if (areas.length === 0 || flight === 'cruise') return undefined;
    const spans =
      known.get(path) ?? usefulSpans(path, fallSpreadKm, (latDeg, lonDeg) => isInAny(areas, latDeg, lonDeg));
    known.set(path, spans);
    return spans;
  };
}

const OPTIONS = { stepS: STEP_S };

/** The path of one missile of a group, for a sidereal angle of zero at its launch; or why there is none. */
export function solveFlight(plan: ThreatPlan, from: Place, toward: Place): Trajectory | NoTrajectory {
  const [start, aim] = [groundPoint(from), groundPoint(toward)];
  switch (plan.flight) {
    case 'ballistic':
      return buildBallistic(ballisticClass(plan), start, aim, { ...OPTIONS, loftRad: plan.loftDeg * DEG_RAD });
    case 'glide':
      return buildGlide(glideClass(plan), start, aim, OPTIONS);
    case 'cruise':
      return buildCruise(cruiseClass(plan), start, aim, OPTIONS);
    case 'fractional-orbit':
      return buildFractionalOrbit(orbitalClass(plan), start, aim, OPTIONS);
  }
}

function groundPoint({ latDeg, lonDeg, heightM }: Place) {
  return { latitudeRad: latDeg * DEG_RAD, longitudeRad: lonDeg * DEG_RAD, heightKm: heightM / 1000 };
}

function cannotFly(plan: ThreatPlan, index: number, from: Place, toward: Place, no: NoTrajectory): Problem {
  return {
    code: no.reason,
    path: `threat[${index}]`,
    said: said('problem.cannot-fly', {
      id: plan.id,
      from: from.name,
      to: toward.name,
      why: said(`flight.${no.reason}`),
      km: no.rangeKm,
      max: no.maxRangeKm,
    }),
  };
}
