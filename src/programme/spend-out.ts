/** Kinds of money by how fast an obligation is paid. */
export type MoneyKind = 'research' | 'procurement' | 'operations';

/**
 * Share of an obligation that is paid in its own year and in those that follow.
 *
 * Of the budget's tables of rates, recalled to about five points and brought to a sum of one: an assumption. Fits to published options
 * for ballistic missile programmes lie in the same region.
 */
const RATES: Record<MoneyKind, readonly number[]> = {
  research: [0.48, 0.38, 0.08, 0.03, 0.02],
  procurement: [0.22, 0.31, 0.22, 0.12, 0.07],
  operations: [0.68, 0.24, 0.04, 0.01, 0.01],
};

/** {@link RATES} with a sum of one. */
export function spendOutRates(kind: MoneyKind): number[] {
  const rates = RATES[kind];
  const sum = rates.reduce((total, rate) => total + rate, 0);
  return rates.map((rate) => rate / sum);
}

/**
 * Outlays of obligations: O_t = sum over k of r_k B_(t-k). What is paid after the last year is left out.
 *
 * @param obligations by year
 */
export function outlays(obligations: ArrayLike<number>, kind: MoneyKind): Float64Array {
  const rates = spendOutRates(kind);
  const paid = new Float64Array(obligations.length);
  for (let year = 0; year < paid.length; year++)
    for (let k = 0; k < rates.length && year + k < paid.length; k++) paid[year + k] += rates[k] * obligations[year];
  return paid;
}
