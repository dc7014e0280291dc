import type { Code } from '../flow/said.ts';
import { type Part, partsOf } from './template.ts';

/** A language: its words, and how it writes numbers. One folder, and its entry in `languages.ts`. */
export interface Language {
  /** Such as `fr`. */
  code: string;
  /** As its speakers call it. */
  name: string;
  /** For numbers, dates and plurals, such as `fr-FR`. */
  locale: string;
  messages: Readonly<Record<Code, string>>;
  /** Between a number and its percent sign. */
  percentSpace: string;
  /** Whether numbers of a sentence are grouped from five digits on even where they are given as they are. */
  groupsPlain?: boolean;
  /** How a day is written: as ISO 8601 has it, or in words. */
  dateStyle: 'iso' | 'medium';
  /** The first day of a month where it is written another way, such as `1er`. */
  firstDay?: string;
  /** A name of the catalog that describes what it names; undefined for a proper name. */
  nameOf?: (name: string) => string | undefined;
  /** What a key of a scenario means, from the English of the catalog and the schema. */
  meaningOf?: (english: string) => string | undefined;
}

/** What is worked out once for a language. */
export interface Prepared {
  language: Language;
  parts: Map<string, readonly Part[]>;
  plural: Intl.PluralRules;
  pluralCategories: readonly string[];
  decimal: string;
  group: string;
}

export function prepare(language: Language): Prepared {
  const plural = new Intl.PluralRules(language.locale);
  const sample = new Intl.NumberFormat(language.locale).formatToParts(1_234_567.8);
  const sign = (type: string) => sample.find((part) => part.type === type)?.value ?? '';
  return {
    language,
    parts: new Map(),
    plural,
    pluralCategories: plural.resolvedOptions().pluralCategories,
    decimal: sign('decimal') || '.',
    group: sign('group'),
  };
}

/** Parts of a message; the code itself where the language has no such message. */
export function messageParts({ language, parts }: Prepared, code: string): readonly Part[] {
  const known = parts.get(code);
  if (known) return known;
  const { messages } = language;
  const made = partsOf(Object.hasOwn(messages, code) ? messages[code as Code] : code);
  parts.set(code, made);
  return made;
}

/** The form that goes with a number: two forms are one and other, more stand in the order of the language's categories. */
export function pluralForm({ plural, pluralCategories }: Prepared, value: number, forms: readonly string[]): string {
  const category = plural.select(Math.abs(value));
  const place = forms.length === 2 ? (category === 'one' ? 0 : 1) : pluralCategories.indexOf(category);
  return forms[place] ?? forms.at(-1) ?? '';
}

/** Words under a prefix of their own, so that those of two rooms never meet. */
export function prefixed<Prefix extends string, Words extends Record<string, string>>(
  prefix: Prefix,
  words: Words,
): { readonly [Key in keyof Words & string as `${Prefix}.${Key}`]: Words[Key] } {
  const entries = Object.entries(words).map(([key, word]) => [`${prefix}.${key}`, word]);
  return Object.fromEntries(entries) as { readonly [Key in keyof Words & string as `${Prefix}.${Key}`]: Words[Key] };
}
