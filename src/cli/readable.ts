/** A number for a reader: six digits at most, thousands apart, powers of ten where it is tiny or huge. */
export function readable(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'none' : String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12)) return value.toExponential(Math.min(digits - 1, 2));
  return value.toLocaleString('en-US', { maximumSignificantDigits: digits });
}

/** Millions of dollars as a reader says them: `$1.2 trillion`, `$104.4 billion`, `$18.2 million`. */
export function dollars(musd: number): string {
  const size = Math.abs(musd);
  if (size >= 999_950) return `$${readable(musd / 1e6, 4)} trillion`;
  if (size >= 999.95) return `$${readable(musd / 1000, 4)} billion`;
  return `$${readable(musd, 4)} million`;
}
