import type { Links } from '../flow/links.ts';
import type { World } from '../flow/world.ts';

/** Links of a scenario without networks: every message arrives at once. */
export function idealLinks(world: World): Links {
  const { sensors, interceptors } = world.architecture;
  const unitsOf = (role: 'sensor' | 'interceptor', planIndex: number): number =>
    [...world.space, ...world.ground].find((element) => element.role === role && element.planIndex === planIndex)
      ?.count ?? 0;
  const sensorCounts = sensors.map((_, i) => unitsOf('sensor', i));
  const interceptorCounts = interceptors.map((_, i) => unitsOf('interceptor', i));
  return {
    tS: 0,
    sensorOneWayS: sensorCounts.map((count) => new Float64Array(count)),
    interceptorOneWayS: interceptorCounts.map((count) => new Float64Array(count)),
    sensorNetworkIndex: sensorCounts.map((count) => new Int16Array(count).fill(-1)),
    interceptorNetworkIndex: interceptorCounts.map((count) => new Int16Array(count).fill(-1)),
  };
}
