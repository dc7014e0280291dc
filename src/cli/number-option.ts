import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';

/**
 * A number of the command line.
 *
 * @param flag as it is written, such as `--step`
 * @param problems gets what is no number within the bounds
 * @returns NaN where it is none
 */
export function numberOption(
  flag: string,
  word: unknown,
  { min, max, isWhole = false }: { min: number; max: number; isWhole?: boolean },
  problems: Problem[],
): number {
  const value = Number(word);
  if (String(word).trim() !== '' && value >= min && value <= max && (!isWhole || Number.isInteger(value))) return value;
  const expected = { min, max, word: String(word) };
  const sentence = isWhole ? said('option.whole', expected) : said('option.number', expected);
  problems.push({ code: 'wrong-number', path: flag, said: sentence });
  return Number.NaN;
}
