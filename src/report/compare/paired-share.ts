import { wilsonInterval } from '../../num/statistics.ts';

/** One value of two cases over the same raids, and what is known of the difference. */
export interface PairedValue {
  base: number;
  variant: number;
  /** Variant less base. */
  difference: number;
  low: number;
  high: number;
}

/**
 * Difference of two shares of the same raids with its 95 % interval: Wilson's intervals of both, combined by how the raids
 * agree. Honest for few raids and for few that differ, where the interval of a mean has no width.
 *
 * @param base 1 or 0 a raid
 * @param variant the same raids, in the same order
 * @throws RangeError for samples of unlike length
 * @source newcombe-1998-paired, method 10
 */
export function pairedShare(base: Float64Array, variant: Float64Array): PairedValue {
  if (base.length !== variant.length) throw new RangeError(`samples must be paired: ${base.length}, ${variant.length}`);
  const count = base.length;
  let [both, first, second] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (base[i] > 0) first++;
    if (variant[i] > 0) second++;
    if (base[i] > 0 && variant[i] > 0) both++;
  }
  const agreement = agreementOf(both, first, second, count);
  const [p, q] = [first / count, second / count];
  const [x, y] = [wilsonInterval(first, count), wilsonInterval(second, count)];
  const reach = (up: number, down: number) => Math.sqrt(Math.max(0, up * up - 2 * agreement * up * down + down * down));
  const difference = q - p;
  return {
    base: p,
    variant: q,
    difference,
    low: difference - reach(q - y.low, x.high - p),
    high: difference + reach(y.high - q, p - x.low),
  };
}

/** Correlation of the two outcomes, with the correction for continuity; 0 where one of them never or always comes. */
function agreementOf(both: number, first: number, second: number, count: number): number {
  const product = first * (count - first) * second * (count - second);
  if (product === 0) return 0;
  const neither = count - first - second + both;
  const excess = both * neither - (first - both) * (second - both);
  return (excess > 0 ? Math.max(0, excess - count / 2) : excess) / Math.sqrt(product);
}
