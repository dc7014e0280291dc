import type { SensorPlan } from '../flow/architecture.ts';
import type { World } from '../flow/world.ts';
import { type RandomStream, randomStream } from '../num/random.ts';

/** Looks are this far apart where a sensor stares and names no revisit time. */
export const STARING_REVISIT_S = 1;

/** What is drawn for the units of one sensor in one trial. */
export interface SensorClocks {
  revisitS: number;
  /** By unit: time of one of its looks, in [0, revisitS); all others are whole revisit times away. */
  phaseS: Float64Array;
  /** By unit: 1 where it works in this trial. */
  isWorking: Uint8Array;
}

/**
 * Draws, for every sensor, at what moments each unit looks and which units are out of service.
 *
 * Each sensor has its own stream, keyed by its id: taking one away or adding one leaves the draws of the others as they were.
 *
 * @param random one number is taken from it
 * @returns by position in `architecture.sensors`
 */
export function drawClocks(world: World, random: RandomStream): SensorClocks[] {
  const { sensors, failures } = world.architecture;
  const key = Math.floor(random.uniform() * 2 ** 52);
  const counts = unitCounts(world);
  return sensors.map((plan, sensor) => {
    const stream = randomStream(key, 0, plan.id);
    const revisitS = plan.revisitS ?? STARING_REVISIT_S;
    const isOff = plan.partner !== undefined && failures.partnersOff.includes(plan.partner);
    const probability = isOff ? 0 : workingProbability(plan, failures.satelliteOutProbability);
    const phaseS = new Float64Array(counts[sensor]);
    const isWorking = new Uint8Array(counts[sensor]);
    for (let unit = 0; unit < counts[sensor]; unit++) {
      phaseS[unit] = revisitS * stream.uniform();
      isWorking[unit] = stream.uniform() < probability ? 1 : 0;
    }
    return { revisitS, phaseS, isWorking };
  });
}

/** Units of each sensor, by position in `architecture.sensors`. */
export function unitCounts(world: World): Int32Array {
  const counts = new Int32Array(world.architecture.sensors.length);
  for (const element of [...world.space, ...world.ground]) {
    if (element.role === 'sensor') counts[element.planIndex] += element.count;
  }
  return counts;
}

function workingProbability(plan: SensorPlan, outProbability: number): number {
  const available = plan.satelliteAvailabilityProbability ?? 1;
  return plan.platform === 'space' ? available * (1 - outProbability) : available;
}
