import { type EffectTime, effectTimes, type GroupTimes, type TimeSpread } from '../flow/effect.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import { QuantileSketch } from '../num/sketch.ts';

/** By position in {@link effectTimes}: nothing yet. */
export function newTimeSketches(): QuantileSketch[] {
  return effectTimes.map(() => new QuantileSketch());
}

/** Adds the moments of each threat of a trial, and the times between them, as far as it came; of those that are wanted. */
export function addTimes(
  times: readonly QuantileSketch[],
  { detectedS, commitS, decidedS, releasedS, stoppedS }: TrialOutcome,
  isWanted: (threat: number) => boolean = () => true,
): void {
  const moments = [detectedS, commitS, decidedS, releasedS, stoppedS];
  for (let i = 0; i < detectedS.length; i++) {
    if (!isWanted(i)) continue;
    let beforeS = 0;
    for (let k = 0; k < moments.length; k++) {
      const atS = moments[k][i];
      if (Number.isNaN(atS)) break;
      times[k].add(atS);
      times[moments.length + k].add(atS - beforeS);
      beforeS = atS;
    }
  }
}

/** Spreads of the times that sketches hold. */
export function timeSpreads(times: readonly QuantileSketch[]): Record<EffectTime, TimeSpread> {
  return Object.fromEntries(effectTimes.map((time, i) => [time, spread(times[i])])) as Record<EffectTime, TimeSpread>;
}

/**
 * Where the time goes by group of the raid, over the raids that are at hand.
 *
 * @param groupOf by threat: position of its group
 */
export function timesByGroup(
  outcomes: readonly TrialOutcome[],
  groups: readonly { id: string }[],
  groupOf: readonly number[],
): GroupTimes[] {
  return groups.map(({ id }, group) => {
    const times = newTimeSketches();
    for (const outcome of outcomes) addTimes(times, outcome, (threat) => groupOf[threat] === group);
    return { id, times: timeSpreads(times) };
  });
}

function spread(sketch: QuantileSketch): TimeSpread {
  return {
    p10S: sketch.quantile(0.1),
    medianS: sketch.quantile(0.5),
    p90S: sketch.quantile(0.9),
    threatCount: sketch.count,
  };
}
