import type { SensorPlan } from '../flow/architecture.ts';
import type { World } from '../flow/world.ts';
import { type RandomStream, randomStream } from '../num/random.ts';

/** Looks are this far apart where a sensor stares and names no revisit time. */
export const STARING_REVISIT_S = 1;

/** When the units of one sensor look in one trial, and which of them do. */
export interface SensorClocks {
  revisitS: number;
  /** By unit: time of one of its looks, in [0, revisitS); all others are whole revisit times away. */
  phaseS: Float64Array;
  /** By unit: 1 where it works in this trial. */
  isWorking: Uint8Array;
}

/**
 * Draws, for every sensor, at what moments each unit looks and which ground units are out of service.
 *
 * Satellites are out where the world says so. Each sensor has its own stream, keyed by its id: taking one away or adding one leaves
 * the draws of the others as they were.
 *
 * @param random one number is taken from it
 * @returns by position in `architecture.sensors`
 */
export function drawClocks(world: World, random: RandomStream): SensorClocks[] {
  const key = Math.floor(random.uniform() * 2 ** 52);
  const counts = unitCounts(world);
  const clocks = world.architecture.sensors.map((plan, sensor) => {
    const stream = randomStream(key, 0, plan.id);
    const revisitS = plan.revisitS ?? STARING_REVISIT_S;
    const phaseS = new Float64Array(counts[sensor]);
    const isWorking = new Uint8Array(counts[sensor]);
    const probability = groundProbability(world, plan);
    for (let unit = 0; unit < counts[sensor]; unit++) {
      phaseS[unit] = revisitS * stream.uniform();
      isWorking[unit] = stream.uniform() < probability ? 1 : 0;
    }
    return { revisitS, phaseS, isWorking };
  });
  for (const [k, element] of world.space.entries()) {
    if (element.role !== 'sensor') continue;
    const { isWorking } = clocks[element.planIndex];
    for (let unit = 0; unit < element.count; unit++) if (world.isOut[k][unit] === 1) isWorking[unit] = 0;
  }
  return clocks;
}

/** Units of each sensor, by position in `architecture.sensors`. */
export function unitCounts(world: World): Int32Array {
  const counts = new Int32Array(world.architecture.sensors.length);
  for (const element of [...world.space, ...world.ground]) {
    if (element.role === 'sensor') counts[element.planIndex] += element.count;
  }
  return counts;
}

/** Chance that a unit works as far as the world does not say; satellites are left to the world. */
function groundProbability(world: World, plan: SensorPlan): number {
  const isOff = plan.partner !== undefined && world.architecture.failures.partnersOff.includes(plan.partner);
  if (isOff) return 0;
  return plan.platform === 'space' ? 1 : (plan.satelliteAvailabilityProbability ?? 1);
}
