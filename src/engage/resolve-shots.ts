import type { EngagementState } from '../flow/engagement.ts';
import { type Orders, phases } from '../flow/orders.ts';
import type { Shot } from '../flow/outcomes.ts';
import type { World } from '../flow/world.ts';
import { type RandomStream, randomStream } from '../num/random.ts';
import { boostFall } from './boost-fall.ts';
import type { Layer } from './layer.ts';

/** What decides a layer's shots, by its plan; absent: certain. */
export interface KillModel {
  trackProbability?: number;
  reliabilityProbability?: number;
}

/**
 * The state after one round of a layer: every shot drawn, what is stopped marked, the interceptors taken from the inventory.
 *
 * A threat falls to n shots with probability P_track [1 - (1 - r p)^n]: one draw of the common-mode track decides for
 * all shots of the layer at that threat, in every round; reliability r and kill p are drawn shot by shot. Shots are taken
 * in the order of their intercepts; those that come after the threat was stopped are spent for nothing. Every draw belongs
 * to (layer, threat, number of the shot), named by what they are, so another layer, or another threat, changes none of them.
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
  const { threatIndex, interceptS, unitIndex } = orders;
  order.sort((i, j) => interceptS[i] - interceptS[j] || unitIndex[i] - unitIndex[j]);
  const draws = new ShotDraws(state, world, layer);
  for (const i of order) {
    const threat = threatIndex[i];
    const result = draws.next(threat, orders.killProbability[i], layer.plan);
    const shot: Shot = {
      layerIndex: layer.index,
      unitIndex: unitIndex[i],
      threatIndex: threat,
      round,
      orderedS: orders.orderedS[i],
      releaseS: orders.releaseS[i],
      interceptS: interceptS[i],
      result: state.stoppedS[threat] <= interceptS[i] ? 'already-dead' : result,
    };
    state.shots.push(shot);
    layerState.shotCount++;
    if (!(state.firstReleaseS[threat] <= shot.releaseS)) state.firstReleaseS[threat] = shot.releaseS;
    if (!(state.lastInterceptS[threat] >= shot.interceptS)) state.lastInterceptS[threat] = shot.interceptS;
    if (shot.result !== 'killed') continue;
    state.stoppedS[threat] = shot.interceptS;
    const isBoost = phases[orders.phaseIndex[i]] === 'boost';
    const fall = isBoost ? boostFall(world, threat, shot.interceptS, state) : null;
    if (fall) state.falls.push(fall);
    if (fall?.isInside) {
      shot.result = 'falls-inside';
      continue;
    }
    state.stoppedByLayer[threat] = layer.index;
    layerState.killCount++;
  }
  return state;
}

/** A state of its own as far as one round of a layer writes in it; the rest is shared with the one before. */
function ownState(before: EngagementState, { index, plan }: Layer): EngagementState {
  const layers = before.layers.slice();
  const { remainingCount, nextReleaseS, launchesS } = layers[index];
  layers[index] = {
    ...layers[index],
    remainingCount: remainingCount.slice(),
    nextReleaseS: plan.reloadS === undefined ? nextReleaseS : nextReleaseS.slice(),
    launchesS: launchesS.slice(),
  };
  return {
    ...before,
    layers,
    stoppedByLayer: before.stoppedByLayer.slice(),
    stoppedS: before.stoppedS.slice(),
    firstReleaseS: before.firstReleaseS.slice(),
    lastInterceptS: before.lastInterceptS.slice(),
    shots: before.shots.slice(),
    falls: before.falls.slice(),
  };
}

/** Interceptors fired are gone; a site that has fired its last reloads from stock where it can. */
function spendInterceptors(state: EngagementState, layer: Layer, orders: Orders): void {
  const layerState = state.layers[layer.index];
  const { remainingCount, nextReleaseS, launchesS } = layerState;
  const { launchIntervalS = 0, reloadS } = layer.plan;
  const lastS: number[] = []; // by unit: its last launch of this round
  for (let i = 0; i < orders.count; i++) {
    const unit = orders.unitIndex[i];
    if (remainingCount[unit] <= 0) throw new RangeError(`${layer.id}: unit ${unit} must have an interceptor left`);
    remainingCount[unit]--;
    if (launchIntervalS > 0) {
      const launches = [...(launchesS[unit] ?? []), orders.releaseS[i]];
      launchesS[unit] = launches.sort((a, b) => a - b);
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

/** Draws of one layer's shots, three for each shot and one for each threat's track. */
class ShotDraws {
  readonly #state: EngagementState;
  readonly #world: World;
  readonly #layer: Layer;
  readonly #tracked = new Map<number, number>();
  readonly #streams = new Map<number, RandomStream>();

  constructor(state: EngagementState, world: World, layer: Layer) {
    this.#state = state;
    this.#world = world;
    this.#layer = layer;
  }

  next(threat: number, killProbability: number, model: KillModel): 'killed' | 'missed' | 'failed' | 'not-tracked' {
    const { seed, trial } = this.#state;
    const name = `${this.#layer.key}|${this.#world.threats[threat].key}`;
    let track = this.#tracked.get(threat);
    if (track === undefined) {
      track = randomStream(seed, trial, `track:${name}`).uniform();
      this.#tracked.set(threat, track);
    }
    let stream = this.#streams.get(threat);
    if (!stream) {
      stream = randomStream(seed, trial, `shot:${name}`);
      for (let i = 2 * this.#firedAt(threat); i > 0; i--) stream.uniform();
      this.#streams.set(threat, stream);
    }
    const works = stream.uniform() < (model.reliabilityProbability ?? 1);
    const hits = stream.uniform() < killProbability;
    if (track >= (model.trackProbability ?? 1)) return 'not-tracked';
    if (!works) return 'failed';
    return hits ? 'killed' : 'missed';
  }

  /** Shots of this layer at a threat in earlier rounds. */
  #firedAt(threat: number): number {
    let count = 0;
    for (const shot of this.#state.shots) {
      if (shot.layerIndex === this.#layer.index && shot.threatIndex === threat) count++;
    }
    return count;
  }
}
