import type { Architecture, UsedNumber } from '../flow/architecture.ts';
import { normalCdf } from '../num/special.ts';
import { type CostModel, costNumberNames, vehicleNumberNames } from './cost-model.ts';

/** How a range becomes a distribution. */
export type RangeShape = 'triangular' | 'lognormal';

/** An input with a range, and where it sits in the cost model. */
export interface UncertainInput {
  element: string;
  path: string;
  /** Most likely value, as the architecture has it. */
  value: number;
  low: number;
  high: number;
  /** Index in `model.elements`, or in `model.vehicles`. */
  index: number;
  kind: 'element' | 'vehicle' | 'growth';
  /** +1 where a higher value costs more, -1 where it costs less: inputs of an element go wrong together. */
  costSign: 1 | -1;
}

const CHEAPER_WHEN_HIGHER = new Set([
  'lifeYr',
  'payloadKg',
  'volumeCount',
  'cadencePerYr',
  'cadenceMaxPerYr',
  'productionPerYr',
]);

/**
 * Inputs of the cost that have a range: every `low` and `high` that the model reads, and the growth of programmes.
 *
 * Growth runs from 1 (or `low`) over `growthRatio` to `high`, or as far above as below where only the value is given.
 */
export function uncertainInputs(architecture: Architecture, model: CostModel): UncertainInput[] {
  const inputs: UncertainInput[] = [];
  const elementIndex = new Map(model.elements.map(({ id }, i) => [id, i]));
  const vehicleIndex = new Map(model.vehicles.map(({ id }, i) => [id, i]));
  for (const use of architecture.uses) {
    const range = { element: use.element, path: use.path, value: use.value, ...rangeOf(use) };
    const costSign = CHEAPER_WHEN_HIGHER.has(use.path) ? -1 : 1;
    const e = elementIndex.get(use.element);
    const v = vehicleIndex.get(use.element);
    if (e !== undefined && use.path === 'growthRatio')
      inputs.push({ ...growthRange(use), index: e, kind: 'growth', costSign });
    else if (!(range.high > range.low)) continue;
    else if (e !== undefined && has(model.elements[e].numbers, costNumberNames, use.path))
      inputs.push({ ...range, index: e, kind: 'element', costSign });
    else if (v !== undefined && has(model.vehicles[v].numbers, vehicleNumberNames, use.path))
      inputs.push({ ...range, index: v, kind: 'vehicle', costSign });
  }
  return inputs;
}

function has(numbers: object, names: readonly string[], path: string): boolean {
  return names.includes(path) && path in numbers;
}

function rangeOf({ value, low = value, high = value }: UsedNumber): { low: number; high: number } {
  return { low, high };
}

function growthRange({ element, path, value, low, high }: UsedNumber) {
  const bottom = low ?? Math.min(1, value);
  return { element, path, value, low: bottom, high: high ?? Math.max(value, 2 * value - bottom) };
}

/**
 * Sets one input in a model; the rest stays.
 *
 * The number of the model moves by the ratio to the value that the range was given for, so money already converted and
 * variants keep their own level.
 */
export function setInput(model: CostModel, base: CostModel, input: UncertainInput, value: number): void {
  if (input.kind === 'growth') {
    model.elements[input.index].growthRatio = value;
    return;
  }
  const list = input.kind === 'element' ? 'elements' : 'vehicles';
  const from = base[list][input.index].numbers as Record<string, number>;
  const to = model[list][input.index].numbers as Record<string, number>;
  const scaled = input.value === 0 ? value : from[input.path] * (value / input.value);
  to[input.path] = input.path === 'learningRatio' ? Math.min(1, scaled) : scaled;
}

/** A copy of a model whose numbers can be changed without touching the first. */
export function copyModel(model: CostModel): CostModel {
  return {
    ...model,
    elements: model.elements.map((element) => ({ ...element, numbers: { ...element.numbers } })),
    vehicles: model.vehicles.map((vehicle) => ({ ...vehicle, numbers: { ...vehicle.numbers } })),
  };
}

/**
 * The value of an input at a standard normal deviate.
 *
 * Triangular: inverse of its distribution at the normal probability, with the value as mode. Lognormal: the value is the
 * median, and the width of low to high, in logarithms, is that of the 10th to the 90th percentile; needs low above 0,
 * else triangular.
 */
export function valueAt({ low, value, high }: UncertainInput, deviate: number, shape: RangeShape): number {
  if (shape === 'lognormal' && low > 0) return value * Math.exp((deviate * Math.log(high / low)) / (2 * NORMAL_P90));
  const p = normalCdf(deviate);
  const width = high - low;
  const split = (value - low) / width;
  return p < split ? low + Math.sqrt(p * width * (value - low)) : high - Math.sqrt((1 - p) * width * (high - value));
}

const NORMAL_P90 = 1.2815515655446004;
