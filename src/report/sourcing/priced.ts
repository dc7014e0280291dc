import type { PricedShortfall, ShortfallCost } from '../../flow/partner-plan.ts';
import { type Said, said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { lostName } from './names.ts';

/** Fleet-years that are nothing. */
const NOTHING_YR = 0.005;
/** Money that is nothing beside the gap of the search, millions of dollars. */
const NOTHING_MUSD = 60;
/** Losses after which most is missing that are told by name. */
const MOST_TOLD = 4;

/** A mix with what is missing after the losses and what that comes to. */
export interface PricedRow {
  mix: Said;
  cost: ShortfallCost;
}

/** The best mix at the price, then the others. */
export function pricedRows({ priced }: SourcingResult): PricedRow[] {
  if (!priced) return [];
  const names = ['priced', 'cheapest', 'robust', 'today'] as const;
  return names.map((name) => ({ mix: said(`mix.${name}`), cost: priced.costs[name] }));
}

/** Money and what is missing together. */
export const totalMusd = ({ paidMusd, shortMusd }: ShortfallCost): number => paidMusd + shortMusd;

/** How likely the losses are taken to be, what the best mix pays against them, and from which price the chosen one would be worth it. */
export function pricedSentences(result: SourcingResult): Said[] {
  const { priced, model } = result;
  if (!priced) return [];
  if (priced.mix.status !== 'optimal') return [said('sourcing.none')];
  const { lossPerYr, chanceFraction: chance, chanceFrom, costs } = priced;
  const horizon = model.periodCount * model.stepYr;
  const over = costs.priced.paidMusd - costs.cheapest.paidMusd;
  const saved = costs.cheapest.shortYr - costs.priced.shortYr;
  const missing = missingAfter(priced.costs.priced).map(({ c, years }) =>
    said('sourcing.short-after', { who: lostName(model, c), years }),
  );
  return [
    said(`sourcing.chance-${chanceFrom}`, { years: 1 / lossPerYr, chance, horizon }),
    over < NOTHING_MUSD
      ? said('sourcing.priced-cheapest', { musd: priced.musdYr })
      : said('sourcing.priced-pays', { over, saved }),
    ...robustSentences(priced),
    ...(missing.length > 0 ? [said('sourcing.priced-missing', { list: missing })] : []),
  ];
}

/** What the chosen mix, which misses as little as any can, pays for each fleet-year that the priced one lets go. */
function robustSentences({ costs: { priced, robust } }: PricedShortfall): Said[] {
  const more = robust.paidMusd - priced.paidMusd;
  const less = priced.shortYr - robust.shortYr;
  if (more < NOTHING_MUSD) return [said('sourcing.priced-robust-same')];
  if (less < NOTHING_YR) return [said('sourcing.priced-robust-more', { more })];
  return [said('sourcing.priced-robust', { more, less, each: more / less })];
}

/** Losses after which most is missing, if they come. */
function missingAfter({ caseShortYr }: ShortfallCost): { c: number; years: number }[] {
  return caseShortYr
    .map((years, c) => ({ c, years }))
    .filter(({ years }) => years > 10 * NOTHING_YR)
    .sort((a, b) => b.years - a.years)
    .slice(0, MOST_TOLD);
}

/** Partners whose launchers or works the priced mix has and the chosen one has not, and the other way round. */
export function pricedDifference({ priced, robust, model }: SourcingResult): Said[] {
  if (priced?.mix.status !== 'optimal') return [];
  const { takenVehicles } = priced.mix;
  const names = (isWanted: (v: number) => boolean) =>
    model.vehicles.flatMap(({ name }, v) => (isWanted(v) ? [said('sourcing.who', { name })] : []));
  const out = names((v) => robust.takenVehicles[v] && !takenVehicles[v]);
  const added = names((v) => takenVehicles[v] && !robust.takenVehicles[v]);
  return [
    ...(out.length > 0 ? [said('sourcing.priced-without', { list: out })] : []),
    ...(added.length > 0 ? [said('sourcing.priced-with', { list: added })] : []),
  ];
}
