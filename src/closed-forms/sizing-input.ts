import { type Said, said } from '../flow/said.ts';

/** What the sizing of a layer of space interceptors starts from. */
export interface SizeInput {
  altitudeKm: number;
  meanAccelerationG: number;
  deltaVKmS: number;
  divertDeltaVKmS: number;
  specificImpulseS: number;
  killVehicleDryKg: number;
  bodyDryKg: number;
  supportDryKg: number;
  lifeYr: number;
  killProbability: number;
  requiredKillProbability: number;
  salvo: number;
  interceptAltitudeKm: number;
  maxLatitudeDeg: number;
  flyOutS: number;
  developmentMusd: number;
  firstUnitMusd: number;
  learningRate: number;
  operationsMusdYr: number;
  periodYr: number;
  payloadPerLaunchKg: number;
  firstLaunchMusd: number;
  launchLearningRate: number;
}

/** What one input may be, and what the published calculator takes for it. What it means say the words: `size-input.KEY`. */
export interface SizeField {
  key: keyof SizeInput;
  unit: string;
  /** Value of the published calculator. @source aei-sbi-calculator, table of inputs */
  published: number;
  /** Smallest and largest value allowed. */
  min: number;
  max: number;
  /** The smallest value itself is refused. */
  aboveMin?: boolean;
  /** The largest value itself is refused. */
  belowMax?: boolean;
  whole?: boolean;
}

/** One table for defaults, checks and documentation. */
export const sizeFields: readonly SizeField[] = [
  { key: 'altitudeKm', unit: 'km', published: 300, min: 100, max: 40_000 },
  { key: 'meanAccelerationG', unit: 'g', published: 15, min: 0.1, max: 1000 },
  { key: 'deltaVKmS', unit: 'km/s', published: 6, min: 0.1, max: 20 },
  { key: 'divertDeltaVKmS', unit: 'km/s', published: 2.5, min: 0, max: 10 },
  { key: 'specificImpulseS', unit: 's', published: 240, min: 100, max: 1000 },
  { key: 'killVehicleDryKg', unit: 'kg', published: 25, min: 0.1, max: 10_000 },
  { key: 'bodyDryKg', unit: 'kg', published: 25, min: 0, max: 10_000 },
  { key: 'supportDryKg', unit: 'kg', published: 50, min: 0, max: 10_000 },
  { key: 'lifeYr', unit: 'yr', published: 5, min: 0.1, max: 50 },
  { key: 'killProbability', unit: '', published: 0.8, min: 0.001, max: 1 },
  { key: 'requiredKillProbability', unit: '', published: 0.96, min: 0, max: 1, aboveMin: true, belowMax: true },
  { key: 'salvo', unit: '', published: 1, min: 1, max: 100_000, whole: true },
  { key: 'interceptAltitudeKm', unit: 'km', published: 200, min: 50, max: 40_000 },
  { key: 'maxLatitudeDeg', unit: 'deg', published: 90, min: 0.1, max: 90 },
  { key: 'flyOutS', unit: 's', published: 120, min: 1, max: 3600 },
  { key: 'developmentMusd', unit: 'M$', published: 7000, min: 0, max: 1e7 },
  { key: 'firstUnitMusd', unit: 'M$', published: 70, min: 0, max: 1e6 },
  { key: 'learningRate', unit: '', published: 0.85, min: 0.51, max: 1 },
  { key: 'operationsMusdYr', unit: 'M$/yr', published: 450, min: 0, max: 1e6 },
  { key: 'periodYr', unit: 'yr', published: 20, min: 1, max: 100 },
  { key: 'payloadPerLaunchKg', unit: 'kg', published: 45_000, min: 1, max: 1e6 },
  { key: 'firstLaunchMusd', unit: 'M$', published: 150, min: 0, max: 1e5 },
  { key: 'launchLearningRate', unit: '', published: 0.95, min: 0.51, max: 1 },
];

/** Inputs of the published calculator. @source aei-sbi-calculator, table of inputs */
export const aeiDefaults: Readonly<SizeInput> = Object.freeze(
  Object.fromEntries(sizeFields.map(({ key, published }) => [key, published])) as unknown as SizeInput,
);

/** What a value of a field must be: "a number above 0, at most 90 deg". Whole numbers may be those at either end. */
export function expectedOf({ min, max, aboveMin, belowMax, whole, unit }: SizeField): Said {
  const args = { min, max, unit: unit ? said('size.unit', { unit: unitOf(unit) }) : '' };
  if (whole) return said('size.whole', args);
  return said(`size.${aboveMin ? 'above' : 'from'}-${belowMax ? 'below' : 'to'}`, args);
}

/** A unit as a reader says it: a sign that all languages share, or a word. */
export function unitOf(unit: string): string | Said {
  const code = UNIT_WORDS[unit];
  return code ? said(code) : unit;
}

const UNIT_WORDS: Readonly<Record<string, 'size.yr' | 'size.deg' | 'size.musd' | 'size.musd-yr'>> = {
  yr: 'size.yr',
  deg: 'size.deg',
  M$: 'size.musd',
  'M$/yr': 'size.musd-yr',
};

/** One input that cannot be, and the rule that it breaks: "must be a number from 100 to 40000 km". */
export interface BrokenRule {
  key: string;
  rule: Said;
  value: unknown;
}

/** Every rule that an input breaks. */
export function brokenSizeRules(input: Readonly<Record<keyof SizeInput, unknown>>): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const field of sizeFields) {
    const value = input[field.key];
    if (!fits(field, value)) {
      broken.push({ key: field.key, rule: said('size.must', { expected: expectedOf(field) }), value });
    }
  }
  const { lifeYr, periodYr } = input;
  if (broken.length === 0 && (lifeYr as number) > (periodYr as number)) {
    const rule = said('size.not-over', { key: 'periodYr', limit: periodYr as number });
    broken.push({ key: 'lifeYr', rule, value: lifeYr });
  }
  return broken;
}

/** Whether a value may stand in a field. */
export function fits({ min, max, aboveMin, belowMax, whole }: SizeField, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return false;
  return (aboveMin ? value > min : value >= min) && (belowMax ? value < max : value <= max);
}
