import { estimatePhases } from '../catalog/estimate-kinds.ts';
import type { EconomyPlan } from '../flow/architecture.ts';
import type { EstimateLine, EstimateMatrix } from '../flow/reconcile.ts';
import { hasPriceYear, priceFactor } from '../programme/deflator.ts';
import { roundingOf, whyOf } from './estimate-end.ts';
import { engineMusd, explainedMusd, type WalkContext } from './estimate-walk.ts';
import { holdsPhase, holdsRest, type Study, type StudyLayer, silentCodes } from './study.ts';

/** Every estimate side by side, and what a walk between each two of those with a total would explain. */
export function estimateMatrix(studies: readonly Study[], context: WalkContext): EstimateMatrix {
  const priced = studies.filter(({ totalMusd }) => totalMusd !== undefined);
  const priceYear = Math.max(...priced.map((study) => study.priceYear));
  return {
    priceYear,
    estimates: studies.map((study) => lineOf(study, priceYear, context)),
    pairs: priced.flatMap((from, i) =>
      priced.slice(i + 1).map((to) => {
        const differenceMusd = to.totalMusd! - from.totalMusd!;
        const explained = explainedMusd(from, to, context);
        return {
          from: from.id,
          to: to.id,
          differenceMusd,
          explainedMusd: explained,
          residualMusd: differenceMusd - explained,
        };
      }),
    ),
  };
}

function lineOf(study: Study, year: number, context: WalkContext): EstimateLine {
  const { id, name, by, date, totalMusd, lowMusd, highMusd, priceYear, horizonYr, layers } = study;
  const largest = layers.reduce<StudyLayer | undefined>(
    (best, layer) => (best && best.interceptorCount >= layer.interceptorCount ? best : layer),
    undefined,
  );
  return {
    id,
    name,
    by,
    date,
    ...(totalMusd !== undefined && { publishedMusd: totalMusd, ...todayOf(totalMusd, study, year, context.economy) }),
    ...(lowMusd !== undefined && { lowMusd }),
    ...(highMusd !== undefined && { highMusd }),
    ...(totalMusd !== undefined && { priceYear }),
    ...(horizonYr !== undefined && { horizonYr }),
    ...(layers.length > 0 && { interceptorCount: layers.reduce((sum, each) => sum + each.interceptorCount, 0) }),
    ...(largest && ratiosOf(largest)),
    ...computed(study, context),
    silent: silentCodes(study),
  };
}

function todayOf(totalMusd: number, { priceYear, priceYearAssumed }: Study, year: number, economy: EconomyPlan) {
  if (priceYearAssumed || !hasPriceYear(economy, priceYear) || !hasPriceYear(economy, year)) return {};
  return { todayMusd: totalMusd * priceFactor(economy, priceYear, year) };
}

/** What a layer's total comes to by interceptor and by missile. */
function ratiosOf({ interceptorCount, raidCount, totalMusd }: StudyLayer) {
  return {
    ...(totalMusd !== undefined && { perSlotMusd: totalMusd / interceptorCount }),
    ...(raidCount !== undefined && { perMissileCount: interceptorCount / raidCount }),
    ...(raidCount !== undefined && totalMusd !== undefined && { furtherMissileMusd: totalMusd / raidCount }),
  };
}

/** What the cost model makes of an estimate that leaves no part of itself open. */
function computed(study: Study, context: WalkContext): Partial<EstimateLine> {
  const { totalMusd } = study;
  const isOpen = holdsRest(study) === 'open' || estimatePhases.some((phase) => holdsPhase(study, phase) === 'open');
  if (isOpen || totalMusd === undefined) return {};
  const { musd, held } = engineMusd(study, context);
  const missMusd = totalMusd - musd;
  const roundingMusd = roundingOf(totalMusd);
  return {
    engineMusd: musd,
    missMusd,
    roundingMusd,
    ...(Math.abs(missMusd) > roundingMusd && { why: whyOf(study, held) }),
  };
}
