/**
 * A name or a meaning in English and in another language. Words in braces are carried over: `{place}`; one that has a name
 * in the other language itself is put into it.
 */
export type NamePair = readonly [english: string, other: string];

const GAP = /\{(\w+)\}/g;

/** A function that finds the other name of an English one; undefined where there is none. */
export function namesFrom(pairs: readonly NamePair[]): (name: string) => string | undefined {
  const exact = new Map(pairs.filter(([english]) => !english.includes('{')));
  const patterns = pairs.filter(([english]) => english.includes('{')).map(patternOf);
  const find = (name: string): string | undefined => {
    const known = exact.get(name);
    if (known !== undefined) return known;
    for (const { form, gaps, other } of patterns) {
      const found = form.exec(name);
      if (found) return other.replace(GAP, (_, gap: string) => inner(found[1 + gaps.indexOf(gap)] ?? ''));
    }
    return undefined;
  };
  const inner = (name: string) => exact.get(name) ?? name;
  return find;
}

/** A template as a form of names: each gap is what stands up to the next fixed part. */
function patternOf([english, other]: NamePair) {
  const gaps = [...english.matchAll(GAP)].map(([, name]) => name);
  const fixed = english.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { form: new RegExp(`^${fixed.join('([^{}]{1,200}?)')}$`), gaps, other };
}
