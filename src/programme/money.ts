import type { Architecture, UsedNumber } from '../flow/architecture.ts';
import { priceFactor } from './deflator.ts';

/** A money field of an element in dollars of the scenario's price year. */
export type MoneyReader = (element: string, path: string, value: number) => number;

/**
 * Turns money as the catalog states it into dollars of `analysis.priceYear`.
 *
 * A number without a price year stands in the scenario and is in its dollars already. Euros become dollars at the rate
 * of the economy entry, then move with the dollar index.
 *
 * @throws RangeError when used on a price year or currency that the economy lacks; `costProblems` finds these first
 */
export function moneyReader(architecture: Architecture): MoneyReader {
  const uses = usesByName(architecture);
  return (element, path, value) => {
    const use = uses.get(useName(element, path));
    return use ? value * dollarFactor(architecture, use, `${element}.${path}`) : value;
  };
}

/**
 * Dollars of the scenario's price year in one unit of a number's own money.
 *
 * @param name of the number, for the error
 * @throws RangeError where the economy lacks its price year or currency
 */
export function dollarFactor(
  { economy, analysis }: Architecture,
  { priceYear = analysis.priceYear, currency }: Pick<UsedNumber, 'priceYear' | 'currency'>,
  name: string,
): number {
  return currencyFactor(currency, economy.usdPerEur, name) * priceFactor(economy, priceYear, analysis.priceYear);
}

/** The numbers of the architecture by element and path. */
export function usesByName({ uses }: Architecture): Map<string, UsedNumber> {
  return new Map(uses.map((use) => [useName(use.element, use.path), use]));
}

export function useName(element: string, path: string): string {
  return `${element}\n${path}`;
}

function currencyFactor(currency: UsedNumber['currency'], usdPerEur: number | undefined, name: string): number {
  if (currency !== 'EUR') return 1;
  if (usdPerEur === undefined) throw new RangeError(`usdPerEur must be given for ${name}: undefined`);
  return usdPerEur;
}
