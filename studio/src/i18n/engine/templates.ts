/**
 * A text of the engine and the same in another language. Words in braces stand for what the engine fills in: `{id}` is
 * carried over as it is, `{#count}` is a number that the language writes its own way, `{~reason}` is a text of the engine
 * in its turn.
 */
export type TextPair = readonly [engine: string, other: string];

export interface MatcherOptions {
  /** A number as the language writes it. */
  formatNumber: (value: number) => string;
}

interface Pattern {
  /** Fixed parts of the engine's text, one more than there are gaps. */
  fixed: string[];
  gaps: string[];
  /** Fixed parts and gaps of the other text. */
  other: string;
  weight: number;
}

const GAP = /\{([#~]?\w+)\}/g;
const MAX_DEPTH = 4;
const MAX_REMEMBERED = 5000;

/**
 * A function that finds the pair whose engine's text a message was made from, and makes the other text with the same
 * words. Undefined where there is no such pair. The pair with the longest fixed parts wins. Time is linear in the length of
 * the message for each pair, whatever it holds: names come from strangers.
 */
export function templateMatcher(
  pairs: readonly TextPair[],
  options: MatcherOptions,
): (message: string) => string | undefined {
  const plain = new Map<string, string>();
  const patterns: Pattern[] = [];
  for (const [engine, other] of pairs) {
    const gaps = [...engine.matchAll(GAP)].map(([, name]) => name!);
    if (gaps.length === 0) plain.set(engine, other);
    else {
      const fixed = engine.split(/\{[#~]?\w+\}/);
      patterns.push({ fixed, gaps, other, weight: fixed.join('').length });
    }
  }
  patterns.sort((a, b) => b.weight - a.weight);
  const known = new Map<string, string | undefined>();
  const find = (message: string, depth: number): string | undefined => {
    const exact = plain.get(message);
    if (exact !== undefined) return exact;
    if (depth > MAX_DEPTH) return undefined;
    for (const pattern of patterns) {
      const words = wordsOf(pattern, message);
      if (words) return fill(pattern, words, (part) => find(part, depth + 1), options);
    }
    return structured(message, (part) => find(part, depth + 1));
  };
  return (message) => {
    if (known.has(message)) return known.get(message);
    const found = find(message, 0);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(message, found);
    return found;
  };
}

/** What stands in the gaps: each fixed part is taken where it first fits. */
function wordsOf({ fixed }: Pattern, message: string): string[] | undefined {
  const first = fixed[0]!;
  const last = fixed.at(-1)!;
  if (!message.startsWith(first) || !message.endsWith(last)) return undefined;
  const endAt = message.length - last.length;
  const words: string[] = [];
  let at = first.length;
  for (const part of fixed.slice(1, -1)) {
    const found = message.indexOf(part, at);
    if (found < 0 || found + part.length > endAt) return undefined;
    words.push(message.slice(at, found));
    at = found + part.length;
  }
  if (at > endAt) return undefined;
  words.push(message.slice(at, endAt));
  return words;
}

function fill(
  { gaps, other }: Pattern,
  words: readonly string[],
  find: (part: string) => string | undefined,
  { formatNumber }: MatcherOptions,
): string {
  return other.replace(GAP, (_, name: string) => {
    const word = words[gaps.indexOf(name)] ?? '';
    if (name.startsWith('~')) return find(word) ?? word;
    if (name.startsWith('#') && /^-?\d+(\.\d+)?$/.test(word)) return formatNumber(Number(word));
    return word;
  });
}

/** `ids: sentence`, which the engine puts together from parts: translated where the sentence is known. */
function structured(message: string, find: (part: string) => string | undefined): string | undefined {
  for (
    let at = message.indexOf(': '), tries = 0;
    at > 0 && tries < MAX_DEPTH;
    at = message.indexOf(': ', at + 1), tries++
  ) {
    const sentence = find(message.slice(at + 2));
    if (sentence !== undefined) return `${message.slice(0, at)} : ${sentence}`;
  }
  return undefined;
}
