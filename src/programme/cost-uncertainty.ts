import type { Architecture } from '../flow/architecture.ts';
import type { CostUncertainty, Spread } from '../flow/cost.ts';
import { type Said, said } from '../flow/said.ts';
import { entryOf, streamKeys } from '../flow/stream-keys.ts';
import { randomStream } from '../num/random.ts';
import { mean, quantileSorted } from '../num/statistics.ts';
import { announcedLines, type Budget } from './announced.ts';
import { costOfModel, yearlyCost } from './cost.ts';
import { type CostModel, type CostOptions, costModel } from './cost-model.ts';
import { tornado } from './tornado.ts';
import {
  copyModel,
  type RangeShape,
  setInput,
  type UncertainInput,
  uncertainInputs,
  valueAt,
} from './uncertain-input.ts';

export interface UncertaintyOptions extends CostOptions {
  trials?: number;
  seed?: number;
  /** Triangular by default. */
  shape?: RangeShape;
  /** Correlation of the inputs of one element, 0 to 1. */
  correlationRatio?: number;
  /** Budgets to set beside the total; the announced ones by default. */
  budgets?: Budget[];
  /** Rows of the tornado. */
  tornadoRows?: number;
}

const DEFAULT_TRIALS = 1000;
/** No data on it: the usual middle ground between independent inputs and inputs in step. */
const DEFAULT_CORRELATION = 0.3;
const S_CURVE_POINTS = 101;

/**
 * The cost as a distribution: every input with a range drawn anew in each trial, and the total taken.
 *
 * Inputs of one element share a part of their deviate (a one-factor Gaussian copula), turned so that they go wrong
 * together; elements of different entries are independent, those of one entry share its unknowns. Each number has its own stream,
 * named after the entry and the field (see `streamKeys` for elements without one): other names, or a variant that changes or drops one
 * element, move no draw of another. Leaves out correlation between entries and errors of the model.
 *
 * @param options.trials at least 10
 * @throws RangeError if an option is out of range
 */
export function costUncertainty(architecture: Architecture, options: UncertaintyOptions = {}): CostUncertainty {
  const { trials = DEFAULT_TRIALS, seed = architecture.analysis.seed, shape = 'triangular' } = options;
  const correlation = options.correlationRatio ?? DEFAULT_CORRELATION;
  if (!Number.isInteger(trials) || trials < 10)
    throw new RangeError(`trials must be a whole number from 10: ${trials}`);
  if (!(correlation >= 0 && correlation <= 1)) throw new RangeError(`correlationRatio must be 0 to 1: ${correlation}`);
  const base = costModel(architecture, options);
  const inputs = uncertainInputs(architecture, base);
  const names = streamNames(architecture);
  const samples = draw(base, inputs, { trials, seed, shape, correlation, names });
  const estimate = costOfModel(base);
  return {
    trials,
    method: methodText(shape, correlation, inputs.length),
    inputCount: inputs.length,
    totalMusd: spread(samples.total),
    sCurve: sCurve(samples.total.slice().sort()),
    yearMusd: samples.byYear.map(spread),
    elements: base.elements.map(({ id }, i) => ({ id, totalMusd: spread(samples.byElement[i]) })),
    tornado: tornado(base, inputs, options.tornadoRows),
    announced: announcedLines(estimate, samples.byYear, options.budgets),
  };
}

interface DrawOptions {
  trials: number;
  seed: number;
  shape: RangeShape;
  correlation: number;
  /** By element: what its streams are called; vehicles go by their own name, which is that of their entry. */
  names: ReadonlyMap<string, string>;
}

/** What each element is, for its random streams: its role and entry; without an entry, its content. */
function streamNames(architecture: Architecture): Map<string, string> {
  const keys = streamKeys(architecture);
  const { networks, sensors, interceptors, systems } = architecture;
  const lists = [
    ['network', networks, keys.networks],
    ['sensor', sensors, keys.sensors],
    ['interceptor', interceptors, keys.interceptors],
    ['system', systems, []],
  ] as const;
  return new Map(
    lists.flatMap(([role, plans, own]) =>
      plans.map((plan, i): [string, string] => {
        const entry = entryOf(plan);
        return [plan.id, entry ? `${role}/${entry}` : (own[i] ?? `${role}/${plan.id}`)];
      }),
    ),
  );
}

interface Samples {
  total: Float64Array;
  byYear: Float64Array[];
  byElement: Float64Array[];
}

function draw(base: CostModel, inputs: UncertainInput[], options: DrawOptions): Samples {
  const { trials, seed, shape, correlation, names } = options;
  const columns = (count: number) => Array.from({ length: count }, () => new Float64Array(trials));
  const samples: Samples = {
    total: new Float64Array(trials),
    byYear: columns(base.years),
    byElement: columns(base.elements.length),
  };
  const model = copyModel(base);
  const shared = Math.sqrt(correlation);
  const own = Math.sqrt(1 - correlation);
  const nameOf = ({ element }: UncertainInput) => names.get(element) ?? `vehicle/${element}`;
  const owners = [...new Set(inputs.map(nameOf))];
  for (let trial = 0; trial < trials; trial++) {
    const common = new Map(owners.map((name) => [name, randomStream(seed, trial, `cost:${name}`).normal()]));
    for (const input of inputs) {
      const name = nameOf(input);
      const alone = randomStream(seed, trial, `cost:${name}:${input.path}`).normal();
      const deviate = input.costSign * (shared * common.get(name)! + own * alone);
      setInput(model, base, input, valueAt(input, deviate, shape));
    }
    const { elementMusd, yearMusd } = yearlyCost(model);
    elementMusd.forEach((musd, i) => {
      samples.byElement[i][trial] = musd;
    });
    yearMusd.forEach((musd, i) => {
      samples.byYear[i][trial] = musd;
      samples.total[trial] += musd;
    });
  }
  return samples;
}

/** 10th, 50th and 90th percentile and mean of a sample. */
export function spread(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  return {
    p10: quantileSorted(sorted, 0.1),
    p50: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
    mean: mean(sorted),
  };
}

function sCurve(sorted: Float64Array): CostUncertainty['sCurve'] {
  return Array.from({ length: S_CURVE_POINTS }, (_, i) => {
    const probability = i / (S_CURVE_POINTS - 1);
    return { costMusd: quantileSorted(sorted, probability), probability };
  });
}

function methodText(shape: RangeShape, correlation: number, count: number): Said {
  return said('cost.method', { count, how: said(`cost.${shape}`), correlation });
}
