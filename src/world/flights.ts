import type { Architecture, Place, ThreatPlan } from '../flow/architecture.ts';
import { type Missile, missilesOf } from '../flow/missiles.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { ThreatFlight } from '../flow/world.ts';
import { remembered } from '../num/remembered.ts';
import { areaOf, isInAny } from '../physics/areas.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import type { BallisticClass } from '../physics/ballistic-class.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { buildCruise, type CruiseClass } from '../physics/cruise.ts';
import { type Span, usefulSpans } from '../physics/fall.ts';
import { buildFractionalOrbit, type OrbitalClass } from '../physics/fractional-orbit.ts';
import { buildGlide } from '../physics/glide.ts';
import type { GlideClass } from '../physics/glide-profile.ts';
import { type Glow, glowOf } from '../physics/glow.ts';
import { isTrajectory, type NoTrajectory, type Trajectory } from '../physics/trajectory.ts';
import type { SurfacePoint } from '../physics/trajectory-track.ts';
import { ballisticClass, classProblems, cruiseClass, glideClass, orbitalClass } from './flight-class.ts';

/** One missile of the raid, its path solved for a sidereal angle of zero at its launch. */
export type SolvedFlight = Missile & Pick<ThreatFlight, 'trajectory' | 'glow' | 'usefulS'>;

/** Samples of a path: fine enough for burn times of a minute, coarse enough for flights of half an hour. */
const STEP_S = 2;
/** Solved paths that are kept for the next scenario of the same missiles, some 50 kB each. */
const MOST_PATHS = 64;

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
      const glow = plan.hotAreaM2 === undefined ? undefined : glowOfPath(path, plan.hotAreaM2);
      flights.push({ ...missile, trajectory: path, glow, usefulS: usefulS(path, plan) });
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

/** The path of one missile of a group, for a sidereal angle of zero at its launch; or why there is none. Not to be changed: others may have it too. */
export function solveFlight(plan: ThreatPlan, from: Place, toward: Place): Trajectory | NoTrajectory {
  const ends = { start: groundPoint(from), aim: groundPoint(toward) };
  switch (plan.flight) {
    case 'ballistic':
      return ballisticPath({ ...ends, of: ballisticClass(plan), loftRad: plan.loftDeg * DEG_RAD });
    case 'glide':
      return glidePath({ ...ends, of: glideClass(plan) });
    case 'cruise':
      return cruisePath({ ...ends, of: cruiseClass(plan) });
    case 'fractional-orbit':
      return orbitalPath({ ...ends, of: orbitalClass(plan) });
  }
}

/** A missile class between two places. */
interface Flown<Class> {
  of: Class;
  start: SurfacePoint;
  aim: SurfacePoint;
}

const ballisticPath = remembered(
  MOST_PATHS,
  ({ of, start, aim, loftRad }: Flown<BallisticClass> & { loftRad: number }) =>
    buildBallistic(of, start, aim, { ...OPTIONS, loftRad }),
);
const glidePath = remembered(MOST_PATHS, ({ of, start, aim }: Flown<GlideClass>) =>
  buildGlide(of, start, aim, OPTIONS),
);
const cruisePath = remembered(MOST_PATHS, ({ of, start, aim }: Flown<CruiseClass>) =>
  buildCruise(of, start, aim, OPTIONS),
);
const orbitalPath = remembered(MOST_PATHS, ({ of, start, aim }: Flown<OrbitalClass>) =>
  buildFractionalOrbit(of, start, aim, OPTIONS),
);

/** How paths glow, as long as anybody has them; by the area that is hot. */
const glows = new WeakMap<Trajectory, Map<number, Glow>>();

function glowOfPath(path: Trajectory, hotAreaM2: number): Glow {
  const known = glows.get(path) ?? new Map<number, Glow>();
  glows.set(path, known);
  const glow = known.get(hotAreaM2) ?? glowOf(path, hotAreaM2);
  known.set(hotAreaM2, glow);
  return glow;
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
