import { shotResults } from '../flow/effect.ts';
import { leakReasons, type TrialOutcome } from '../flow/outcomes.ts';
import { QuantileSketch, type SketchState } from '../num/sketch.ts';
import { type FallState, FallTally } from './fall-tally.ts';
import { addObjects, mergeObjects } from './object-tally.ts';
import { addTimes, newTimeSketches } from './time-sketches.ts';

/** What a tally holds, ready for JSON; equal tallies have equal states. */
export interface EffectState {
  trials: number;
  threats: number;
  /** Trials in which every threat was shot at. */
  allEngagedTrials: number;
  /** By number of leakers: trials. */
  trialsByLeakers: number[];
  /** By position in `leakReasons`. */
  leakersByReason: number[];
  /** By layer. */
  layers: LayerTally[];
  /** By position in `effectTimes`. */
  times: SketchState[];
  falls: FallState;
  refused: RefusedTally;
  /** Only of raids with missiles of several objects. */
  objects?: ObjectTally;
}

/** Looks that sensors did not make for want of a place, summed over trials. */
export interface RefusedTally {
  looks: number;
  /** Threats at which at least one look was not made. */
  threats: number;
}

/** What became of warheads and decoys, summed over trials. */
export interface ObjectTally {
  warheads: number;
  decoys: number;
  /** By number of warheads that got through: trials. */
  trialsByWarheads: number[];
  /** By position in `leakReasons`: warheads. */
  warheadsByReason: number[];
  /** By layer. */
  layers: ObjectLayerTally[];
}

export interface ObjectLayerTally {
  warheadsStopped: number;
  decoysStopped: number;
  /** Shots at decoys that had parted from their missile. */
  shotsAtDecoys: number;
}

/** What one layer did, summed over trials. */
export interface LayerTally {
  shots: number;
  kills: number;
  /** By position in {@link shotResults}. */
  shotsByResult: number[];
  inReachMin: number;
  inReachSum: number;
  /** Trials in which none could reach the first threat. */
  inReachNone: number;
}

/**
 * Effect of the shield over many trials, counted in whole numbers: the same total in whatever order trials come in, on
 * however many threads, and in whatever parts they are merged.
 */
export class EffectTally {
  #trials = 0;
  #threats = 0;
  #allEngagedTrials = 0;
  readonly #trialsByLeakers: number[] = [];
  readonly #leakersByReason: number[] = leakReasons.map(() => 0);
  readonly #layers: LayerTally[] = [];
  readonly #times = newTimeSketches();
  readonly #falls = new FallTally();
  readonly #refused: RefusedTally = { looks: 0, threats: 0 };
  #objects: ObjectTally | undefined;

  /** Adds one trial. @throws RangeError if its reasons do not add up to its leakers */
  add(outcome: TrialOutcome): void {
    const { stoppedByLayer, leakReasonIndex } = outcome;
    const count = stoppedByLayer.length;
    const engaged = new Set(outcome.shots.map(({ threatIndex }) => threatIndex));
    let leakers = 0;
    for (let i = 0; i < count; i++) {
      const reason = leakReasonIndex[i];
      if (stoppedByLayer[i] >= 0 !== reason < 0) {
        throw new RangeError(`threat ${i} must be stopped or have a reason: ${stoppedByLayer[i]}, ${reason}`);
      }
      if (reason < 0) continue;
      leakers++;
      this.#leakersByReason[reason]++;
    }
    this.#trials++;
    this.#threats += count;
    if (engaged.size === count) this.#allEngagedTrials++;
    this.#trialsByLeakers[leakers] = (this.#trialsByLeakers[leakers] ?? 0) + 1;
    this.#addLayers(outcome);
    addTimes(this.#times, outcome);
    this.#falls.add(outcome.falls);
    for (const looks of outcome.refusedCount) {
      this.#refused.looks += looks;
      if (looks > 0) this.#refused.threats++;
    }
    this.#objects = addObjects(this.#objects, outcome);
  }

  /** Adds everything another tally holds; the other stays as it is. */
  merge(other: EffectTally): void {
    this.#mergeState(other.state());
  }

  /** The tally as plain data. */
  state(): EffectState {
    return {
      trials: this.#trials,
      threats: this.#threats,
      allEngagedTrials: this.#allEngagedTrials,
      trialsByLeakers: Array.from(this.#trialsByLeakers, (trials) => trials ?? 0),
      leakersByReason: [...this.#leakersByReason],
      layers: this.#layers.map((layer) => ({ ...layer, shotsByResult: [...layer.shotsByResult] })),
      times: this.#times.map((sketch) => sketch.state()),
      falls: this.#falls.state(),
      refused: { ...this.#refused },
      ...(this.#objects && { objects: structuredClone(this.#objects) }),
    };
  }

  /** The tally that a state describes. */
  static from(state: EffectState): EffectTally {
    const tally = new EffectTally();
    tally.#mergeState(state);
    return tally;
  }

  #mergeState(state: EffectState): void {
    this.#trials += state.trials;
    this.#threats += state.threats;
    this.#allEngagedTrials += state.allEngagedTrials;
    state.trialsByLeakers.forEach((trials, leakers) => {
      this.#trialsByLeakers[leakers] = (this.#trialsByLeakers[leakers] ?? 0) + trials;
    });
    state.leakersByReason.forEach((leakers, reason) => {
      this.#leakersByReason[reason] += leakers;
    });
    state.layers.forEach((layer, index) => {
      const mine = this.#layer(index);
      mine.shots += layer.shots;
      mine.kills += layer.kills;
      for (let r = 0; r < shotResults.length; r++) mine.shotsByResult[r] += layer.shotsByResult[r];
      mine.inReachMin = Math.min(mine.inReachMin, layer.inReachMin);
      mine.inReachSum += layer.inReachSum;
      mine.inReachNone += layer.inReachNone;
    });
    if (state.objects) this.#objects = mergeObjects(this.#objects, state.objects);
    state.times.forEach((sketch, index) => {
      this.#times[index].merge(QuantileSketch.from(sketch));
    });
    this.#falls.merge(state.falls);
    this.#refused.looks += state.refused.looks;
    this.#refused.threats += state.refused.threats;
  }

  #addLayers({ shotCount, killCount, inReachCount, shots }: TrialOutcome): void {
    for (let index = 0; index < shotCount.length; index++) {
      const layer = this.#layer(index);
      layer.shots += shotCount[index];
      layer.kills += killCount[index];
      layer.inReachMin = Math.min(layer.inReachMin, inReachCount[index]);
      layer.inReachSum += inReachCount[index];
      if (inReachCount[index] === 0) layer.inReachNone++;
    }
    for (const { layerIndex, result } of shots) this.#layer(layerIndex).shotsByResult[shotResults.indexOf(result)]++;
  }

  #layer(index: number): LayerTally {
    while (this.#layers.length <= index) {
      const shotsByResult = shotResults.map(() => 0);
      this.#layers.push({ shots: 0, kills: 0, shotsByResult, inReachMin: Infinity, inReachSum: 0, inReachNone: 0 });
    }
    return this.#layers[index];
  }
}
