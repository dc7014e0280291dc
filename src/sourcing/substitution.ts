import { type PoolVehicle, survivingPool } from '../dependence/launch-pool.ts';
import { type Loss, lossesOf } from '../dependence/losses.ts';
import { planOf, type SupplyGraph } from '../dependence/supply-graph.ts';
import { healthWithout } from '../dependence/supply-health.ts';
import { isWhole, sourcesFor, type TakeoverSource } from '../dependence/takeovers.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { ElementLoss, Takeover, WithdrawalMode } from '../flow/withdrawal.ts';
import { buildYr, type RatePerYr, replenish } from './replenish.ts';
import { type AddedUnits, addToBill, type SubstitutionBill, substitutePrices } from './substitution-bill.ts';

export interface Substitution {
  losses: ElementLoss[];
  takeovers: Takeover[];
  /** What substitutes cost over the price of those who left. */
  substitutionMusd: number;
  bill: SubstitutionBill;
  fieldingDelayYr?: number;
  restoredYr?: number;
}

/** Functions in the order in which scarce launches are given out: eyes first, then nerves, then weapons. */
const FIRST_SERVED = ['ir-tracking-geo', 'ir-tracking-meo', 'ir-tracking-leo', 'transport', 'backbone'];

/**
 * What is left of each element by year when partners or parts are gone, and who takes over.
 *
 * Every element starts complete; satellites are spread evenly over their service life, and what wears out is lost. What stands on the ground does not wear out
 * over a horizon, as in the campaign: missiles in silos stay there without their maker. It is refilled by the
 * makers that are left, by their spare capacity and the book's candidates for its function after their delay, as far as the
 * launch capacity that is left carries it. Scarce launches go to sensors first, then networks, then interceptors,
 * smaller needs before larger ones. A constellation of another partner that already is in the scenario replaces nothing here:
 * messages find their way to it by themselves.
 */
export function substitutionFor(
  architecture: Architecture,
  graph: SupplyGraph,
  pool: readonly PoolVehicle[],
  roots: ReadonlySet<string>,
  mode: WithdrawalMode,
): Substitution {
  const years = Math.max(1, Math.ceil(architecture.analysis.horizonYr));
  const left = survivingPool(pool, healthWithout(graph, roots));
  const free = (tYr: number) => left.reduce((sum, each) => sum + each.launchesPerYr(tYr) * each.payloadKg, 0);
  const takenKg: RatePerYr[] = [];
  const takeovers: Takeover[] = [];
  const losses: ElementLoss[] = [];
  const bill: SubstitutionBill = { paidMusd: 0, savedMusd: 0, unspentMusd: 0 };
  const all = inOrder(lossesOf(architecture, graph, roots));
  for (const loss of all) {
    const sources = isWhole(loss) ? [] : sourcesFor(graph, loss, all, roots);
    const isDenied = mode === 'service-denied' && loss.isDenied;
    const freeKg = (tYr: number) => Math.max(0, free(tYr) - takenKg.reduce((sum, rate) => sum + rate(tYr), 0));
    const made = refilled(loss, sources, freeKg, years, isDenied);
    if (made.launchKg) takenKg.push(made.launchKg);
    if (loss.productionFraction < 0.999) for (const source of sources) takeovers.push(productionTakeover(loss, source));
    if (!isWhole(loss)) {
      const prices = substitutePrices(architecture, graph, { loss, sources, left, roots });
      addToBill(bill, made.added, loss.massKg, prices);
    }
    losses.push(elementLoss(architecture, loss, made));
  }
  if (losses.some(({ launchLostFraction }) => launchLostFraction > 0.001)) takeovers.push(...launchTakeovers(left));
  const isHit = losses.filter((loss) => loss.productionLostFraction > 0.001 || loss.launchLostFraction > 0.001);
  return {
    losses,
    takeovers: merged(takeovers),
    substitutionMusd: bill.paidMusd - bill.savedMusd,
    bill,
    fieldingDelayYr: longest(isHit.map(({ fieldingDelayYr }) => fieldingDelayYr)),
    restoredYr: longest(isHit.map(({ restoredYr }) => restoredYr)),
  };
}

function inOrder(losses: Loss[]): Loss[] {
  const rank = ({ element }: Loss) =>
    FIRST_SERVED.includes(element.functionId) ? FIRST_SERVED.indexOf(element.functionId) : FIRST_SERVED.length;
  const needKg = ({ element, massKg, lifeYr }: Loss) => (element.unitCount * massKg) / lifeYr;
  return [...losses].sort((a, b) => rank(a) - rank(b) || needKg(a) - needKg(b));
}

interface Refill {
  remainingFraction: number[];
  restoredYr?: number;
  added: AddedUnits;
  launchKg?: RatePerYr;
  delayYr?: number;
}

function refilled(
  loss: Loss,
  sources: readonly TakeoverSource[],
  freeKg: RatePerYr,
  years: number,
  isOff: boolean,
): Refill {
  const { element, lifeYr, massKg, productionFraction, launchFraction } = loss;
  if (isWhole(loss) || element.unitCount === 0) {
    return {
      remainingFraction: new Array(years + 1).fill(isOff ? 0 : 1),
      restoredYr: isOff ? undefined : 0,
      added: { madeCount: 0, launchedCount: 0, missingCount: 0 },
      delayYr: 0,
    };
  }
  const need = element.unitCount / lifeYr;
  const others = (tYr: number) =>
    sources.reduce((sum, { capacityPerYr, fromYr }) => sum + (tYr >= fromYr ? capacityPerYr : 0), 0);
  const production = (tYr: number) => need * productionFraction + (productionFraction < 0.999 ? others(tYr) : need);
  const launches = (tYr: number) => {
    if (launchFraction > 0.999 || massKg === 0 || !element.isSpace) return Infinity;
    return need * launchFraction + freeKg(tYr) / massKg;
  };
  const rate = (tYr: number) => Math.min(production(tYr), launches(tYr));
  const made = replenish(
    element.unitCount,
    element.isSpace ? lifeYr : Infinity,
    isOff ? (tYr) => rate(tYr) - need * productionFraction : rate,
    years,
    isOff ? 0 : 1,
  );
  const addedCount = made.addedByYear.reduce((sum, count) => sum + count, 0);
  const keptCount = (fraction: number) => Math.min(addedCount, need * fraction * years);
  const usedPerYr = (tYr: number) => made.addedByYear[Math.min(years - 1, Math.floor(tYr))];
  const baseYr = buildYr(element.unitCount, () => 2 * need, 3 * years);
  const slowYr = buildYr(element.unitCount, (tYr) => Math.min(rate(tYr), 2 * need), 3 * years);
  return {
    remainingFraction: made.remainingFraction,
    restoredYr: made.restoredYr,
    added: {
      madeCount: addedCount - keptCount(productionFraction),
      launchedCount: addedCount - keptCount(launchFraction),
      missingCount: element.isSpace ? Math.max(0, need * years - addedCount) : 0,
    },
    launchKg:
      launchFraction > 0.999 || massKg === 0 || !element.isSpace
        ? undefined
        : (tYr) => Math.max(0, usedPerYr(tYr) - need * launchFraction) * massKg,
    delayYr: baseYr === undefined || slowYr === undefined ? undefined : Math.max(0, slowYr - baseYr),
  };
}

function elementLoss(
  architecture: Architecture,
  { element, productionFraction, launchFraction, isDenied }: Loss,
  made: Refill,
): ElementLoss {
  return {
    element: element.id,
    name: planOf(architecture, element.id)?.name ?? element.id,
    productionLostFraction: 1 - productionFraction,
    launchLostFraction: 1 - launchFraction,
    isDenied,
    remainingFraction: made.remainingFraction,
    restoredYr: made.restoredYr,
    fieldingDelayYr: made.delayYr,
  };
}

function productionTakeover({ element }: Loss, { name, capacityPerYr, fromYr, basis }: TakeoverSource): Takeover {
  return { name, what: element.id, capacityPerYr, unit: 'units', fromYr, basis };
}

function launchTakeovers(left: readonly PoolVehicle[]): Takeover[] {
  return left
    .map(({ name, launchesPerYr, fromYr, basis }) => ({
      name,
      what: 'launch',
      capacityPerYr: launchesPerYr(fromYr + 5),
      unit: 'launches',
      fromYr,
      basis,
    }))
    .filter(({ capacityPerYr }) => capacityPerYr > 0);
}

function merged(takeovers: Takeover[]): Takeover[] {
  const byKey = new Map(takeovers.map((each) => [`${each.name} ${each.what}`, each]));
  return [...byKey.values()].sort((a, b) => a.what.localeCompare(b.what) || b.capacityPerYr - a.capacityPerYr);
}

/** The longest of some times; undefined where one of them never ends. */
function longest(times: (number | undefined)[]): number | undefined {
  return times.includes(undefined) ? undefined : Math.max(0, ...(times as number[]));
}
