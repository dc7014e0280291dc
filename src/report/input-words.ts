import { hasCode, say, tell } from '../words/words.ts';

/** Suffixes of names that carry a unit; longer ones first. */
const UNITS = [
  'MusdYr',
  'Musd',
  'UsdKg',
  'KmS2',
  'KmS',
  'RcsM2',
  'AreaM2',
  'KwSr',
  'PerYr',
  'HYr',
  'Urad',
  'Deg',
  'Kg',
  'Km',
  'Ms',
  'Yr',
  'G',
  'S',
  'M',
] as const;

/** An input as a reader says it: `sbi`, `deltaVKmS` -> `sbi: delta v (km/s)`; a key that has no words stands as it is. */
export function inputWords(element: string, path: string): string {
  const last = path
    .split('.')
    .at(-1)!
    .replace(/\[\d+\]$/, '');
  const code = `input.${last}`;
  const words = hasCode(code) ? tell({ code }) : last;
  const place = Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0);
  const part = place > 0 ? say('input.part', { part: place + 1 }) : '';
  const suffix = UNITS.find((each) => last.endsWith(each) && last.length > each.length);
  if (!suffix || !hasCode(code)) return say('input.line', { element, words, part });
  return say('input.line-unit', { element, words, part, unit: say(`measure.${suffix}`) });
}
