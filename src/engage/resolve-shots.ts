import type { EngagementState } from '../flow/engagement.ts';
import { objectKey, takesAll } from '../flow/objects.ts';
import { type Orders, phases } from '../flow/orders.ts';
import type { Shot } from '../flow/outcomes.ts';
import type { World } from '../flow/world.ts';
import { type RandomStream, randomStream } from '../num/random.ts';
import { boostFall } from './boost-fall.ts';
import { DesignLuck } from './design-luck.ts';
import type { Layer } from './layer.ts';

/** What decides a layer's shots, by its plan; absent: certain. */
export interface KillModel {
  trackProbability?: number;
  reliabilityProbability?: number;
}

/**
 * The state after one round of a layer: every shot drawn, what is stopped marked, the interceptors taken from the inventory.
 *
 * An object falls to n shots with probability P_track [1 - (1 - r p)^n]: one draw of the common-mode track decides for
 * all shots of the layer at that object, in every round; reliability r and kill p are drawn shot by shot, p itself once a raid for a
 * design whose shots go together (see `DesignLuck`). A hit before the objects of a missile part stops all of them. Shots are taken
 * in the order of their intercepts; those that come after the object was stopped are spent for nothing. Every draw belongs
 * to (layer, object, number of the shot), named by what they are, so another layer, or another threat, changes none of them.
 *
 * A threat hit in boost is stopped unless its payload falls on the defended area; then it is broken up, and through.
 *
 * @source wilkening-1998, section 2
 */
export function resolveShots(
  before: EngagementState,
  world: World,
  layer: Layer,
  orders: Orders,
  round: number,
): EngagementState {
  const state = ownState(before, layer);
  const layerState = state.layers[layer.index];
  spendInterceptors(state, layer, orders);
  const order = Array.from({ length: orders.count }, (_, i) => i);
  const { threatIndex, objectIndex, interceptS, unitIndex } = orders;
  order.sort((i, j) => interceptS[i] - interceptS[j] || unitIndex[i] - unitIndex[j]);
  const draws = new ShotDraws(state, world, layer);
  for (const i of order) {
    const threat = threatIndex[i];
    const object = objectIndex[i];
    const result = draws.next(object, orders.killProbability[i], layer.plan);
    const shot: Shot = {
      layerIndex: layer.index,
      unitIndex: unitIndex[i],
      threatIndex: threat,
      objectIndex: takesAll(state.objects, threat, interceptS[i]) ? -1 : object,
      round,
      orderedS: orders.orderedS[i],
      releaseS: orders.releaseS[i],
      interceptS: interceptS[i],
      result: state.stoppedS[object] <= interceptS[i] ? 'already-dead' : result,
    };
    state.shots.push(shot);
    layerState.shotCount++;
    if (!(state.firstReleaseS[threat] <= shot.releaseS)) state.firstReleaseS[threat] = shot.releaseS;
    if (!(state.lastInterceptS[threat] >= shot.interceptS)) state.lastInterceptS[threat] = shot.interceptS;
    if (shot.result !== 'killed') continue;
    const isBoost = phases[orders.phaseIndex[i]] === 'boost';
    const fall = isBoost ? boostFall(world, threat, shot.interceptS, state) : null;
    if (fall) state.falls.push(fall);
    if (fall?.isInside) {
      shot.result = 'falls-inside';
      breakUp(state, shot);
      continue;
    }
    stop(state, shot, object);
    layerState.killCount++;
  }
  return state;
}

/** Marks what a hit stops: one object, or all of its missile that still fly. */
function stop(
  state: EngagementState,
  { layerIndex, threatIndex, objectIndex, interceptS }: Shot,
  target: number,
): void {
  const { objects, stoppedByLayer, stoppedS, flyingCount } = state;
  const to = objectIndex < 0 ? objects.firstObject[threatIndex + 1] : target + 1;
  for (let object = target; object < to; object++) {
    if (stoppedByLayer[object] < 0) flyingCount[threatIndex]--;
    else if (object > target) continue;
    stoppedByLayer[object] = layerIndex;
    stoppedS[object] = interceptS;
  }
}

/** Marks a missile that no longer flies, but whose payload falls on the defended area: no layer has stopped what it carries. */
function breakUp(state: EngagementState, { threatIndex, interceptS }: Shot): void {
  const { firstObject } = state.objects;
  for (let object = firstObject[threatIndex]; object < firstObject[threatIndex + 1]; object++)
    if (state.stoppedByLayer[object] < 0) state.stoppedS[object] = interceptS;
  state.flyingCount[threatIndex] = 0;
}

/** A state of its own as far as one round of a layer writes in it; the rest is shared with the one before. */
function ownState(before: EngagementState, { index, plan }: Layer): EngagementState {
  const layers = before.layers.slice();
  const { remainingCount, nextReleaseS, launchesS, guided } = layers[index];
  layers[index] = {
    ...layers[index],
    remainingCount: remainingCount.slice(),
    nextReleaseS: plan.reloadS === undefined ? nextReleaseS : nextReleaseS.slice(),
    launchesS: launchesS.slice(),
    guided: plan.guidedCount === undefined ? guided : guided.slice(),
  };
  return {
    ...before,
    layers,
    stoppedByLayer: before.stoppedByLayer.slice(),
    stoppedS: before.stoppedS.slice(),
    flyingCount: before.flyingCount.slice(),
    firstReleaseS: before.firstReleaseS.slice(),
    lastInterceptS: before.lastInterceptS.slice(),
    shots: before.shots.slice(),
    falls: before.falls.slice(),
  };
}

/** Interceptors fired are gone; a site that has fired its last reloads from stock where it can. */
function spendInterceptors(state: EngagementState, layer: Layer, orders: Orders): void {
  const layerState = state.layers[layer.index];
  const { remainingCount, nextReleaseS, launchesS, guided } = layerState;
  const { launchIntervalS = 0, guidedCount, reloadS } = layer.plan;
  const lastS: number[] = []; // by unit: its last launch of this round
  for (let i = 0; i < orders.count; i++) {
    const unit = orders.unitIndex[i];
    if (remainingCount[unit] <= 0) throw new RangeError(`${layer.id}: unit ${unit} must have an interceptor left`);
    remainingCount[unit]--;
    if (launchIntervalS > 0) {
      const launches = [...(launchesS[unit] ?? []), orders.releaseS[i]];
      launchesS[unit] = launches.sort((a, b) => a - b);
    }
    if (guidedCount !== undefined) {
      const flight = { releaseS: orders.releaseS[i], interceptS: orders.interceptS[i] };
      guided[unit] = [...(guided[unit] ?? []), flight];
    }
    if (reloadS === undefined || layerState.stockCount === 0) continue;
    lastS[unit] = Math.max(lastS[unit] ?? -Infinity, orders.releaseS[i]);
    if (remainingCount[unit] > 0) continue;
    const taken = Math.min(layer.perUnitCount, layerState.stockCount);
    layerState.stockCount -= taken;
    remainingCount[unit] = taken;
    nextReleaseS[unit] = lastS[unit] + reloadS;
  }
}

/** Draws of one layer's shots, two for each shot and one for each object's track. */
class ShotDraws {
  readonly #state: EngagementState;
  readonly #world: World;
  readonly #layer: Layer;
  readonly #design: DesignLuck;
  readonly #tracked = new Map<number, number>();
  readonly #streams = new Map<number, RandomStream>();
  /** By object: shots of this layer in earlier rounds. */
  readonly #fired = new Map<number, number>();

  constructor(state: EngagementState, world: World, layer: Layer) {
    this.#state = state;
    this.#world = world;
    this.#layer = layer;
    this.#design = new DesignLuck(layer, state);
    for (const { layerIndex, threatIndex, objectIndex } of state.shots) {
      if (layerIndex !== layer.index) continue;
      const object = objectIndex < 0 ? state.objects.firstObject[threatIndex] : objectIndex;
      this.#fired.set(object, (this.#fired.get(object) ?? 0) + 1);
    }
  }

  next(object: number, killProbability: number, model: KillModel): 'killed' | 'missed' | 'failed' | 'not-tracked' {
    const { seed, trial, objects } = this.#state;
    let stream = this.#streams.get(object);
    if (!stream) {
      const name = `${this.#layer.key}|${objectKey(objects, this.#world, object)}`;
      this.#tracked.set(object, randomStream(seed, trial, `track:${name}`).uniform());
      stream = randomStream(seed, trial, `shot:${name}`);
      for (let i = 2 * (this.#fired.get(object) ?? 0); i > 0; i--) stream.uniform();
      this.#streams.set(object, stream);
    }
    const works = stream.uniform() < (model.reliabilityProbability ?? 1);
    const hits = stream.uniform() < this.#design.killProbability(killProbability);
    if (this.#tracked.get(object)! >= (model.trackProbability ?? 1)) return 'not-tracked';
    if (!works || this.#design.isFaulty) return 'failed';
    return hits ? 'killed' : 'missed';
  }
}
