import { parseYaml } from '../src/catalog/yaml-document.ts';
import { betaQuantile } from '../src/num/beta.ts';
import { binomialShares } from '../src/num/binomial.ts';
import { latinColumn } from '../src/num/latin-hypercube.ts';
import { randomStream } from '../src/num/random.ts';
import { drawnValue } from '../src/programme/drawn-value.ts';

const DRAWS = 500;
const SEED = 1991;

/** A number of the catalog with its range. */
interface Ranged {
  value: number;
  low?: number;
  high?: number;
  rangeKind?: 'bounds' | 'band80';
  distribution?: 'triangular' | 'lognormal';
}

type RangedName = 'killProbability' | 'trackProbability' | 'reliabilityProbability';

/** What a back-test takes from an entry of the catalog. */
export interface InterceptorNumbers {
  id: string;
  killProbability: Ranged;
  trackProbability?: Ranged;
  reliabilityProbability?: Ranged;
  /** Correlation of the shots of one design in a raid; none: each for itself. */
  killCorrelation?: Ranged;
}

/** The numbers of an interceptor as its file in the catalog has them. */
export function interceptorNumbers(text: string): InterceptorNumbers {
  const { id, killProbability, trackProbability, reliabilityProbability, killCorrelation } = parseYaml(text, 'catalog')
    .value as InterceptorNumbers;
  return { id, killProbability, trackProbability, reliabilityProbability, killCorrelation };
}

/** One interceptor in one draw. */
export interface DrawnInterceptor {
  /** Kill by one shot at a tracked target that leaves the launcher, with the luck that its design has in that raid. */
  killProbability: number;
  trackProbability: number;
}

/** Where the middle of a count is expected, and its middle 80 %. */
export interface PredictedBand {
  low: number;
  median: number;
  high: number;
}

/**
 * How many of so many are expected, over draws of every number of the catalog that has a range.
 *
 * Each draw gives one chance; the number out of `count` is then binomial. Where the entry states a correlation, the kill
 * probability of the raid is a draw of the beta distribution with that correlation, so the number is beta-binomial.
 *
 * @param chanceOf chance that one of them happens, from the drawn interceptors in the order given
 */
export function predictedBand(
  interceptors: readonly InterceptorNumbers[],
  count: number,
  chanceOf: (drawn: readonly DrawnInterceptor[]) => number,
): PredictedBand {
  const columns = interceptors.map(drawnColumns);
  const shares = new Float64Array(count + 1);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = columns.map(({ kill, track }) => ({ killProbability: kill[draw], trackProbability: track[draw] }));
    binomialShares(count, chanceOf(drawn)).forEach((share, k) => {
      shares[k] += share / DRAWS;
    });
  }
  return { low: quantileOf(shares, 0.1), median: quantileOf(shares, 0.5), high: quantileOf(shares, 0.9) };
}

function drawnColumns(numbers: InterceptorNumbers): { kill: Float64Array; track: Float64Array } {
  const { id, killCorrelation } = numbers;
  const column = (name: RangedName) => {
    const places = latinColumn(DRAWS, randomStream(SEED, 0, `${id}.${name}`));
    return places.map((place) => valueAt(numbers[name], name, place));
  };
  const reliable = column('reliabilityProbability');
  const luck = latinColumn(DRAWS, randomStream(SEED, 0, `${id}.luck`));
  const kill = column('killProbability').map((mean, i) => {
    return reliable[i] * withLuck(mean, killCorrelation?.value ?? 0, luck[i]);
  });
  return { kill, track: column('trackProbability') };
}

function withLuck(mean: number, correlation: number, place: number): number {
  if (!(correlation > 0) || mean <= 0 || mean >= 1) return mean;
  const weight = 1 / correlation - 1;
  return betaQuantile(place, mean * weight, (1 - mean) * weight);
}

function valueAt(number: Ranged | undefined, name: string, place: number): number {
  if (!number) return 1;
  const { value, low, high, rangeKind = 'bounds', distribution = 'triangular' } = number;
  if (low === undefined || high === undefined || !(high > low)) return value;
  const input = { key: name, element: '', path: name, value, low, high, rangeKind, distribution };
  return drawnValue({ ...input, basis: 'assumption', source: '', isWhole: false, elements: [] }, place);
}

function quantileOf(shares: Float64Array, q: number): number {
  let sum = 0;
  for (let k = 0; k < shares.length; k++) {
    sum += shares[k];
    if (sum >= q) return k;
  }
  return shares.length - 1;
}
