import type { Opportunities } from '../flow/orders.ts';
import type { World } from '../flow/world.ts';
import type { Layer } from './layer.ts';
import { spaceOpportunities } from './space-opportunities.ts';
import { surfaceOpportunities } from './surface-opportunities.ts';

/**
 * Who of a layer could stop which threats, and when. How a trial is run, layer by layer, outermost first:
 *
 *     const layers = prepareLayers(world);                           // once
 *     const made = decisions(tracks, world.threats, command, luck);  // every trial from here
 *     const state = newEngagement(world, layers, seed, trial);
 *     for (const layer of layers) {
 *       for (let round = 0; dueOrders(state, made, command, round, orderS) > 0; round++) {
 *         const chances = opportunities(world, layer, orderS, links.interceptorOneWayS[layer.index]);
 *         noteReachable(state, chances);                             // inReachCount: countInReach(chances, 0) in round 0
 *         const orders = assign(chances, state.layers[layer.index], { ...assignRules(world, layer), orderS });
 *         if (orders.count === 0) break;
 *         resolveShots(state, world, layer, orders, round);
 *       }
 *     }
 *     const outcome = trialOutcome(world, layers, tracks, made, state, inReachCount);
 *
 * @param orderS by threat: order given; NaN: not wanted
 * @param oneWayS by unit; NaN: no route
 * @returns a table that stands until the layer is asked again; its columns may be longer than `count`
 */
export function opportunities(world: World, layer: Layer, orderS: Float64Array, oneWayS: Float64Array): Opportunities {
  const find = layer.plan.basing === 'space' ? spaceOpportunities : surfaceOpportunities;
  return find(world, layer, orderS, oneWayS);
}
