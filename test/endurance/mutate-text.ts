import type { Luck } from './luck.ts';

/** Numbers that readers stumble over. */
const HOSTILE_NUMBERS = [
  '0',
  '-0',
  '-1',
  '0.5',
  '1e308',
  '1e400',
  '-1e400',
  '1e-320',
  '.inf',
  '-.inf',
  '.nan',
  'NaN',
  'Infinity',
  'null',
  '~',
  'true',
  '0x1F',
  '0o17',
  '017',
  '1_000',
  '1,5',
  '80 %',
  '12 km',
  '"12"',
  '+3',
  '3.',
  '.5',
  '9007199254740993',
  '99999999999999999999',
  '123456789012345678901234567890',
  '2028-06-01',
  '190:20:30',
];
const ODD_SIGNS = [
  '\u0000',
  '\u0007',
  '\t',
  '\r',
  '\u0085',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffd',
  'é',
  'ﬀ',
  '１',
  '٣',
  '−',
  '“',
  '🛰️',
  'e\u0301',
];
const SIGNS = [...' \n:-#,[]{}&*!|>\'"%@`?.0123456789eE+azAZ_/\\<=;', ...ODD_SIGNS];
const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<<', '', '0', 'use', 'id', 'value'];

type Mutation = (text: string, luck: Luck) => string;

/** Where a pattern is found, by chance; undefined where nowhere. */
function somewhere(text: string, pattern: RegExp, luck: Luck): RegExpMatchArray | undefined {
  const all = [...text.matchAll(pattern)];
  return all.length === 0 ? undefined : luck.one(all);
}

function replaced(text: string, pattern: RegExp, luck: Luck, by: (found: string) => string): string {
  const found = somewhere(text, pattern, luck);
  if (!found) return text;
  return text.slice(0, found.index) + by(found[0]) + text.slice(found.index! + found[0].length);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const KEY = /[A-Za-z_][\w-]*(?=\s*:)/g;
const WORD = /[A-Za-z][\w-]*/g;

/** Another number near it or far from it. */
function otherNumber(word: string, luck: Luck): string {
  const value = Number(word);
  const near = [-value, value + 1, value - 1, value * 2, value * 10, value / 10, value + 0.1, value * 1000, value ** 2];
  return luck.isSo(0.6) ? String(luck.one(near)) : luck.one(HOSTILE_NUMBERS);
}

/** Changes of any text. */
export const anyText: Mutation[] = [
  (text, luck) => {
    const at = luck.below(text.length + 1);
    return text.slice(0, at) + luck.one(SIGNS) + text.slice(at);
  },
  (text, luck) => {
    const at = luck.below(text.length + 1);
    return text.slice(0, at) + luck.one(SIGNS) + text.slice(at + 1);
  },
  (text, luck) => {
    const at = luck.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + luck.below(luck.one([1, 8, 200])));
  },
  (text, luck) => {
    const [from, to] = [luck.below(text.length + 1), luck.below(text.length + 1)];
    return text.slice(0, to) + text.slice(from, from + luck.below(120)) + text.slice(to);
  },
  (text, luck) => text.slice(0, luck.below(text.length + 1)),
  (text, luck) => replaced(text, NUMBER, luck, (word) => otherNumber(word, luck)),
  (text, luck) => replaced(text, NUMBER, luck, (word) => otherNumber(word, luck)),
  (text, luck) =>
    replaced(text, WORD, luck, (word) => {
      const at = luck.below(word.length);
      return word.slice(0, at) + luck.one(['', 'x', word[at].toUpperCase(), '-']) + word.slice(at + 1);
    }),
  (text, luck) => withLines(text, (lines) => lines.splice(luck.below(lines.length), 1)),
  (text, luck) =>
    withLines(text, (lines) => {
      lines.splice(luck.below(lines.length), 0, luck.one(lines));
    }),
  (text, luck) =>
    withLines(text, (lines) => {
      const [a, b] = [luck.below(lines.length), luck.below(lines.length)];
      [lines[a], lines[b]] = [lines[b], lines[a]];
    }),
  (text, luck) => text.replaceAll('\n', luck.one(['\r\n', '\r', '\n\n', '\u2028'])),
  (text, luck) => luck.one(['\ufeff', '---\n', '%YAML 1.1\n---\n', '\n', '\u0000']) + text,
];

/** Changes of YAML: keys, anchors, nesting, what one file has and another does not. */
export function yamlText(others: readonly string[]): Mutation[] {
  const lineOf = (luck: Luck) => luck.one(luck.one(others).split('\n'));
  return [
    (text, luck) => replaced(text, KEY, luck, () => luck.one(HOSTILE_KEYS)),
    (text, luck) => replaced(text, KEY, luck, (key) => `${key}: 1, ${key}`),
    (text, luck) =>
      replaced(text, /: (?=\S)/g, luck, () => luck.one([': &a ', ': *a', ': !!str ', ': !x ', ': ? ', ': | '])),
    (text, luck) => `${replaced(text, /: (?=[[{\w])/g, luck, () => ': &a ')}\nextra: *a\n`,
    (text, luck) =>
      replaced(text, /: (?=\S)/g, luck, () => `: ${luck.one(['[', '{a: ', '- '])}`.repeat(luck.one([1, 5, 30, 3000]))),
    (text, luck) =>
      replaced(text, /: [^\n{}[\],]+/g, luck, () => luck.one([':', ': []', ': {}', ': [[]]', ': {a: {b: 1}}', ': ""'])),
    (text, luck) => replaced(text, /^ */gm, luck, (indent) => (luck.isSo(0.5) ? `${indent} ` : indent.slice(1))),
    (text, luck) => replaced(text, /^ *-/gm, luck, () => luck.one(['', '  -', '- -'])),
    (text, luck) =>
      withLines(text, (lines) => {
        lines.splice(luck.below(lines.length + 1), 0, lineOf(luck));
      }),
    (text, luck) =>
      withLines(text, (lines) => {
        lines[luck.below(lines.length)] = lineOf(luck);
      }),
  ];
}

/** A text with one change or a few; sometimes its bytes are spoiled as well. */
export function mutated(text: string, mutations: readonly Mutation[], luck: Luck): Uint8Array {
  const changes = luck.one([1, 1, 1, 1, 2, 2, 3, 6]);
  let changed = text;
  for (let i = 0; i < changes; i++) changed = luck.one(mutations)(changed, luck);
  const bytes = Buffer.from(changed);
  if (luck.isSo(0.03) && bytes.length > 0) bytes[luck.below(bytes.length)] = luck.below(256);
  return bytes;
}
