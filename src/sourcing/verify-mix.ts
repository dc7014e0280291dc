import type { Architecture } from '../flow/architecture.ts';
import type { SourcingMix, SourcingModel } from '../flow/sourcing.ts';
import type { VariantEffect } from '../flow/withdrawal.ts';
import { variantOf } from './variant.ts';
import { effectOf, prepareVariants, variantTrial } from './variant-trials.ts';

export interface VerifiedMix {
  /** The loss that takes most of the mix. */
  caseName: string;
  /** The mix after that loss beside the whole mix, over the same raids. */
  effect: VariantEffect;
}

/**
 * Runs a mix that was turned back into a scenario: whole, and without what its hardest loss takes.
 *
 * @param offerOf by element of the scenario: offer that it came from
 * @param onStep returning false ends it with the raids that are done
 */
export function verifyMix(
  architecture: Architecture,
  model: SourcingModel,
  { amountsFraction }: SourcingMix,
  offerOf: ReadonlyMap<string, number>,
  trials: number,
  onStep: (done: number, of: number) => boolean,
): VerifiedMix | undefined {
  const taken = [...new Set(offerOf.values())];
  const lost = model.cases.map((_, c) =>
    taken.reduce((sum, o) => sum + amountsFraction[o] * (1 - model.offers[o].survivesFraction[c]), 0),
  );
  const worst = lost.indexOf(Math.max(...lost));
  if (worst < 0 || architecture.threats.length === 0 || architecture.command.length === 0) return undefined;
  const left = new Map([...offerOf].map(([element, o]) => [element, model.offers[o].survivesFraction[worst]]));
  const base = variantOf(architecture, new Map());
  const variant = variantOf(architecture, left);
  const set = prepareVariants(base);
  const whole: Float64Array[] = [];
  const after: Float64Array[] = [];
  for (let trial = 0; trial < trials && onStep(trial, trials); trial++) {
    whole.push(variantTrial(set, base, trial));
    after.push(variantTrial(set, variant, trial));
  }
  return whole.length === 0 ? undefined : { caseName: model.cases[worst].name, effect: effectOf(whole, after) };
}
