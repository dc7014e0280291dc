import type { SourcedNumber } from '../catalog/field.ts';
import { range as fromTo } from '../words/numbers.ts';
import { hasCode, say } from '../words/words.ts';

type Readable = (value: number, digits?: number) => string;

/** `22 (15 to 44) M$ of 2026`: value, range, unit and price year. */
export function numberWords(path: string, number: SourcedNumber, readable: Readable): string {
  return `${readable(number.value, 8)}${range(number, readable)}${unitOf(path, number)}`;
}

function range({ low, high, rangeKind }: SourcedNumber, readable: Readable): string {
  if (low === undefined && high === undefined) return '';
  const ends = endsOf(low === undefined ? low : readable(low, 8), high === undefined ? high : readable(high, 8));
  return ` (${rangeKind === 'band80' ? say('number.band80', { range: ends }) : ends})`;
}

function endsOf(low: string | undefined, high: string | undefined): string {
  if (low === undefined) return say('number.up-to', { high: high! });
  return high === undefined ? say('number.or-more', { low }) : fromTo(low, high);
}

/** Units by the last letters of a name, longest first: a sign that all languages share, or the code of its words. */
const UNITS = [
  ['MusdYr', 'unit.musd-year'],
  ['PerYr', 'unit.per-year'],
  ['UsdKg', '$/kg'],
  ['KmS2', 'km/s²'],
  ['Musd', 'M$'],
  ['Urad', 'µrad'],
  ['HYr', 'unit.hours-year'],
  ['Days', 'unit.days'],
  ['KmS', 'km/s'],
  ['Deg', 'deg'],
  ['Km', 'km'],
  ['Kg', 'kg'],
  ['M2', 'm²'],
  ['Ms', 'ms'],
  ['Yr', 'unit.years'],
  ['M', 'm'],
  ['S', 's'],
  ['G', 'g'],
] as const;

/** Unit of a number, read from its name; money in its currency and price year. */
export function unitOf(path: string, { currency, priceYear }: Pick<SourcedNumber, 'currency' | 'priceYear'>): string {
  const name = path
    .split('.')
    .at(-1)!
    .replace(/\[\d+\]$/, '');
  const found = UNITS.find(([suffix]) => name.endsWith(suffix))?.[1];
  if (found === undefined) return '';
  const unit = hasCode(found) ? say(found) : found;
  const money = currency === 'EUR' ? unit.replace('$', '€') : unit;
  return ` ${priceYear === undefined ? money : say('unit.of-year', { money, year: String(priceYear) })}`;
}
