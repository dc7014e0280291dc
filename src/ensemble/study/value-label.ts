/** A value as a word: numbers and words as they are, everything else as JSON. */
export function labelOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
}
