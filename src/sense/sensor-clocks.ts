import type { World } from '../flow/world.ts';
import { revisitTimeS } from '../kinds/sensors/revisit.ts';
import { type Luck, randomStream } from '../num/random.ts';

/** When the units of one sensor look in one trial. */
export interface SensorClocks {
  revisitS: number;
  /** By unit: time of one of its looks, in [0, revisitS); all others are whole revisit times away. */
  phaseS: Float64Array;
}

/**
 * Draws, for every sensor, at what moments each unit looks.
 *
 * Every satellite of a sensor and every site has its own draw, named after what it is (see `streamKeys`): taking a sensor away or
 * adding one leaves the draws of the others as they were.
 *
 * @returns by position in `architecture.sensors`
 */
export function drawClocks(world: World, { seed, trial }: Luck): SensorClocks[] {
  const clocks: SensorClocks[] = [];
  const revisitOf = (planIndex: number) => revisitTimeS(world.architecture.sensors[planIndex]);
  for (const { role, planIndex, count, key } of world.space) {
    if (role !== 'sensor') continue;
    const revisitS = revisitOf(planIndex);
    const draws = randomStream(seed, trial, `looks:${key}`);
    clocks[planIndex] = { revisitS, phaseS: Float64Array.from({ length: count }, () => revisitS * draws.uniform()) };
  }
  for (const { role, planIndex, unitKeys } of world.ground) {
    if (role !== 'sensor') continue;
    const revisitS = revisitOf(planIndex);
    const phaseOf = (key: string) => revisitS * randomStream(seed, trial, `looks:${key}`).uniform();
    clocks[planIndex] = { revisitS, phaseS: Float64Array.from(unitKeys, phaseOf) };
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

/** The units of all sensors, counted through, and the looks that each sensor needs. */
export interface SensorUnits {
  /** By sensor. */
  looksNeeded: Int32Array;
  /** By sensor: number of its first unit; at the end the number of all. */
  firstUnit: Int32Array;
  count: number;
}

export function sensorUnits(world: World): SensorUnits {
  const { sensors } = world.architecture;
  const counts = unitCounts(world);
  const firstUnit = new Int32Array(sensors.length + 1);
  for (let s = 0; s < sensors.length; s++) firstUnit[s + 1] = firstUnit[s] + counts[s];
  const looksNeeded = Int32Array.from(sensors, ({ looksCount }) => looksCount);
  return { looksNeeded, firstUnit, count: firstUnit[sensors.length] };
}
