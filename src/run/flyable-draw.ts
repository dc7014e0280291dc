import type { Architecture, ThreatPlan } from '../flow/architecture.ts';
import { missilesOf } from '../flow/missiles.ts';
import { InputError } from '../flow/problems.ts';
import { randomStream } from '../num/random.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { greatCircleKm } from '../physics/great-circle.ts';
import { architectureAt, type DrawTable, valuesOf } from '../programme/drawn-architecture.ts';
import { drawnValue } from '../programme/drawn-value.ts';
import { solveFlights } from '../world/flights.ts';
import { type Prepared, prepare } from './prepare.ts';

/** How often the numbers of a missile are drawn before its draw is given up. */
const ATTEMPTS = 200;

/** A draw whose raid can be flown. */
export interface FlyableDraw {
  architecture: Architecture;
  prepared: Prepared;
  /** The values of all inputs, where some were drawn again. */
  redrawn?: Float64Array;
}

/**
 * The architecture with the numbers of a draw, made ready for its raids.
 *
 * The raid is given: which missiles fly, from where and to where. Where the numbers of one contradict that, such as a range shorter than its way, they are
 * drawn again from streams of their own, until it flies: a sample of what its class may be, given the raid. All other numbers stay as drawn.
 *
 * @returns null where no such numbers were found
 * @throws InputError where the raid cannot be flown with the value of every number
 */
export function flyableDraw(architecture: Architecture, table: DrawTable, draw: number): FlyableDraw | null {
  const values = valuesOf(table, draw);
  const drawn = draw === 0 ? architecture : architectureAt(architecture, table.inputs, values);
  try {
    return { architecture: drawn, prepared: prepare(drawn) };
  } catch (error) {
    const stuck = stuckThreats(drawn);
    if (draw === 0 || stuck.length === 0) throw error;
    for (const { id } of stuck) if (!drawAgain(architecture, table, { draw, values, id })) return null;
  }
  const again = architectureAt(architecture, table.inputs, values);
  return { architecture: again, prepared: prepare(again), redrawn: values };
}

/** Draws the numbers of one group of missiles until it can be flown. @returns whether it can */
function drawAgain(
  architecture: Architecture,
  { inputs, seed }: DrawTable,
  { draw, values, id }: { draw: number; values: Float64Array; id: string },
): boolean {
  const own = inputs.map((_, i) => i).filter((i) => inputs[i].elements.includes(id));
  if (own.length === 0) return false;
  const ways = new Map(architecture.threats.map((plan) => [plan.id, longestWayKm(plan)]));
  const streams = own.map((i) => randomStream(seed, draw, `draw again:${inputs[i].key}`));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    own.forEach((i, k) => {
      values[i] = drawnValue(inputs[i], streams[k].uniform());
    });
    const { threats } = architectureAt(architecture, inputs, values);
    const alike = threats.filter((plan) => own.some((i) => inputs[i].elements.includes(plan.id)));
    const isShort = alike.some(({ id, maxRangeKm = Infinity }) => maxRangeKm < ways.get(id)!);
    if (!isShort && stuckThreats({ ...architecture, threats: alike }).length === 0) return true;
  }
  return false;
}

/** Longest way over the ground that the raid asks of a group; 0 for what flies around the Earth. */
function longestWayKm(plan: ThreatPlan): number {
  if (plan.flight === 'fractional-orbit') return 0;
  const ways = missilesOf({ threats: [plan] }).map(({ from, toward }) =>
    greatCircleKm(from.latDeg * DEG_RAD, from.lonDeg * DEG_RAD, toward.latDeg * DEG_RAD, toward.lonDeg * DEG_RAD),
  );
  return Math.max(0, ...ways);
}

/** Groups of missiles that cannot fly the raid. */
function stuckThreats(architecture: Architecture): Architecture['threats'] {
  try {
    solveFlights({ ...architecture, defended: [] });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const places = error.problems.map(({ path }) => Number(/^threat\[(\d+)\]/.exec(path)?.[1]));
    return architecture.threats.filter((_, i) => places.includes(i));
  }
}
