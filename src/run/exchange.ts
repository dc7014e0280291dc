import { layerExchanges, offenceRatios } from '../effect/exchange.ts';
import type { Architecture, InterceptorPlan } from '../flow/architecture.ts';
import type { ExchangeAnswer, OffencePrice, ShieldYield, SimulatedExchange } from '../flow/exchange.ts';
import type { LayerCoverage } from '../flow/result.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { costOf } from '../programme/cost.ts';
import { hasPriceYear, priceFactor } from '../programme/deflator.ts';
import { scaleSpaceLayers } from '../programme/layer-for-budget.ts';
import { type RunTrials, withRaidOf } from './raid.ts';
import type { Simulation } from './simulation.ts';

/** Missiles more than the raid has, at most: as many again. */
const MOST_FURTHER = 10;
const LARGEST_SCALE = 16;
/** The search ends when the scale is known to this share. */
const SCALE_TOLERANCE = 0.03;

/** What an exchange is worked out from. */
export interface ExchangeInput {
  architecture: Architecture;
  yields: ShieldYield;
  coverage: readonly LayerCoverage[];
  offence: readonly OffencePrice[];
}

/**
 * The marginal cost exchange: dollars for one more missile stopped, in closed form by layer and by the simulator, beside
 * published prices of one more missile.
 *
 * The closed form takes absentee ratio and shots from the raids that were flown. The simulator enlarges the layer that stops
 * most until it stops as large a share of a larger raid of the same kind as of the raid of the scenario, and divides the
 * further cost by the further missiles. The other layers stay as they are, with the room that they have.
 *
 * @source nitze-1985, cost-effectiveness at the margin
 */
export async function exchangeAnswer(input: ExchangeInput, runTrials: RunTrials): Promise<ExchangeAnswer> {
  const { architecture, yields, coverage, offence } = input;
  const { economy } = architecture;
  const layers = layerExchanges(yields, coverage);
  const main = mainLayer(yields);
  const simulated = main ? await simulatedExchange(architecture, main, runTrials) : null;
  const known = simulated && Number.isFinite(simulated.marginalMusd) ? simulated.marginalMusd : undefined;
  const marginalMusd = known ?? layers.find(({ id }) => id === main)?.marginalMusd ?? Number.NaN;
  const { years, priceYear } = yields;
  return {
    years,
    priceYear,
    layers,
    simulated,
    marginalMusd,
    offence: offenceRatios(
      marginalMusd,
      offence.filter((price) => price.priceYear === priceYear || hasPriceYear(economy, price.priceYear)),
      (year) => priceFactor(economy, year, priceYear),
    ),
  };
}

/** Layer that stops most; undefined where none stops any. */
function mainLayer({ layers }: ShieldYield): string | undefined {
  const [first] = [...layers].sort((a, b) => b.stopsPerRaid - a.stopsPerRaid);
  return first && first.stopsPerRaid > 0 ? first.id : undefined;
}

/** How much larger a layer must be to stop as large a share of a raid with further missiles. */
async function simulatedExchange(
  architecture: Architecture,
  layerId: string,
  runTrials: RunTrials,
): Promise<SimulatedExchange> {
  const missileCount = architecture.threats.reduce((sum, { count }) => sum + count, 0);
  const furtherCount = Math.min(missileCount, MOST_FURTHER);
  const larger = withRaidOf(architecture, missileCount + furtherCount);
  const layerIndex = architecture.interceptors.findIndex(({ id }) => id === layerId);
  const stoppedShare = ({ effect: { objects, layers, trials } }: Simulation, missiles: number) => {
    if (trials === 0) return Number.NaN; // ended from outside, before the first raid
    return objects
      ? objects.layers[layerIndex].warheadsStopped / objects.warheads
      : layers[layerIndex].kills / (trials * missiles);
  };
  const base = await runTrials(architecture);
  const wanted = stoppedShare(base, missileCount);
  const shareAt = async (scale: number) =>
    stoppedShare(await runTrials(enlarged(larger, layerId, scale)), missileCount + furtherCount);
  const found = await smallestScale(shareAt, wanted);
  const further = found.scale === null ? null : enlarged(architecture, layerId, found.scale);
  const interceptors = (of: Architecture) => interceptorCount(of.interceptors.find(({ id }) => id === layerId)!);
  const before = interceptors(architecture);
  const after = further ? interceptors(further) : Number.NaN;
  return {
    layerId,
    missileCount,
    furtherCount,
    trials: base.effect.trials,
    stoppedFraction: wanted,
    stoppedUnchangedFraction: found.unchanged,
    stoppedEnlargedFraction: found.enlarged,
    scaleRatio: after / before,
    furtherInterceptorCount: after - before,
    marginalMusd: further ? (costOf(further).totalMusd - costOf(architecture).totalMusd) / furtherCount : Number.NaN,
  };
}

/** Smallest scale from 1 at which the share is reached, by doubling and then halving the gap; null where none is. */
async function smallestScale(
  shareAt: (scale: number) => Promise<number>,
  wanted: number,
): Promise<{ scale: number | null; unchanged: number; enlarged: number }> {
  const unchanged = await shareAt(1);
  if (unchanged >= wanted) return { scale: 1, unchanged, enlarged: unchanged };
  let low = 1;
  let high = 2;
  let enlargedShare = await shareAt(high);
  while (enlargedShare < wanted && high < LARGEST_SCALE) {
    low = high;
    high *= 2;
    enlargedShare = await shareAt(high);
  }
  if (enlargedShare < wanted) return { scale: null, unchanged, enlarged: enlargedShare };
  while (high - low > SCALE_TOLERANCE * high) {
    const middle = (low + high) / 2;
    const share = await shareAt(middle);
    if (share >= wanted) [high, enlargedShare] = [middle, share];
    else low = middle;
  }
  return { scale: high, unchanged, enlarged: enlargedShare };
}

/** An architecture with so many times the interceptors in one layer: satellites of its shells, or interceptors at its sites. */
function enlarged(architecture: Architecture, layerId: string, scale: number): Architecture {
  const scaled = scaleSpaceLayers(architecture, scale).interceptors;
  const interceptors = architecture.interceptors.map((plan, i) => {
    if (plan.id !== layerId) return plan;
    return plan.shells?.length ? scaled[i] : withMoreAtSites(plan, scale);
  });
  return { ...architecture, interceptors };
}

function withMoreAtSites(plan: InterceptorPlan, scale: number): InterceptorPlan {
  const atSite = interceptorKinds[plan.basing].perPlaceCount(plan);
  const { inventoryCount } = plan;
  return {
    ...plan,
    perSiteCount: Math.ceil(scale * atSite),
    // what stands and is paid for does not grow with what is bought
    ...(inventoryCount !== undefined && !plan.standing && { inventoryCount: Math.ceil(scale * inventoryCount) }),
  };
}

function interceptorCount(plan: InterceptorPlan): number {
  const { shells = [], sites = [] } = plan;
  const satellites = shells.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
  return (satellites || sites.length) * interceptorKinds[plan.basing].perPlaceCount(plan);
}
