import type { SourcedNumber } from '../catalog/field.ts';

type Readable = (value: number, digits?: number) => string;

/** `22 (15 to 44) M$ of 2026`: value, range, unit and price year. */
export function numberWords(path: string, number: SourcedNumber, readable: Readable): string {
  return `${readable(number.value, 8)}${range(number, readable)}${unitOf(path, number)}`;
}

function range({ low, high, rangeKind }: SourcedNumber, readable: Readable): string {
  if (low === undefined && high === undefined) return '';
  return ` (${low === undefined ? '' : readable(low, 8)} to ${high === undefined ? '' : readable(high, 8)})`
    .replace('( to', '(to')
    .replace(' to )', ' or more)')
    .replace(')', rangeKind === 'band80' ? ' in 80 %)' : ')');
}

/** Units by the last letters of a name, longest first. */
const UNITS: [suffix: string, unit: string][] = [
  ['MusdYr', 'M$/year'],
  ['PerYr', 'a year'],
  ['UsdKg', '$/kg'],
  ['KmS2', 'km/s²'],
  ['Musd', 'M$'],
  ['Urad', 'µrad'],
  ['HYr', 'h/year'],
  ['Days', 'days'],
  ['KmS', 'km/s'],
  ['Deg', 'deg'],
  ['Km', 'km'],
  ['Kg', 'kg'],
  ['M2', 'm²'],
  ['Ms', 'ms'],
  ['Yr', 'years'],
  ['M', 'm'],
  ['S', 's'],
  ['G', 'g'],
];

/** Unit of a number, read from its name; money in its currency and price year. */
export function unitOf(path: string, { currency, priceYear }: Pick<SourcedNumber, 'currency' | 'priceYear'>): string {
  const name = path
    .split('.')
    .at(-1)!
    .replace(/\[\d+\]$/, '');
  const unit = UNITS.find(([suffix]) => name.endsWith(suffix))?.[1];
  if (unit === undefined) return '';
  const money = currency === 'EUR' ? unit.replace('$', '€') : unit;
  return ` ${money}${priceYear === undefined ? '' : ` of ${priceYear}`}`;
}
