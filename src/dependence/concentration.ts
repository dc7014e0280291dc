import type { Concentration, ConcentrationLevel } from '../flow/dependence.ts';

const LEVELS_2010 = [1500, 2500] as const;
const LEVELS_2023 = [1000, 1800] as const;

/**
 * Herfindahl-Hirschman index of shares that need not add up to one: they are divided by their sum.
 *
 * @returns 0 to 10,000; NaN where there is nothing to share
 * @source doj-2023-guidelines, guideline 1
 */
export function herfindahlIndex(shares: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < shares.length; i++) {
    if (!(shares[i] >= 0)) throw new RangeError(`shares must not be negative: ${shares[i]}`);
    sum += shares[i];
    squares += shares[i] * shares[i];
  }
  return sum > 0 ? (10_000 * squares) / (sum * sum) : Number.NaN;
}

/** Shares by partner from amounts, with their index; undefined where the amounts are all zero. */
export function concentrationOf(
  amounts: ReadonlyMap<string, number>,
  nameOf: (partner: string) => string,
): Concentration | undefined {
  const positive = [...amounts].filter(([, amount]) => amount > 0);
  const total = positive.reduce((sum, [, amount]) => sum + amount, 0);
  if (!(total > 0)) return undefined;
  const shares = positive
    .map(([partner, amount]) => ({ partner, name: nameOf(partner), shareFraction: amount / total }))
    .sort((a, b) => b.shareFraction - a.shareFraction || a.partner.localeCompare(b.partner));
  const index = herfindahlIndex(shares.map(({ shareFraction }) => shareFraction));
  return {
    shares,
    herfindahlIndex: index,
    effectiveCount: 10_000 / index,
    level2010: levelOf(index, LEVELS_2010),
    level2023: levelOf(index, LEVELS_2023),
  };
}

function levelOf(index: number, [moderate, high]: readonly [number, number]): ConcentrationLevel {
  if (index > high) return 'high';
  return index >= moderate ? 'moderate' : 'low';
}
