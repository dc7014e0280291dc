import type { InterceptorPlan } from '../flow/architecture.ts';
import type { GroundElement, SpaceElement, World } from '../flow/world.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import type { Trajectory } from '../physics/trajectory.ts';
import { OpportunityList } from './opportunity-list.ts';
import type { SpaceSearch } from './space-search.ts';
import { engageWindows, type Window } from './windows.ts';

/** An interceptor layer with everything that does not change from trial to trial. */
export interface Layer {
  /** Position in `architecture.interceptors`. */
  index: number;
  id: string;
  /** Name of its random streams; see `streamKeys`. */
  key: string;
  plan: InterceptorPlan;
  unitCount: number;
  /** Interceptors in each unit at the start of a raid. */
  perUnitCount: number;
  space?: SpaceElement;
  ground?: GroundElement;
  /** By threat of the world. */
  windows: Window[][];
  /** By unit: interceptors at the start of a raid, for the state before the first order. */
  fullCount: Int32Array;
  /** By unit: earliest release of a unit that has not reloaded: any time. */
  anyTimeS: Float64Array;
  /** By unit: zero, for orders that take no time to arrive. */
  noDelayS: Float64Array;
}

/** Room for the searches of a layer, kept from one to the next. It holds no part of a record but the last table asked for. */
export interface LayerRoom {
  list: OpportunityList;
  search?: SpaceSearch;
  /** Of the layer while it holds its fire: a table of both may be wanted at once. */
  held?: LayerRoom;
}

/** A layer with room to search in: whoever runs the trials owns it. */
export type EquippedLayer = Layer & { room: LayerRoom };

/** @param room that of the same layer in an earlier trial; a new one where left out */
export function equip(layer: Layer, room: LayerRoom = { list: new OpportunityList() }): EquippedLayer {
  return { ...layer, room };
}

/**
 * Makes the interceptor layers of a world ready: where each may hit each threat, and how many interceptors it starts with.
 *
 * Windows are in each threat's own time, so layers made once serve every trial in which the same flights start at other
 * times. A layer without units in the world has none.
 *
 * @param paths by threat: its path, turned to any launch time; threats that share one share the windows
 * @throws RangeError where a layer lacks a number that its kind needs
 */
export function prepareLayers(
  world: World,
  paths: readonly Trajectory[] = world.threats.map(({ trajectory }) => trajectory),
): Layer[] {
  return world.architecture.interceptors.map((plan, index) => {
    const isLayer = (element: SpaceElement | GroundElement) =>
      element.role === 'interceptor' && element.planIndex === index;
    const space = world.space.find(isLayer);
    const ground = world.ground.find(isLayer);
    checkPlan(plan);
    const unitCount = space?.count ?? ground?.count ?? 0;
    const perUnitCount = interceptorKinds[plan.basing].perPlaceCount(plan);
    const known = new Map<Trajectory, Window[]>();
    const windows = world.threats.map(({ planIndex, usefulS }, i) => {
      const path = paths[i];
      const found = known.get(path) ?? engageWindows(path, world.architecture.threats[planIndex].flight, plan, usefulS);
      known.set(path, found);
      return found;
    });
    return {
      index,
      id: plan.id,
      key: space?.key ?? ground?.key ?? plan.id,
      plan,
      unitCount,
      perUnitCount,
      space,
      ground,
      windows,
      fullCount: new Int32Array(unitCount).fill(perUnitCount),
      anyTimeS: new Float64Array(unitCount).fill(-Infinity),
      noDelayS: new Float64Array(unitCount),
    };
  });
}

/**
 * A layer that hits no threat before a time of its own, in a room of its own.
 *
 * @param fromS by threat, seconds after the first launch; NaN: as the layer is
 */
export function heldLayer(layer: EquippedLayer, { threats }: World, fromS: Float64Array): EquippedLayer {
  const windows = layer.windows.map((own, i) => {
    if (Number.isNaN(fromS[i])) return own;
    const heldS = fromS[i] - threats[i].launchS;
    return own.filter(({ toS }) => toS > heldS).map((window) => ({ ...window, fromS: Math.max(window.fromS, heldS) }));
  });
  layer.room.held ??= { list: new OpportunityList() };
  return { ...layer, windows, room: layer.room.held };
}

function checkPlan(plan: InterceptorPlan): void {
  for (const name of interceptorKinds[plan.basing].reachNumbers) {
    if (!(Number(plan[name] ?? 0) > 0)) throw new RangeError(`${plan.id}: ${name} must exceed 0: ${plan[name]}`);
  }
}
