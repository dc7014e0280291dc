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

/** What one input means, what it may be, and what the published calculator takes for it. */
export interface SizeField {
  key: keyof SizeInput;
  meaning: string;
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
  { key: 'altitudeKm', meaning: 'orbit altitude', unit: 'km', published: 300, min: 100, max: 40_000 },
  { key: 'meanAccelerationG', meaning: 'mean acceleration', unit: 'g', published: 15, min: 0.1, max: 1000 },
  { key: 'deltaVKmS', meaning: 'fly-out speed gained', unit: 'km/s', published: 6, min: 0.1, max: 20 },
  { key: 'divertDeltaVKmS', meaning: 'divert of the kill vehicle', unit: 'km/s', published: 2.5, min: 0, max: 10 },
  { key: 'specificImpulseS', meaning: 'specific impulse, both stages', unit: 's', published: 240, min: 100, max: 1000 },
  { key: 'killVehicleDryKg', meaning: 'dry kill vehicle', unit: 'kg', published: 25, min: 0.1, max: 10_000 },
  { key: 'bodyDryKg', meaning: 'dry booster body', unit: 'kg', published: 25, min: 0, max: 10_000 },
  { key: 'supportDryKg', meaning: 'satellite that carries it', unit: 'kg', published: 50, min: 0, max: 10_000 },
  { key: 'lifeYr', meaning: 'life on orbit, at most the period', unit: 'yr', published: 5, min: 0.1, max: 50 },
  {
    key: 'killProbability',
    meaning: 'probability of kill of one shot',
    unit: '',
    published: 0.8,
    min: 0.001,
    max: 1,
  },
  {
    key: 'requiredKillProbability',
    meaning: 'probability of kill wanted for each missile',
    unit: '',
    published: 0.96,
    min: 0,
    max: 1,
    aboveMin: true,
    belowMax: true,
  },
  { key: 'salvo', meaning: 'missiles launched together', unit: '', published: 1, min: 1, max: 100_000, whole: true },
  { key: 'interceptAltitudeKm', meaning: 'altitude of intercept', unit: 'km', published: 200, min: 50, max: 40_000 },
  {
    key: 'maxLatitudeDeg',
    meaning: 'latitude covered, north and south',
    unit: 'deg',
    published: 90,
    min: 0.1,
    max: 90,
  },
  { key: 'flyOutS', meaning: 'time from release to intercept', unit: 's', published: 120, min: 1, max: 3600 },
  { key: 'developmentMusd', meaning: 'development', unit: 'M$', published: 7000, min: 0, max: 1e7 },
  { key: 'firstUnitMusd', meaning: 'first interceptor', unit: 'M$', published: 70, min: 0, max: 1e6 },
  {
    key: 'learningRate',
    meaning: 'cost of an interceptor at twice the number, ratio',
    unit: '',
    published: 0.85,
    min: 0.51,
    max: 1,
  },
  { key: 'operationsMusdYr', meaning: 'operations a year', unit: 'M$/yr', published: 450, min: 0, max: 1e6 },
  { key: 'periodYr', meaning: 'period that is costed', unit: 'yr', published: 20, min: 1, max: 100 },
  { key: 'payloadPerLaunchKg', meaning: 'payload of a launch', unit: 'kg', published: 45_000, min: 1, max: 1e6 },
  { key: 'firstLaunchMusd', meaning: 'first launch', unit: 'M$', published: 150, min: 0, max: 1e5 },
  {
    key: 'launchLearningRate',
    meaning: 'cost of a launch at twice the number, ratio',
    unit: '',
    published: 0.95,
    min: 0.51,
    max: 1,
  },
];

/** Inputs of the published calculator. @source aei-sbi-calculator, table of inputs */
export const aeiDefaults: Readonly<SizeInput> = Object.freeze(
  Object.fromEntries(sizeFields.map(({ key, published }) => [key, published])) as unknown as SizeInput,
);

/** What a value of a field must be, in words: "a number above 0, at most 90 deg". */
export function expectedOf({ min, max, aboveMin, belowMax, whole, unit }: SizeField): string {
  const low = aboveMin ? `above ${min}` : `from ${min}`;
  const high = belowMax ? `below ${max}` : aboveMin ? `at most ${max}` : `to ${max}`;
  return `a ${whole ? 'whole ' : ''}number ${low}${aboveMin || belowMax ? ',' : ''} ${high}${unit ? ` ${unit}` : ''}`;
}

/** One input that cannot be, and the rule that it breaks: `must be a number from 100 to 40000 km`. */
export interface BrokenRule {
  key: string;
  rule: string;
  value: unknown;
}

/** Every rule that an input breaks. */
export function brokenSizeRules(input: Readonly<Record<keyof SizeInput, unknown>>): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const field of sizeFields) {
    const value = input[field.key];
    if (!fits(field, value)) broken.push({ key: field.key, rule: `must be ${expectedOf(field)}`, value });
  }
  const { lifeYr, periodYr } = input;
  if (broken.length === 0 && (lifeYr as number) > (periodYr as number)) {
    broken.push({ key: 'lifeYr', rule: `must not exceed periodYr, ${periodYr}`, value: lifeYr });
  }
  return broken;
}

/** Whether a value may stand in a field. */
export function fits({ min, max, aboveMin, belowMax, whole }: SizeField, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return false;
  return (aboveMin ? value > min : value >= min) && (belowMax ? value < max : value <= max);
}
