import type { EffectSummary, LayerEffect, Share, WarheadEffect } from '../flow/effect.ts';
import { shotResults } from '../flow/effect.ts';
import { type LeakReason, leakReasons } from '../flow/outcomes.ts';
import { countMean } from '../num/count-mean.ts';
import { QuantileSketch } from '../num/sketch.ts';
import { type Interval, wilsonInterval } from '../num/statistics.ts';
import type { EffectState, ObjectTally } from './effect.ts';
import { fallSummary } from './fall-tally.ts';
import { timeSpreads } from './time-sketches.ts';

/**
 * Summary of a tally: shares with Wilson's interval, mean leakers with that of {@link countMean}: never 0 to 0.
 *
 * Reasons are leakers over all trials, so they add up to the leakers exactly. The time budget is of all threats that came to the
 * moment in question, whatever became of them: `detecting`, `tracking`, `deciding`, `delivering` (order to release) and
 * `engaging` (first release to the intercept that stopped it) are the times between the moments.
 *
 * @param layerIds names of the layers, in order
 * @param confidence two-sided, between 0 and 1
 * @source wilson-1927, equation for p
 */
export function summarizeEffect(state: EffectState, layerIds: readonly string[], confidence = 0.95): EffectSummary {
  const { trials, trialsByLeakers } = state;
  const share = (count: number): Share => ({
    probability: trials === 0 ? Number.NaN : count / trials,
    ...wilsonInterval(count, trials, confidence),
  });
  return {
    trials,
    confidence,
    noLeaker: share(trialsByLeakers[0] ?? 0),
    allEngaged: share(state.allEngagedTrials),
    expectedLeakers: meanCount(trialsByLeakers, trials, confidence, state.threats),
    leakersByReason: Object.fromEntries(leakReasons.map((reason, i) => [reason, state.leakersByReason[i]])) as Record<
      LeakReason,
      number
    >,
    leakerShares: trialsByLeakers.map((count) => count / trials),
    layers: layerIds.map((id, index) => layerEffect(id, state, index)),
    times: timeSpreads(state.times.map((sketch) => QuantileSketch.from(sketch))),
    refused: {
      looksPerRaid: state.refused.looks / trials,
      missilesFraction: state.threats > 0 ? state.refused.threats / state.threats : 0,
    },
    falls: fallSummary(state.falls, trials),
    ...(state.objects && { warheads: warheadEffect(state.objects, trials, layerIds, confidence) }),
  };
}

function warheadEffect(
  { warheads, decoys, trialsByWarheads, warheadsByReason, layers }: ObjectTally,
  trials: number,
  layerIds: readonly string[],
  confidence: number,
): WarheadEffect {
  return {
    warheadsPerRaid: warheads / trials,
    decoysPerRaid: decoys / trials,
    expectedWarheads: meanCount(trialsByWarheads, trials, confidence, warheads),
    warheadShares: trialsByWarheads.map((count) => count / trials),
    warheadsByReason: Object.fromEntries(leakReasons.map((reason, i) => [reason, warheadsByReason[i]])) as Record<
      LeakReason,
      number
    >,
    layers: layerIds.map((id, index) => ({
      id,
      warheadsStoppedPerRaid: (layers[index]?.warheadsStopped ?? 0) / trials,
      decoysStoppedPerRaid: (layers[index]?.decoysStopped ?? 0) / trials,
      shotsAtDecoysPerRaid: (layers[index]?.shotsAtDecoys ?? 0) / trials,
    })),
  };
}

/** Mean of a histogram of the trials, with its interval; `total` is of all trials, the same in each. */
function meanCount(
  histogram: number[],
  trials: number,
  confidence: number,
  total: number,
): Interval & { mean: number } {
  const { mean, low, high } = countMean(histogram, trials, confidence, mostCount(total, trials));
  return { mean, low, high };
}

/** The most that one trial can count, where every trial has the same: missiles of a raid; Infinity where it is not whole. */
export function mostCount(total: number, trials: number): number {
  return total % trials === 0 ? total / trials : Number.POSITIVE_INFINITY;
}

function layerEffect(id: string, { trials, layers }: EffectState, index: number): LayerEffect {
  const tally = layers[index];
  const perRaid = (count: number) => count / trials;
  return {
    id,
    shotsPerRaid: perRaid(tally?.shots ?? 0),
    killsPerRaid: perRaid(tally?.kills ?? 0),
    shotResults: Object.fromEntries(
      shotResults.map((result, r) => [result, perRaid(tally?.shotsByResult[r] ?? 0)]),
    ) as LayerEffect['shotResults'],
    inReachMinCount: tally?.inReachMin ?? 0,
    inReachMeanCount: perRaid(tally?.inReachSum ?? 0),
    inReachNoneFraction: perRaid(tally?.inReachNone ?? trials),
  };
}
