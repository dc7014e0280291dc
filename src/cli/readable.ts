import { numberStyle, say, spoken, tell } from '../words/words.ts';

/** A number for a reader: six digits at most, thousands apart, powers of ten where it is tiny or huge. */
export function readable(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? say('part.none') : String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12))
    return value.toExponential(Math.min(digits - 1, 2)).replace('.', numberStyle().decimal);
  return value.toLocaleString(spoken().locale, { maximumSignificantDigits: digits });
}

/** Millions of dollars as a reader says them: `$1.2 trillion`, `$104.4 billion`, `$18.2 million`; `none` where there are none. */
export function dollars(musd: number): string {
  if (Number.isNaN(musd)) return say('part.none');
  const size = Math.abs(musd);
  const billions = readable(musd / 1000, 4);
  if (size >= 999_950)
    return tell({ code: 'money.trillion', args: { sign: '', trillions: readable(musd / 1e6, 4), billions } });
  if (size >= 999.95) return say('money.billion', { sign: '', billions });
  return say('money.million', { sign: '', millions: readable(musd, 4) });
}
