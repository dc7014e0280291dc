/** A value as a word: numbers and words as they are, everything else as JSON. */
export function labelOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** A number of a range as a word: whole ones whole, others with three digits. */
export function rangeLabel(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}
