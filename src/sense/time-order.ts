const MOST_IN_BUCKET = 64;

/**
 * Places of the finite values in ascending order; equal values keep their order.
 *
 * Buckets over the range, then insertion within them: linear time for times spread over a flight. Values that crowd together
 * are sorted by comparison.
 */
export function timeOrder(values: Float64Array): Int32Array {
  let low = Infinity;
  let high = -Infinity;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    count++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const order = new Int32Array(count);
  if (count === 0) return order;
  const density = count / (high - low);
  const scale = Number.isFinite(density) ? density : 0;
  const start = new Int32Array(count + 2); // [bucket + 1] how many values lie in a bucket, then where it ends
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const size = ++start[Math.floor((values[i] - low) * scale) + 1];
    if (size > most) most = size;
  }
  for (let b = 1; b < start.length; b++) start[b] += start[b - 1];
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) order[start[Math.floor((values[i] - low) * scale)]++] = i;
  }
  if (most > MOST_IN_BUCKET) return order.sort((a, b) => values[a] - values[b] || a - b);
  for (let k = 1; k < count; k++) {
    const place = order[k];
    const value = values[place];
    let j = k - 1;
    while (j >= 0 && values[order[j]] > value) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = place;
  }
  return order;
}
