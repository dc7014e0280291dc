import { said } from '../flow/said.ts';
import type { Format } from './template.ts';
import type { tell as tellWords } from './words.ts';

/** How a language writes numbers, and how it says the words that go with them. */
export interface NumberStyle {
  decimal: string;
  group: string;
  percentSpace: string;
  /** Whether a number given as it is gets its groups too, from five digits on. */
  groupsPlain: boolean;
  tell: typeof tellWords;
}

const MINUS = '\u2212';
const GROUP = /\B(?=(\d{3})+(?!\d))/g;
const NOTHING = '-';

/** A number as a format writes it; as it is, with the language's point and a true minus, where there is none. */
export function write(value: number, format: Format | undefined, style: NumberStyle): string {
  switch (format) {
    case 'n':
      return grouped(value, 0, style);
    case 'n1':
      return grouped(value, 1, style);
    case 'n2':
      return grouped(value, 2, style);
    case 'short':
      return short(value, style);
    case 'plain':
      return plain(value, style);
    case 'percent':
      return percent(value, 1, style);
    case 'percent0':
      return percent(value, 0, style);
    case 'money':
      return money(value, style);
    case 'seconds':
      return seconds(value, style);
    case 'words':
      return inWords(value, style);
    case 'fixed0':
    case 'fixed1':
    case 'fixed2':
    case 'fixed3':
      return fixed(value, Number(format.slice(-1)), style);
    case 'ms':
      return Number.isFinite(value) ? `${fixed(1000 * value, 0, style)} ms` : NOTHING;
    default:
      return asItIs(value, style);
  }
}

/** 2.5 -> `2.5`; a language without a decimal point of its own writes its own. */
function asItIs(value: number, style: NumberStyle): string {
  const text = String(value);
  const [whole] = text.split('.');
  if (!style.groupsPlain || !/^-?\d{5,}$/.test(whole)) return localized(text, style);
  return localized(text.slice(whole.length), style).replace(/^/, localized(whole.replace(GROUP, style.group), style));
}

function localized(text: string, { decimal }: NumberStyle): string {
  return (text.startsWith('-') ? MINUS + text.slice(1) : text).replace('.', decimal);
}

/** 0.5 -> `0.50`, without groups. */
export function fixed(value: number, digits: number, style: NumberStyle): string {
  if (!Number.isFinite(value)) return NOTHING;
  const text = value.toFixed(digits);
  return localized(Number(text) === 0 ? text.replace('-', '') : text, style);
}

/** 7800 -> `7,800`; with digits after the point where asked. */
export function grouped(value: number, digits: number, { decimal, group }: NumberStyle): string {
  if (!Number.isFinite(value)) return NOTHING;
  const [whole, part] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? MINUS : '';
  return sign + whole.replace(GROUP, group) + (part ? decimal + part : '');
}

/** Three significant digits, grouped: 0.01234 -> `0.0123`, 12345 -> `12,300`. */
export function short(value: number, style: NumberStyle): string {
  if (!Number.isFinite(value)) return NOTHING;
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(3));
  const size = Math.floor(Math.log10(Math.abs(rounded)));
  return grouped(rounded, Math.min(6, Math.max(0, 2 - size)), style);
}

/** A value as its author wrote it: three significant digits, no zeros behind the point: 60 -> `60`, 0.5 -> `0.5`. */
export function plain(value: number, style: NumberStyle): string {
  const text = short(value, style);
  const at = text.lastIndexOf(style.decimal);
  if (at < 0 || style.decimal === style.group) return text;
  const digits = text.slice(at + style.decimal.length).replace(/0+$/, '');
  return text.slice(0, at) + (digits && style.decimal + digits);
}

/** 0.8764 -> `87.6 %`; whole percents where `digits` is 0. */
export function percent(fraction: number, digits: number, style: NumberStyle): string {
  return Number.isFinite(fraction) ? `${fixed(100 * fraction, digits, style)}${style.percentSpace}%` : NOTHING;
}

/** Millions of dollars in words: 743000 -> `$743 billion`, 1191000 -> `$1.19 trillion`, 22 -> `$22 million`. */
export function money(musd: number, style: NumberStyle): string {
  if (!Number.isFinite(musd)) return NOTHING;
  const size = Math.abs(musd);
  const sign = musd < 0 ? MINUS : '';
  const billions = short(size / 1e3, style);
  if (size >= 999_500)
    return style.tell({ code: 'money.trillion', args: { sign, trillions: short(size / 1e6, style), billions } });
  if (size >= 999.5) return style.tell(said('money.billion', { sign, billions }));
  return style.tell(said('money.million', { sign, millions: short(size, style) }));
}

/** Seconds as `95 s` or `12 min 5 s`. */
export function seconds(valueS: number, style: NumberStyle): string {
  if (!Number.isFinite(valueS)) return NOTHING;
  if (Math.abs(valueS) < 180) return `${grouped(valueS, Math.abs(valueS) < 10 ? 1 : 0, style)} s`;
  const whole = Math.round(Math.abs(valueS));
  return `${valueS < 0 ? MINUS : ''}${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `one`, `two` ... `ten`, then digits. */
export function inWords(value: number, style: NumberStyle): string {
  return style.tell(said('number.words')).split(' ')[value] ?? grouped(value, 0, style);
}
