import type { Said } from '../flow/said.ts';

/** What may stand in a gap: a text, a number, another sentence, or a list of them. */
export type Word = string | number | Said | readonly Word[];

/** How a number is written in a gap, such as `{share:percent}`. */
export const numberFormats = [
  'n',
  'n1',
  'n2',
  'short',
  'plain',
  'percent',
  'percent0',
  'money',
  'seconds',
  'words',
  'fixed0',
  'fixed1',
  'fixed2',
  'fixed3',
  'ms',
] as const;
export type NumberFormat = (typeof numberFormats)[number];
/** Of words: a name of the catalog, the meaning of a key, a list joined by "and". */
export type Format = NumberFormat | 'name' | 'meaning' | 'and';

type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}` ? Gap | Gaps<Rest> : never;
type NameOf<Gap extends string> = Gap extends `${infer Name}:${string}`
  ? Name
  : Gap extends `${infer Name}|${string}`
    ? Name
    : Gap;
type FormatOf<Gap extends string, Name extends string> = Gap extends `${Name}:${infer How}` ? How : never;
type WordFor<Gap extends string, Name extends string> = [Extract<FormatOf<Gap, Name>, NumberFormat>] extends [never]
  ? [Extract<FormatOf<Gap, Name>, 'and'>] extends [never]
    ? Word
    : readonly Word[]
  : number;

/** The arguments that a template asks for, by the names of its gaps. */
export type ArgsOf<Text extends string> = { readonly [Name in NameOf<Gaps<Text>>]: WordFor<Gaps<Text>, Name> };

/** One part of a template: fixed text, a word, or a choice among the plural forms of a number. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'word'; name: string; format?: Format }
  | { kind: 'plural'; name: string; forms: readonly string[] };

const GAP = /\{(\w+)(?::(\w+)|\|([^}]*))?\}/g;

/**
 * The parts of a template.
 *
 * `{id}` is a word as it is; `{share:percent}` a number as a format writes it; `{count|missile|missiles}` the form that goes
 * with a number, in the order of the language's plural categories (two forms: one and other).
 */
export function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const gap of template.matchAll(GAP)) {
    if (gap.index > at) parts.push({ kind: 'text', text: template.slice(at, gap.index) });
    const [whole, name, format, forms] = gap;
    if (forms !== undefined) parts.push({ kind: 'plural', name: name, forms: forms.split('|') });
    else parts.push({ kind: 'word', name: name, ...(format && { format: format as Format }) });
    at = gap.index + whole.length;
  }
  if (at < template.length) parts.push({ kind: 'text', text: template.slice(at) });
  return parts;
}
