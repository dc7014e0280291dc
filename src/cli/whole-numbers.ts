import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';

/**
 * Whole numbers of the command line, checked together.
 *
 * @param bounds by name of the option: the least and the most
 * @returns those that were given
 * @throws InputError every word that is no whole number within its bounds
 */
export function wholeNumbers<Name extends string>(
  options: Record<string, unknown>,
  bounds: Record<Name, readonly [number, number]>,
): Partial<Record<Name, number>> {
  const problems: Problem[] = [];
  const found: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(bounds) as Name[]) {
    const word = options[name];
    if (word === undefined) continue;
    const [least, most] = bounds[name];
    const value = Number(word);
    if (String(word).trim() !== '' && Number.isInteger(value) && value >= least && value <= most) found[name] = value;
    else {
      const expected = said('option.whole', { min: least, max: most, word: String(word) });
      problems.push({ code: 'wrong-number', path: `--${name}`, said: expected });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return found;
}
