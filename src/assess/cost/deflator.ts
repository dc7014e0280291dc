import type { EconomyPlan } from '../../flow/architecture.ts';

/**
 * What a dollar of one year is worth in dollars of another: the ratio of the two price indexes.
 *
 * One index for all goods; no outlay profile, so a contract price counts as spent in its price year.
 *
 * @returns exactly 1 for the same year, even without a table
 * @throws RangeError if a year is not in the table
 */
export function priceFactor(economy: EconomyPlan, fromYear: number, toYear: number): number {
  if (fromYear === toYear) return 1;
  return priceIndex(economy, toYear) / priceIndex(economy, fromYear);
}

/** Whether a year can be converted. */
export function hasPriceYear(economy: EconomyPlan, year: number): boolean {
  return economy.deflators?.some((row) => row.year === year) ?? false;
}

function priceIndex(economy: EconomyPlan, year: number): number {
  const row = economy.deflators?.find((candidate) => candidate.year === year);
  if (!row) throw new RangeError(`price year must be in the table of ${economy.id}: ${year}`);
  return row.index;
}
