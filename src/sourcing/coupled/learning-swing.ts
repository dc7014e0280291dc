import type { Highs } from 'highs';
import type { PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import type { LearningSwing } from '../../flow/sourcing.ts';
import { withLearning } from './learning.ts';
import { cheapestPlan, type MixOptions, todayMix } from './plan-search.ts';

/** The steepest curve that studies of satellites take: where it turns nothing, none does. */
const STEEP = 0.85;
/** Fleets that cost less than this share of the whole get none: they decide nothing. */
const LEAST_MONEY = 0.05;

/**
 * What a steep learning curve does to the prices where no entry has one on record.
 *
 * @param held loss cases that decide the chosen mix
 * @returns undefined where every fleet with several makers has a curve, or costs little
 */
export function learningSwing(
  highs: Highs,
  model: PlanModel,
  { cheapest, held, options }: { cheapest: PlanMix; held: readonly number[]; options: MixOptions },
): LearningSwing | undefined {
  const moneyOf = (f: number) =>
    model.makers.reduce((sum, { fleet }, o) => (fleet === f ? sum + cheapest.makerMusd[o] : sum), 0);
  const isLearning = ({ learningRatio }: PlanModel['fleets'][number], f: number) =>
    learningRatio === undefined &&
    moneyOf(f) > LEAST_MONEY * cheapest.costMusd &&
    model.makers.filter(({ fleet }) => fleet === f).length > 1;
  const fleets = model.fleets
    .flatMap((fleet, f) => (isLearning(fleet, f) ? [f] : []))
    .sort((a, b) => moneyOf(b) - moneyOf(a));
  if (fleets.length === 0) return undefined;
  const steep = withLearning(model, (f) => (fleets.includes(f) ? STEEP : undefined));
  const robust = cheapestPlan(highs, steep, { ...options, cases: held });
  const least = cheapestPlan(highs, steep, { keep: options.keep });
  const shares = steep.makers
    .map(({ fleet, partner }, o) => ({ fleet, partner, shareFraction: robust.makerFraction[o] }))
    .filter(({ fleet, shareFraction }) => fleet === fleets[0] && shareFraction > 0.005)
    .sort((a, b) => b.shareFraction - a.shareFraction);
  return {
    learningRatio: STEEP,
    fleetIds: fleets.map((f) => model.fleets[f].id),
    independenceMusd: robust.costMusd - least.costMusd,
    overTodayMusd: robust.costMusd - todayMix(highs, steep).costMusd,
    shares: shares.map(({ partner, shareFraction }) => ({ partner, shareFraction })),
  };
}
