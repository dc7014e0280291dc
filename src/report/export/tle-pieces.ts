import { InputError } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import type { MeanElements } from '../../physics/mean-elements.ts';
import { oneLine } from './one-line.ts';
import { type TleSet, tleSet } from './tle.ts';

/** Two-line elements with a name line before each pair. @throws InputError where the columns hold none of the objects */
export function tleText(list: Iterable<MeanElements>, note: (sentence: Said) => void): string {
  return [...tlePieces(list, note)].join('');
}

/**
 * Two-line elements piece by piece; what the columns cannot hold, and how many lose digits, is told at the end.
 *
 * @param isNumbered name lines that begin with `0 `, as Space-Track writes them
 * @throws InputError where the columns hold none of the objects
 */
export function* tlePieces(
  list: Iterable<MeanElements>,
  note: (sentence: Said) => void,
  isNumbered = false,
): Generator<string> {
  const left: Record<NonNullable<TleSet['why']>, number> = { number: 0, year: 0 };
  let written = 0;
  let rounded = 0;
  for (const elements of list) {
    const { lines, why, isExact } = tleSet(elements);
    if (!lines) {
      left[why!]++;
      continue;
    }
    written++;
    if (!isExact) rounded++;
    yield `${isNumbered ? '0 ' : ''}${oneLine(elements.name)}\n${lines[0]}\n${lines[1]}\n`;
  }
  if (left.number > 0) note(said('convert.no-number', { count: left.number }));
  if (left.year > 0) note(said('convert.no-year', { count: left.year }));
  if (written === 0 && left.number + left.year > 0)
    throw new InputError([{ code: 'no-columns', path: 'format', said: said('convert.no-columns') }]);
  if (rounded > 0) note(said('convert.rounded', { count: rounded, all: written }));
}
