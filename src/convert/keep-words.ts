import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { DAY_S, WGS72 } from '../physics/constants.ts';
import type { MeanElements } from '../physics/mean-elements.ts';
import { unixSFromIso } from '../physics/time.ts';

/** Gravitational parameter of WGS-72, km³/s². */
const MU_KM3_S2 = 398600.8;

/** What may stand before the sign of a condition, and what it is of an object. */
const FIELDS: Record<string, (elements: MeanElements) => string | number> = {
  name: ({ name }) => name,
  number: ({ catalogNumber }) => catalogNumber ?? Number.NaN,
  designator: ({ designator }) => designator,
  type: ({ objectType }) => objectType ?? '',
  inclination: ({ inclinationDeg }) => inclinationDeg,
  eccentricity: ({ ecc }) => ecc,
  period: ({ meanMotionRevDay }) => 1440 / meanMotionRevDay,
  perigee: (elements) => heightKm(elements, 1 - elements.ecc),
  apogee: (elements) => heightKm(elements, 1 + elements.ecc),
  epoch: ({ epochUnixUs }) => epochUnixUs / 1e6,
};

const SIGNS = {
  '=': (a: string | number, b: string | number) => a === b,
  '!=': (a: string | number, b: string | number) => a !== b,
  '<': (a: string | number, b: string | number) => a < b,
  '<=': (a: string | number, b: string | number) => a <= b,
  '>': (a: string | number, b: string | number) => a > b,
  '>=': (a: string | number, b: string | number) => a >= b,
  '~': (a: string | number, b: string | number) => String(a).toLowerCase().includes(String(b).toLowerCase()),
};
const CONDITION = /^\s*(\w+)\s*(!=|<=|>=|=|<|>|~)\s*(.+?)\s*$/;

/**
 * Whether an object is to be kept, by conditions such as `inclination > 52 and name ~ starlink`: all must hold. `~` is "contains", without regard to
 * case; degrees, km of height, minutes of period, dates of epochs.
 *
 * @throws InputError every condition that is none
 */
export function keeper(words: readonly string[]): (elements: MeanElements) => boolean {
  const problems: Problem[] = [];
  const bad = (sentence: Said) => void problems.push({ code: 'wrong-word', path: '--keep', said: sentence });
  const tests = words
    .flatMap((word) => word.split(/\s+and\s+/i))
    .flatMap((word) => {
      const [, field = '', sign = '', given = ''] = CONDITION.exec(word) ?? [];
      const of = Object.hasOwn(FIELDS, field.toLowerCase()) ? FIELDS[field.toLowerCase()] : undefined;
      if (!of) bad(said('convert.condition', { fields: Object.keys(FIELDS), word }));
      const value = wantedOf(field.toLowerCase(), given);
      if (of && Number.isNaN(value))
        bad(said(field === 'epoch' ? 'convert.no-date' : 'convert.no-value', { given, word }));
      const holds = SIGNS[sign as keyof typeof SIGNS];
      return of && holds ? [(elements: MeanElements) => holds(of(elements), value)] : [];
    });
  if (problems.length > 0) throw new InputError(problems);
  return (elements) => tests.every((test) => test(elements));
}

function wantedOf(field: string, given: string): string | number {
  if (['name', 'designator', 'type'].includes(field)) return given;
  return field === 'epoch' ? unixSFromIso(given) : Number(given);
}

function heightKm({ meanMotionRevDay }: MeanElements, share: number): number {
  const radS = (2 * Math.PI * meanMotionRevDay) / DAY_S;
  return Math.cbrt(MU_KM3_S2 / radS ** 2) * share - WGS72.equatorialRadiusKm;
}
