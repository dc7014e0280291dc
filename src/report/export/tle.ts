import { fiveColumns } from '../../physics/catalog-number.ts';
import type { MeanElements } from '../../physics/mean-elements.ts';
import { meanOfLines, tleChecksum } from '../../physics/tle.ts';

const US_YEAR_UNIT = 864; // a hundred-millionth of a day
const UNITS_DAY = 1e8;

/** Two-line elements of one object, and what of it they hold. */
export interface TleSet {
  /** null: the columns cannot hold it */
  lines: [string, string] | null;
  /** Why there are no lines: a number beyond Alpha-5, or a year that two digits cannot name. */
  why?: 'number' | 'year';
  /** Whether reading them back gives every number of the elements. */
  isExact: boolean;
}

/**
 * Two-line elements: numbers up to 99999 in digits, up to 339999 in Alpha-5, none beyond; an object without a number is 00000.
 *
 * Columns round: the epoch to 0.432 ms, angles to 0.00005 degrees (6 m in low orbit), the mean motion to 5e-9 revolutions a day, drag to five digits.
 *
 * @source celestrak-tle-format
 */
export function tleSet(elements: MeanElements): TleSet {
  const number = fiveColumns(elements.catalogNumber ?? 0);
  const year = new Date(Math.round(elements.epochUnixUs / 1000)).getUTCFullYear();
  if (number === null) return { lines: null, why: 'number', isExact: false };
  if (year < 1957 || year > 2056) return { lines: null, why: 'year', isExact: false };
  const one = `1 ${number}${elements.classification[0] ?? 'U'} ${designatorColumns(elements.designator)} ${epochColumns(elements.epochUnixUs)} ${rateColumns(elements.meanMotionDot)} ${exponentColumns(elements.meanMotionDdot)} ${exponentColumns(elements.bstar)} 0 ${padded(elements.elementSetNo % 10_000, 4)}`;
  const two = `2 ${number} ${angle(elements.inclinationDeg)} ${angle(elements.raanDeg)} ${eccentricityColumns(elements.ecc)} ${angle(elements.argPericenterDeg)} ${angle(elements.meanAnomalyDeg)} ${elements.meanMotionRevDay.toFixed(8).padStart(11)}${padded(elements.revAtEpoch % 100_000, 5)}`;
  const lines: [string, string] = [one + tleChecksum(one), two + tleChecksum(two)];
  return { lines, isExact: isSame(elements, lines) };
}

/** Whether the lines read back as the elements; the date of decay and the type have no columns. */
function isSame(elements: MeanElements, [first, second]: [string, string]): boolean {
  const back = meanOfLines({ text: elements.name, at: 1 }, { text: first, at: 2 }, { text: second, at: 3 }, []);
  if (!back) return false;
  const { name: _, objectType, decayUnixS, ...rest } = elements;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return objectType === undefined && decayUnixS === undefined && keys.every((key) => back[key] === rest[key]);
}

function epochColumns(unixUs: number): string {
  const date = new Date(Math.floor(unixUs / 1000));
  const startUs = Date.UTC(date.getUTCFullYear(), 0, 1) * 1000;
  const units = Math.round((unixUs - startUs) / US_YEAR_UNIT);
  const day = Math.floor(units / UNITS_DAY);
  const year = String(date.getUTCFullYear() % 100).padStart(2, '0');
  return `${year}${String(day + 1).padStart(3, '0')}.${String(units - day * UNITS_DAY).padStart(8, '0')}`;
}

function designatorColumns(designator: string): string {
  const [, year, launch, piece] = /^\d\d(\d\d)-(\d{3})([A-Z]{1,3})$/.exec(designator) ?? [];
  return (year === undefined ? '' : `${year}${launch}${piece}`).padEnd(8);
}

/** ` .00012345`, at most 0.99999999. */
function rateColumns(value: number): string {
  const size = Math.min(Math.abs(value), 0.99999999).toFixed(8).slice(1);
  return (value < 0 ? '-' : ' ') + size;
}

/** ` 12345-3` is 0.00012345. */
function exponentColumns(value: number): string {
  const [digits = '', power = '0'] = Math.abs(value).toExponential(4).split('e');
  const exponent = Number(power) + 1;
  if (value === 0 || exponent < -9) return ' 00000+0';
  const sign = exponent < 0 ? '-' : '+';
  return `${value < 0 ? '-' : ' '}${digits.replace('.', '')}${sign}${Math.abs(exponent)}`;
}

function eccentricityColumns(ecc: number): string {
  return String(Math.min(Math.round(ecc * 1e7), 9_999_999)).padStart(7, '0');
}

function angle(deg: number): string {
  const whole = (((deg % 360) + 360) % 360).toFixed(4);
  return (whole === '360.0000' ? '0.0000' : whole).padStart(8);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width);
}
