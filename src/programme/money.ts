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
  const { economy, analysis } = architecture;
  const uses = usesByName(architecture);
  return (element, path, value) => {
    const use = uses.get(useName(element, path));
    if (!use) return value;
    const year = use.priceYear ?? analysis.priceYear;
    return value * currencyFactor(use, economy.usdPerEur) * priceFactor(economy, year, analysis.priceYear);
  };
}

/** The numbers of the architecture by element and path. */
export function usesByName({ uses }: Architecture): Map<string, UsedNumber> {
  return new Map(uses.map((use) => [useName(use.element, use.path), use]));
}

export function useName(element: string, path: string): string {
  return `${element}\n${path}`;
}

function currencyFactor({ currency, element, path }: UsedNumber, usdPerEur: number | undefined): number {
  if (currency !== 'EUR') return 1;
  if (usdPerEur === undefined) throw new RangeError(`usdPerEur must be given for ${element}.${path}: undefined`);
  return usdPerEur;
}
