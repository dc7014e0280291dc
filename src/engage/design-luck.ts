import { entryOf } from '../flow/stream-keys.ts';
import { betaQuantile } from '../num/beta.ts';
import { type Luck, randomStream } from '../num/random.ts';
import type { Layer } from './layer.ts';

/**
 * What all interceptors of one design share in one raid: their kill probability, and whether a common fault makes them fail.
 *
 * With a correlation rho the kill probability is one draw a raid of a beta distribution of the stated mean m, of parameters m (1/rho - 1) and
 * (1 - m)(1/rho - 1): the chance that all of n shots miss is then prod (b + i) / (a + b + i), and two shots hit or miss together with correlation rho.
 * Layers of one catalog entry share the draw, whatever their own means.
 *
 * @source johnson-2005, beta-binomial distribution
 */
export class DesignLuck {
  readonly isFaulty: boolean;
  readonly #correlation: number;
  readonly #uniform: number;
  readonly #byMean = new Map<number, number>();

  constructor({ plan, key }: Pick<Layer, 'plan' | 'key'>, { seed, trial }: Luck) {
    const { killCorrelation = 0, designFaultProbability = 0 } = plan;
    const design = entryOf(plan) ?? key;
    const draw = (what: string) => randomStream(seed, trial, `${what}:interceptor/${design}`).uniform();
    this.#correlation = killCorrelation;
    this.#uniform = killCorrelation > 0 ? draw('design') : Number.NaN;
    this.isFaulty = designFaultProbability > 0 && draw('fault') < designFaultProbability;
  }

  /** Kill probability of a shot in this raid, from its mean over raids. */
  killProbability(mean: number): number {
    if (!(this.#correlation > 0) || !(mean > 0 && mean < 1)) return mean;
    let drawn = this.#byMean.get(mean);
    if (drawn === undefined) {
      const weight = 1 / this.#correlation - 1;
      drawn = betaQuantile(this.#uniform, mean * weight, (1 - mean) * weight);
      this.#byMean.set(mean, drawn);
    }
    return drawn;
  }
}
