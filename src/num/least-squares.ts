/** A straight-line fit of an output to several inputs at once. */
export interface LinearFit {
  /** By input: change of the output a unit; NaN where the inputs do not tell, as of one that never changes. */
  slopes: number[];
  /** Standard errors of the slopes. */
  errors: number[];
}

/** Share of an input's own variation that must be left beside the others for its slope to be told. */
const LEAST_OWN = 1e-9;

/**
 * Least squares of an output on all inputs together: what each does with the others held still, though they vary at once.
 *
 * By orthogonalising each input against those before it (modified Gram-Schmidt), so that inputs of very different size do no harm.
 *
 * @param columns by input: values, centred
 * @param output centred
 * @param freedom degrees of freedom of what is left, such as points less inputs less one
 * @source bjorck-1967, modified Gram-Schmidt
 */
export function leastSquares(
  columns: readonly Float64Array[],
  output: Float64Array,
  freedom = output.length - columns.length - 1,
): LinearFit {
  const none = columns.map(() => Number.NaN);
  if (freedom < 1) return { slopes: none, errors: none };
  const slopes = [...none];
  const errors = [...none];
  const rest = residual(output, columns);
  const noise = dot(rest, rest) / freedom;
  columns.forEach((column, k) => {
    const own = residual(
      column,
      columns.filter((_, i) => i !== k),
    );
    const size = dot(own, own);
    if (!(size > LEAST_OWN * dot(column, column))) return;
    slopes[k] = dot(own, output) / size;
    errors[k] = Math.sqrt(noise / size);
  });
  return { slopes, errors };
}

/** What is left of a vector when the others are taken out. */
function residual(vector: Float64Array, others: readonly Float64Array[]): Float64Array {
  const basis: Float64Array[] = [];
  for (const other of others) {
    const left = without(other, basis);
    if (dot(left, left) > LEAST_OWN * dot(other, other)) basis.push(left);
  }
  return without(vector, basis);
}

function without(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = vector.slice();
  // twice: what rounding left of the first is gone after the second
  for (let pass = 0; pass < 2; pass++)
    for (const other of basis) {
      const share = dot(left, other) / dot(other, other);
      for (let i = 0; i < left.length; i++) left[i] -= share * other[i];
    }
  return left;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
