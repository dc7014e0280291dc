import type { Architecture, Place, ThreatPlan } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { buildCruise } from '../physics/cruise.ts';
import { buildGlide } from '../physics/glide.ts';
import { isTrajectory, type NoTrajectory, type Trajectory } from '../physics/trajectory.ts';
import { ballisticClass, classProblems, cruiseClass, glideClass } from './flight-class.ts';

/** One missile of the raid, its path solved for a sidereal angle of zero at its launch. */
export interface SolvedFlight {
  id: string;
  planIndex: number;
  launchS: number;
  from: Place;
  toward: Place;
  trajectory: Trajectory;
}

/** Samples of a path: fine enough for burn times of a minute, coarse enough for flights of half an hour. */
const STEP_S = 2;

/**
 * Solves the path of every missile once; a trial only turns it with the Earth.
 *
 * Missiles of a group take its launch places and aim points in turn; equal pairs share one solution.
 *
 * @throws InputError every class whose numbers make no missile, at the field to change, and every pair of places that a class cannot
 *   fly between, with the distance and the class's limit
 */
export function solveFlights(architecture: Architecture): SolvedFlight[] {
  const problems: Problem[] = [];
  const flights: SolvedFlight[] = [];
  architecture.threats.forEach((plan, planIndex) => {
    const faults = classProblems(architecture, plan, planIndex);
    problems.push(...faults);
    if (faults.length > 0) return;
    const solved = new Map<string, Trajectory | NoTrajectory>();
    for (let i = 0; i < plan.count; i++) {
      const from = plan.from[i % plan.from.length]!;
      const toward = plan.toward[i % plan.toward.length]!;
      const key = `${i % plan.from.length}/${i % plan.toward.length}`;
      const isNew = !solved.has(key);
      const path = solved.get(key) ?? solve(plan, from, toward);
      solved.set(key, path);
      if (isTrajectory(path)) {
        const id = plan.count === 1 ? plan.id : `${plan.id}-${i + 1}`;
        flights.push({ id, planIndex, launchS: plan.startS + i * plan.spacingS, from, toward, trajectory: path });
      } else if (isNew) {
        problems.push(cannotFly(plan, planIndex, from, toward, path));
      }
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return flights;
}

const OPTIONS = { stepS: STEP_S };

function solve(plan: ThreatPlan, from: Place, toward: Place): Trajectory | NoTrajectory {
  const [start, aim] = [groundPoint(from), groundPoint(toward)];
  switch (plan.flight) {
    case 'ballistic':
      return buildBallistic(ballisticClass(plan), start, aim, { ...OPTIONS, loftRad: plan.loftDeg * DEG_RAD });
    case 'glide':
      return buildGlide(glideClass(plan), start, aim, OPTIONS);
    case 'cruise':
      return buildCruise(cruiseClass(plan), start, aim, OPTIONS);
  }
}

function groundPoint({ latDeg, lonDeg, heightM }: Place) {
  return { latitudeRad: latDeg * DEG_RAD, longitudeRad: lonDeg * DEG_RAD, heightKm: heightM / 1000 };
}

const WHY: Record<NoTrajectory['reason'], string> = {
  'out-of-range': 'farther than the class flies',
  'too-short': 'too near for the class',
  'out-of-energy': 'the loft asks for more speed than the class has',
  'below-surface': 'so depressed a path starts downwards',
  unsolved: 'no path was found',
};

function cannotFly(plan: ThreatPlan, index: number, from: Place, toward: Place, no: NoTrajectory): Problem {
  const ranges = `${no.rangeKm.toFixed(0)} km, the class flies up to ${no.maxRangeKm.toFixed(0)} km`;
  return {
    code: no.reason,
    path: `threat[${index}]`,
    message: `"${plan.id}" cannot fly from ${from.name} to ${toward.name}: ${WHY[no.reason]} (${ranges})`,
  };
}
