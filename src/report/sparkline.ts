const BARS = '▁▂▃▄▅▆▇█';

/**
 * A row of bars for a series, lowest to highest; a dot where there is no value.
 *
 * @param values NaN and infinities are gaps
 * @param width most characters; longer series are averaged over what falls into one character
 */
export function sparkline(values: readonly number[], width = 60): string {
  const count = Math.min(width, values.length);
  const means: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * values.length) / count);
    const to = Math.floor(((i + 1) * values.length) / count);
    const known = values.slice(from, to).filter(Number.isFinite);
    means.push(known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN);
  }
  const finite = means.filter(Number.isFinite);
  const low = Math.min(...finite);
  const range = Math.max(...finite) - low;
  return means
    .map((value) => {
      if (!Number.isFinite(value)) return '·';
      return BARS[range > 0 ? Math.min(7, Math.floor(((value - low) / range) * 8)) : 0];
    })
    .join('');
}
