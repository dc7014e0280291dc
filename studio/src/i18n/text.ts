import { computed, signal } from '@preact/signals';
import { en, type MessageKey } from './en.ts';

export type Language = 'en' | 'fr';

const loaded: Partial<Record<Language, Record<MessageKey, string>>> = { en };
const messages = signal<Record<MessageKey, string>>(en);

export const language = signal<Language>('en');
const locale = computed(() => (language.value === 'fr' ? 'fr-FR' : 'en-US'));

/** Loads the texts of a language and shows the page in it. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'fr') loaded.fr ??= (await import('./fr.ts')).fr;
  messages.value = loaded[next]!;
  language.value = next;
  document.documentElement.lang = next;
}

export type Translate = (key: MessageKey, words?: Record<string, string | number>) => string;

/** The texts of the language shown. */
export const text = computed<Translate>(() => {
  const all = messages.value;
  return (key, words) => {
    const found = all[key] ?? en[key] ?? key;
    return words ? found.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? '')) : found;
  };
});

/** A text whose key is put together from data; the data itself where there is no such text. */
export function textOr(key: string, other: string): string {
  return key in en ? text.value(key as MessageKey) : other;
}

/** Numbers as the language writes them. */
export const numbers = computed(() => {
  const name = locale.value;
  const significant = (digits: number) => new Intl.NumberFormat(name, { maximumSignificantDigits: digits });
  const fixed = (digits: number) =>
    new Intl.NumberFormat(name, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const three = significant(3);
  const whole = new Intl.NumberFormat(name, { maximumFractionDigits: 0 });
  const one = fixed(1);
  const signed = new Intl.NumberFormat(name, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
  const ok = (value: number, format: () => string) => (Number.isFinite(value) ? format() : '–');
  const isFrench = name === 'fr-FR';
  return {
    short: (value: number) => ok(value, () => three.format(value)),
    count: (value: number) => ok(value, () => whole.format(value)),
    percent: (share: number) =>
      ok(share, () => `${(share > 0.001 && share < 0.999 ? one : whole).format(100 * share)} %`),
    signed: (value: number) => ok(value, () => signed.format(value)),
    seconds: (valueS: number) => ok(valueS, () => `${(valueS < 10 ? one : whole).format(valueS)} s`),
    /** Millions of dollars: `$938 billion`. */
    money: (musd: number, sign = false) =>
      ok(musd, () => {
        const size = Math.abs(musd);
        const [value, word] =
          size >= 999_500
            ? [musd / 1e6, isFrench ? 'billions' : 'trillion']
            : size >= 999.5
              ? [musd / 1e3, isFrench ? 'milliards' : 'billion']
              : [musd, isFrench ? 'millions' : 'million'];
        const digits = (sign ? signed : three).format(value);
        if (isFrench) return `${digits} ${word} $`;
        return digits.startsWith('-') || digits.startsWith('+')
          ? `${digits[0]}$${digits.slice(1)} ${word}`
          : `$${digits} ${word}`;
      }),
  };
});
