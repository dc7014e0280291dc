/** A random delay as chances of steps of one length. */
export interface Delay {
  stepS: number;
  /** [step] chance of a delay of that many steps. */
  chance: Float64Array;
}

/** A delay that is known. */
export function certainDelay(valueS: number, stepS: number): Delay {
  return valuesDelay([valueS], stepS);
}

/** A delay that is one of several values alike. */
export function valuesDelay(valuesS: readonly number[], stepS: number): Delay {
  const chance = new Float64Array(Math.round(Math.max(0, ...valuesS) / stepS) + 1);
  for (const value of valuesS) chance[Math.round(value / stepS)] += 1 / valuesS.length;
  return { stepS, chance };
}

/** Triangular between two ends. */
export function triangularDelay(lowS: number, modeS: number, highS: number, stepS: number): Delay {
  if (!(highS > lowS)) return certainDelay(modeS, stepS);
  const below = (s: number) => {
    if (s <= lowS) return 0;
    if (s >= highS) return 1;
    const span = highS - lowS;
    return s < modeS ? (s - lowS) ** 2 / (span * (modeS - lowS)) : 1 - (highS - s) ** 2 / (span * (highS - modeS));
  };
  const chance = new Float64Array(Math.ceil(highS / stepS) + 2);
  for (let k = 0; k < chance.length; k++) chance[k] = below((k + 0.5) * stepS) - below((k - 0.5) * stepS);
  return { stepS, chance };
}

/** None with some chance, else exponential: a queue that is met only now and then. */
export function rareDelay(fraction: number, meanS: number, stepS: number): Delay {
  if (!(fraction > 0 && meanS > 0)) return certainDelay(0, stepS);
  const after = (s: number) => (s <= 0 ? 1 : Math.exp(-s / meanS));
  const chance = new Float64Array(Math.ceil((12 * meanS) / stepS) + 1);
  for (let k = 0; k < chance.length; k++) {
    const last = k === chance.length - 1;
    chance[k] = fraction * (after((k - 0.5) * stepS) - (last ? 0 : after((k + 0.5) * stepS)));
  }
  chance[0] += 1 - fraction;
  return { stepS, chance };
}

/** The sum of independent delays. @throws RangeError where their steps differ */
export function sumOfDelays(first: Delay, ...others: readonly Delay[]): Delay {
  return others.reduce((sum, other) => {
    if (other.stepS !== sum.stepS) throw new RangeError(`steps must agree: ${sum.stepS} and ${other.stepS}`);
    const chance = new Float64Array(sum.chance.length + other.chance.length - 1);
    sum.chance.forEach((p, i) => {
      if (p === 0) return;
      for (let k = 0; k < other.chance.length; k++) chance[i + k] += p * other.chance[k];
    });
    return { stepS: sum.stepS, chance };
  }, first);
}

/** The delay that a share of the messages does not pass, to half a step. */
export function delayQuantile({ stepS, chance }: Delay, share: number): number {
  let below = 0;
  for (let k = 0; k < chance.length; k++) {
    below += chance[k];
    if (below >= share - 1e-12) return k * stepS;
  }
  return (chance.length - 1) * stepS;
}
