import type { EconomyPlan } from '../flow/architecture.ts';

/**
 * What a dollar of one year is worth in dollars of another: the ratio of the two price indexes.
 *
 * One index for all goods, straight lines between the years of the table; no outlay profile, so a contract price counts as
 * spent in its price year.
 *
 * @returns exactly 1 for the same year, even without a table
 * @throws RangeError if a year is before the first or after the last of the table
 */
export function priceFactor(economy: EconomyPlan, fromYear: number, toYear: number): number {
  if (fromYear === toYear) return 1;
  return priceIndex(economy, toYear) / priceIndex(economy, fromYear);
}

/** Whether a year can be converted: from the first to the last year of the table. */
export function hasPriceYear(economy: EconomyPlan, year: number): boolean {
  const years = economy.deflators?.map((row) => row.year) ?? [];
  return years.length > 0 && year >= Math.min(...years) && year <= Math.max(...years);
}

function priceIndex(economy: EconomyPlan, year: number): number {
  if (!hasPriceYear(economy, year)) throw new RangeError(`price year must be in the table of ${economy.id}: ${year}`);
  const rows = [...(economy.deflators ?? [])].sort((a, b) => a.year - b.year);
  const after = rows.findIndex((row) => row.year >= year);
  const b = rows[after];
  if (b.year === year) return b.index;
  const a = rows[after - 1];
  return a.index + ((b.index - a.index) * (year - a.year)) / (b.year - a.year);
}
