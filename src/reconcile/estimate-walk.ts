import type { EconomyPlan } from '../flow/architecture.ts';
import type { HeldAssumption, Walk } from '../flow/reconcile.ts';
import { priceFactor } from '../programme/deflator.ts';
import { endOf } from './estimate-end.ts';
import { type Setting, settingOf } from './estimate-setting.ts';
import { type PricedLayer, wholeMusd } from './layer-cost.ts';
import { type LayerPair, layerFields, sizedCount } from './layer-pair.ts';
import { holdsRest, restMusd, type Study, type StudyLayer } from './study.ts';
import { walk } from './walk.ts';

/** What two studies are walked with beside their own numbers. */
export interface WalkContext {
  economy: EconomyPlan;
  /** Study that lends what neither end states and no price can do without. */
  lender?: Study;
}

/**
 * The way from one published total to another: every assumption that both state, and state differently, is one step, computed
 * by the cost model with the force complete; what one alone states is held at both ends, and what is left at each end is a miss.
 *
 * Both studies must state a total.
 */
export function estimateWalk(from: Study, to: Study, { economy, lender }: WalkContext): Walk {
  const setting = settingOf(from, to, economy, lender);
  const { startMusd, steps } = walk(setting.changes, (made) => totalOf(setting, made));
  const endMusd = steps.at(-1)?.totalMusd ?? startMusd;
  const start = endOf(from, startMusd, setting.held);
  const end = endOf(to, endMusd, setting.held);
  const differenceMusd = to.totalMusd! - from.totalMusd!;
  const explained = endMusd - startMusd;
  return {
    from: start,
    to: end,
    differenceMusd,
    steps,
    explainedMusd: explained,
    residualMusd: differenceMusd - explained,
    held: setting.held,
  };
}

/** What the steps of a walk explain together, without the steps. */
export function explainedMusd(from: Study, to: Study, { economy, lender }: WalkContext): number {
  const setting = settingOf(from, to, economy, lender);
  return totalOf(setting, 2 ** setting.changes.length - 1) - totalOf(setting, 0);
}

/** What a study's own numbers come to, with what it does not state lent by a third. */
export function engineMusd(study: Study, { economy, lender }: WalkContext): { musd: number; held: HeldAssumption[] } {
  const setting = settingOf(study, study, economy, lender);
  return { musd: totalOf(setting, 0), held: setting.held };
}

/** The years of a study that states none, where the other states none either. */
const DEFAULT_HORIZON_YR = 20;

/** The total with some changes made, in the dollars that these changes leave it in. */
function totalOf(setting: Setting, made: number): number {
  const { from, to, economy, members, changes, years } = setting;
  const places = new Map(changes.map(({ key }, i) => [key, i]));
  /** Whether a part is as at the end: where it is a step, once the step is made. */
  const isTo = (key: string) => {
    const place = places.get(key);
    return place !== undefined && (made & (1 << place)) !== 0;
  };
  const layers = members.flatMap(({ phase, pair, only }): PricedLayer[] => {
    if (only) {
      if ((only === 'to') !== isTo(phase)) return [];
      const layer = pair[only];
      return [{ layer, interceptorCount: layer.interceptorCount }];
    }
    return [mixed(pair, isTo)];
  });
  const horizonYr = (isTo('years') ? to : from).horizonYr ?? from.horizonYr ?? to.horizonYr ?? DEFAULT_HORIZON_YR;
  const { counts } = isTo('counts') ? to : from;
  const inEnd = wholeMusd({ layers, restMusd: restOf(setting, isTo), horizonYr, priceYear: years.to, counts });
  const isInEndYear = years.from === years.to || isTo('price-year');
  return isInEndYear ? inEnd : inEnd * priceFactor(economy, years.to, years.from);
}

/** The undivided rest in dollars of the end; one that the other end leaves open is held. */
function restOf({ from, to, economy, years }: Setting, isTo: (key: string) => boolean): number {
  const atFrom = holdsRest(from) === 'yes' || holdsRest(from) === 'no';
  const atTo = holdsRest(to) === 'yes' || holdsRest(to) === 'no';
  const isEnd = atFrom && atTo ? isTo('rest') : atTo;
  return isEnd ? restMusd(to) : restMusd(from) * priceFactor(economy, years.from, years.to);
}

/** A shared layer, part by part as at the one end or at the other. */
function mixed(pair: LayerPair, isTo: (key: string) => boolean): PricedLayer {
  const layer: StudyLayer = { ...pair.from };
  for (const code of pair.shared) {
    if (!isTo(code)) continue;
    for (const name of layerFields[code]) Object.assign(layer, { [name]: pair.to[name] });
  }
  const isRestTo = isTo('per-missile') || isTo('interceptors');
  return { layer, interceptorCount: sizedCount(pair, (code) => (code === 'per-missile' ? isRestTo : isTo(code))) };
}
