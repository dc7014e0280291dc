import type { Highs } from 'highs';
import { type Catalog, type CatalogEntry, isSourced } from '../../catalog/entry.ts';
import type { Architecture, UsedNumber } from '../../flow/architecture.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import type { PriceBand } from '../../flow/sourcing.ts';
import { band } from '../../num/band.ts';
import { rankShare, sharesAndFloor } from '../../num/given-data.ts';
import { randomStream } from '../../num/random.ts';
import { mean } from '../../num/statistics.ts';
import { type DrawTable, drawnArchitecture, drawTable, valuesOf } from '../../programme/drawn-architecture.ts';
import type { PlanOptions } from './plan-context.ts';
import { planModel } from './plan-model.ts';
import { type MixOptions, relaxedMusd, todayOptions } from './plan-search.ts';
import { bookVehicles } from './plan-vehicles.ts';

/** Campaigns of a draw: the draws themselves spread over luck. */
const DRAW_CAMPAIGNS = 4;
/** Fewer draws tell no cause. */
const DRAWS_FOR_CAUSES = 16;

/**
 * The price of independence over draws of every number with a range, those of vehicles that only the book has included: the programme of each draw is built, and its mixes found, parts of
 * partners allowed.
 *
 * @param held names of the loss cases that decide the robust mix
 * @param onDraw returning false ends it
 * @returns undefined where it was ended, or a draw has no mix
 */
export function priceBand(
  highs: Highs,
  architecture: Architecture,
  catalog: Catalog,
  {
    draws,
    plan,
    rulesOf,
    held,
  }: { draws: number; plan: PlanOptions; rulesOf: (model: PlanModel) => MixOptions; held: readonly string[] },
  onDraw: (draw: number) => boolean = () => true,
): PriceBand | undefined {
  const { table, modelOf } = drawnModels(architecture, catalog, draws, { ...plan, campaigns: DRAW_CAMPAIGNS });
  const over: { cheapest: number; today: number }[] = [];
  for (let draw = 1; draw <= draws; draw++) {
    if (!onDraw(draw)) return undefined;
    const model = modelOf(draw);
    const rules = rulesOf(model);
    const cases = model.cases.flatMap(({ name }, c) => (held.includes(name) ? [c] : []));
    const robust = relaxedMusd(highs, model, { ...rules, cases });
    const cheapest = relaxedMusd(highs, model, { keep: rules.keep, cases: [] });
    const today = relaxedMusd(highs, { ...model, warmFraction: 0 }, { ...todayOptions(model), cases: [] });
    over.push({ cheapest: robust - cheapest, today: robust - today });
  }
  if (over.length === 0 || over.some(({ cheapest, today }) => Number.isNaN(cheapest + today))) return undefined;
  const price = over.map(({ cheapest }) => cheapest);
  const values = Array.from({ length: draws }, (_, i) => valuesOf(table, i + 1));
  const cause = draws < DRAWS_FOR_CAUSES ? undefined : mainCause(table, values, price);
  return {
    overCheapestMusd: band(price),
    overTodayMusd: band(over.map(({ today }) => today)),
    draws,
    ...(cause && { cause }),
  };
}

/**
 * The programme of each draw: of the numbers of the scenario, of its book, and of the vehicles that only the book has.
 *
 * @returns the table of draws, and the programme of one of them, from 0, which has the value of every number
 */
export function drawnModels(
  architecture: Architecture,
  catalog: Catalog,
  draws: number,
  plan: PlanOptions,
): { table: DrawTable; modelOf: (draw: number) => PlanModel } {
  const own = architecture.launch.launchers;
  const others = bookVehicles(architecture, catalog);
  const whole: Architecture = {
    ...architecture,
    launch: { ...architecture.launch, launchers: [...own, ...others] },
    uses: [...architecture.uses, ...others.flatMap(({ id }) => entryNumbers(catalog.entries.launchers[id]))],
  };
  const table = drawTable(whole, draws, 'search');
  const isOther = new Set(others.map(({ id }) => id));
  const modelOf = (draw: number) => {
    const drawn = drawnArchitecture(whole, table, draw);
    const { launchers } = drawn.launch;
    const listed: Architecture = {
      ...drawn,
      launch: { ...drawn.launch, launchers: launchers.slice(0, own.length) },
      uses: drawn.uses.filter(({ element }) => !isOther.has(element)),
    };
    return planModel(listed, catalog, { ...plan, bookVehicles: launchers.slice(own.length) });
  };
  return { table, modelOf };
}

/** Numbers of an entry of the catalog as those that a scenario takes from it. */
function entryNumbers({ id, fields }: CatalogEntry): UsedNumber[] {
  return Object.entries(fields).flatMap(([path, field]) =>
    isSourced(field) ? [{ ...field, element: id, entry: id, path, overridden: false }] : [],
  );
}

/** The input that explains most of a spread by rank, above the luckiest of shuffled ones, with the price where it is lowest and highest. */
function mainCause(
  { inputs, seed }: ReturnType<typeof drawTable>,
  values: readonly Float64Array[],
  price: readonly number[],
): PriceBand['cause'] {
  if (new Set(price).size < 2) return undefined;
  const columns = inputs.map((_, i) => values.map((all) => all[i]));
  const { shares, floor } = sharesAndFloor(columns, price, randomStream(seed, 0, 'price-of-independence'), rankShare);
  const best = shares.reduce((most, share, i) => (share > shares[most] ? i : most), 0);
  if (!(shares[best] > floor)) return undefined;
  const order = columns[best].map((value, i) => ({ value, musd: price[i] })).sort((a, b) => a.value - b.value);
  const third = Math.max(1, Math.floor(order.length / 3));
  const { element, path, value, low, high } = inputs[best];
  return {
    path: `${element}.${path}`,
    share: Math.min(1, shares[best]),
    value,
    low,
    high,
    lowestMusd: mean(order.slice(0, third).map(({ musd }) => musd)),
    highestMusd: mean(order.slice(-third).map(({ musd }) => musd)),
  };
}
