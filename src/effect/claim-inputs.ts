import type { ClaimInput } from '../flow/claim.ts';
import type { Band, JointTable } from '../flow/joint.ts';
import { SHUFFLES, shuffle } from '../num/given-data.ts';
import { randomStream } from '../num/random.ts';
import { quantileSorted } from '../num/statistics.ts';
import { sum } from '../num/sum.ts';
import { DRAWS_FOR_CAUSES } from './joint-answer.ts';

const INPUTS = 5;
/** Fewer draws than this, in which a claim holds or does not, tell nothing of where the inputs would have to be. */
const LEAST_DRAWS = 3;

/**
 * The inputs whose values in the draws in which a claim holds are others than in the rest, with both ranges.
 *
 * The measure is the greatest distance between the two distributions (Kolmogorov and Smirnov). An input is named only where its
 * distance is above the 95 % quantile of the greatest distance over all inputs when the draws are shuffled. Each input is seen alone: what
 * holds only by two together may show in neither.
 *
 * @param holds by draw of the sample: chance that the claim holds, 0 to 1
 */
export function partingInputs({ inputs, draws, seed }: JointTable, holds: ArrayLike<number>): ClaimInput[] {
  const holding = sum(holds);
  if (draws < DRAWS_FOR_CAUSES || holds.length !== draws) return [];
  if (holding < LEAST_DRAWS || draws - holding < LEAST_DRAWS) return [];
  const orders = inputs.map(({ values }) => risingOrder(values));
  const distances = inputs.map(({ values }, i) => distance(values, orders[i], holds));
  const random = randomStream(seed, 0, 'claims');
  const greatest: number[] = [];
  for (let s = 0; s < SHUFFLES; s++) {
    const shuffled = shuffle(Array.from(holds), random);
    greatest.push(Math.max(...inputs.map(({ values }, i) => distance(values, orders[i], shuffled))));
  }
  const floor = quantileSorted(Float64Array.from(greatest).sort(), 0.95);
  const fails = Float64Array.from(holds, (chance) => 1 - chance);
  return inputs
    .map(
      ({ path, value, low, high, basis, source, values }, i): ClaimInput => ({
        path,
        value,
        low,
        high,
        basis,
        source,
        holds: weightedBand(values, orders[i], holds),
        fails: weightedBand(values, orders[i], fails),
        distance: distances[i],
      }),
    )
    .filter((input) => input.distance > floor)
    .sort((a, b) => b.distance - a.distance || a.path.localeCompare(b.path))
    .slice(0, INPUTS);
}

/** Greatest distance between the distribution of the values where it holds and where it does not. */
function distance(values: ArrayLike<number>, order: readonly number[], holds: ArrayLike<number>): number {
  const holding = sum(holds);
  const failing = holds.length - holding;
  let greatest = 0;
  let held = 0;
  let failed = 0;
  order.forEach((draw, place) => {
    held += holds[draw];
    failed += 1 - holds[draw];
    const next = order[place + 1];
    // of equal values only the last counts
    if (next === undefined || values[next] > values[draw])
      greatest = Math.max(greatest, Math.abs(held / holding - failed / failing));
  });
  return greatest;
}

function weightedBand(values: ArrayLike<number>, order: readonly number[], weights: ArrayLike<number>): Band {
  const total = sum(weights);
  const at = (share: number) => {
    let seen = 0;
    for (const draw of order) {
      seen += weights[draw];
      if (seen >= share * total) return values[draw];
    }
    return values[order[order.length - 1]];
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function risingOrder(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
}
