import type { Layer } from '../engage/layer.ts';
import type { CostResult } from '../flow/cost.ts';
import type { EffectSummary } from '../flow/effect.ts';
import type { LayerYield, ShieldYield } from '../flow/exchange.ts';

/** Interceptors that stand ready in a layer at the start of a raid. */
export function readyCount({ unitCount, perUnitCount }: Pick<Layer, 'unitCount' | 'perUnitCount'>): number {
  return unitCount * perUnitCount;
}

/**
 * Shots, interceptors and money for each one that is stopped: counts of the raids beside the cost of the programme. What is stopped is
 * a missile; a warhead where missiles carry several, or decoys.
 *
 * Money is that of all the years of the cost over the stops of one raid of the scenario, as if the shield were built for that
 * raid; what stands already costs only its operation. A layer that the cost does not know has no money.
 */
export function yieldsOf(
  effect: EffectSummary,
  cost: CostResult,
  layers: readonly Layer[],
  missileCount: number,
): ShieldYield {
  const rows = effect.layers.map((layer, index): LayerYield => {
    const { id, shotsPerRaid } = layer;
    const stops = effect.warheads?.layers[index]?.warheadsStoppedPerRaid ?? layer.killsPerRaid;
    const interceptorCount = readyCount(layers[index]);
    const totalMusd = cost.elements.find((element) => element.role === 'interceptor' && element.id === id)?.totalMusd;
    return {
      id,
      interceptorCount,
      shotsPerRaid,
      stopsPerRaid: stops,
      shotsPerStop: over(shotsPerRaid, stops),
      interceptorsPerStop: over(interceptorCount, stops),
      totalMusd: totalMusd ?? Number.NaN,
      musdPerStop: over(totalMusd ?? Number.NaN, stops),
    };
  });
  const sum = (value: (row: LayerYield) => number) => rows.reduce((total, row) => total + value(row), 0);
  const stopsPerRaid = sum((row) => row.stopsPerRaid);
  return {
    unit: effect.warheads ? 'warheads' : 'missiles',
    perMissileCount: effect.warheads ? effect.warheads.warheadsPerRaid / missileCount : 1,
    years: cost.years,
    priceYear: cost.priceYear,
    layers: rows,
    shotsPerStop: over(
      sum((row) => row.shotsPerRaid),
      stopsPerRaid,
    ),
    interceptorsPerStop: over(
      sum((row) => row.interceptorCount),
      stopsPerRaid,
    ),
    stopsPerRaid,
    totalMusd: cost.totalMusd,
    musdPerStop: over(cost.totalMusd, stopsPerRaid),
  };
}

function over(amount: number, stops: number): number {
  return stops > 0 ? amount / stops : Number.NaN;
}
