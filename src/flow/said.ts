import type { EnglishMessages } from '../words/en/index.ts';
import type { ArgsOf, Word } from '../words/template.ts';

/** Names one sentence of the words. */
export type Code = keyof EnglishMessages;

/** What the code of a sentence must be given: the gaps of the English sentence. */
export type Args<C extends Code> = ArgsOf<EnglishMessages[C]>;

/** A sentence as data: the engine says which and with what, `words` puts it into a language. */
export interface Said {
  code: string;
  args?: Readonly<Record<string, Word>>;
}

/** A code that no gap belongs to may come alone. */
export type Given<C extends Code> = keyof Args<C> extends never ? [] : [args: Args<C>];

/** A sentence as data, its arguments checked against its code. */
export function said<C extends Code>(code: C, ...given: Given<C>): Said {
  const [args] = given as [Readonly<Record<string, Word>>?];
  return args === undefined ? { code } : { code, args };
}

/** A text that is the same in every language: what an operating system or another program says. */
export function plainly(text: string): Said {
  return said('text', { text });
}
