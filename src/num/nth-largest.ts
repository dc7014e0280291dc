/**
 * The n-th largest of the first values of an array, by Hoare's selection (Algorithm 65, 1961); puts them in another order.
 *
 * @param size values that count, from 1
 * @param n 1: the largest; at most `size`
 */
export function nthLargest(values: Float64Array, size: number, n: number): number {
  if (!(n >= 1 && n <= size)) throw new RangeError(`n must be from 1 to ${size}: ${n}`);
  const at = n - 1;
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >> 1], values[high]);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] > pivot) i++;
      while (values[j] < pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else return values[at];
  }
  return values[at];
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
