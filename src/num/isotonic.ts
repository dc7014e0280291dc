/**
 * The values nearest to given ones (weighted least squares) that never fall: pools neighbours that do, until none is left. For shares
 * weighted by their trials it is also the most likely curve that never falls.
 *
 * @param values in order
 * @param weights above 0, one a value
 * @source ayer-1955, the pooled adjacent violators
 */
export function isotonicFit(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; count: number }[] = [];
  values.forEach((value, i) => {
    let pool = { mean: value, weight: weights[i], count: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
}
