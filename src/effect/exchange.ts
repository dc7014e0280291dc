import { exchangeRatio, marginalCostMusd } from '../closed-forms/exchange.ts';
import type { LayerExchange, OffencePrice, OffenceRatio, ShieldYield } from '../flow/exchange.ts';
import type { LayerCoverage } from '../flow/result.ts';

/** The closed form of the exchange by layer: absentee ratio and shots as flown; layers that stop nothing or cost nothing are left out. */
export function layerExchanges(yields: ShieldYield, coverage: readonly LayerCoverage[]): LayerExchange[] {
  return yields.layers
    .filter(({ stopsPerRaid, totalMusd }) => stopsPerRaid > 0 && totalMusd > 0)
    .map(({ id, shotsPerStop, totalMusd, interceptorCount }) => {
      const absenteeRatio = coverage.find((layer) => layer.id === id)?.absenteeMeanRatio ?? 1;
      const lifecycleMusd = totalMusd / interceptorCount;
      const shotsPerMissile = shotsPerStop * yields.perMissileCount;
      const marginalMusd = marginalCostMusd(absenteeRatio, shotsPerMissile, lifecycleMusd);
      return { id, absenteeRatio, shotsPerStop, lifecycleMusd, marginalMusd };
    });
}

/**
 * Prices of one more missile beside what the defence spends on it, in the money of the defence.
 *
 * @param factorOf what a dollar of a price year is worth in the money of the defence
 */
export function offenceRatios(
  marginalMusd: number,
  offence: readonly OffencePrice[],
  factorOf: (priceYear: number) => number,
): OffenceRatio[] {
  return offence.map((price) => {
    const factor = factorOf(price.priceYear);
    const ratio = (musd: number) => exchangeRatio(marginalMusd, factor * musd);
    return {
      ...price,
      convertedMusd: factor * price.unitMusd,
      ratio: ratio(price.unitMusd),
      ...(price.highMusd !== undefined && { lowRatio: ratio(price.highMusd) }),
      ...(price.lowMusd !== undefined && { highRatio: ratio(price.lowMusd) }),
    };
  });
}
