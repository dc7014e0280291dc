import { suggestion } from '../catalog/suggestion.ts';
import { InputError } from '../flow/problems.ts';
import type { Question } from '../flow/quote.ts';
import { said } from '../flow/said.ts';

/** What can be asked, as `--help` lists it. */
export const questionForms = [
  'what if PARTNER leaves [on DATE]',
  'what if PARTNER denies [on DATE]',
  'what gets through [in DATE]',
  'what does it cost [by DATE]',
  'is 175 billion enough [by DATE]',
  'who takes the money [by DATE]',
] as const;

const DATE = String.raw`(?: (?:on|in|by) (?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?))?`;
const FORMS: [RegExp, (groups: Record<string, string | undefined>) => Question | undefined][] = [
  [
    form(`what (?:happens )?if (?<partner>.+?) (?<how>leaves|stops|denies)`),
    ({ partner, how, date }) => ({
      kind: 'leaves',
      partner: partner!,
      mode: how === 'denies' ? 'denied' : 'stops',
      date,
    }),
  ],
  [form('what (?:gets|comes) through'), ({ date }) => ({ kind: 'chance', date })],
  [form('(?:what|how much) does it cost'), ({ date }) => ({ kind: 'money', date })],
  [
    form(String.raw`is \$?(?<amount>[\d.,]+) (?<unit>million|billion|trillion)(?: dollars)? enough`),
    ({ amount, unit, date }) => {
      const musd = Number(amount!.replaceAll(',', '')) * MUSD[unit as keyof typeof MUSD];
      return musd > 0 && musd < Infinity ? { kind: 'enough', musd, date } : undefined;
    },
  ],
  [form('who (?:takes|gets) the money'), ({ date }) => ({ kind: 'takes', date })],
];
const MUSD = { million: 1, billion: 1000, trillion: 1_000_000 };

function form(words: string): RegExp {
  return new RegExp(`^${words}${DATE}$`);
}

/**
 * A question in one of the forms of {@link questionForms}.
 *
 * @param partners ids and names of those who can leave
 * @throws InputError for any other words, and for a partner that nobody knows
 */
export function questionOf(words: string, partners: ReadonlyMap<string, string>): Question {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\?$/, '');
  for (const [pattern, read] of FORMS) {
    const groups = pattern.exec(plain)?.groups;
    const question = groups && read(groups);
    if (question)
      return question.kind === 'leaves' ? { ...question, partner: partnerOf(question.partner, partners) } : question;
  }
  const forms = questionForms.map((each) => `"${each}"`);
  throw new InputError([
    { code: 'no-question', path: 'question', said: said('quote.unknown', { word: words, forms }) },
  ]);
}

/** Id of a partner by its id or its name. */
function partnerOf(word: string, partners: ReadonlyMap<string, string>): string {
  if (partners.has(word)) return word;
  const byName = [...partners].find(([, name]) => name.toLowerCase() === word)?.[0];
  if (byName !== undefined) return byName;
  const ids = [...partners.keys()];
  const hint = suggestion(word, ids) || said('command.known', { known: ids.length > 0 ? ids : said('command.none') });
  throw new InputError([
    { code: 'unknown-partner', path: 'question', said: said('command.no-partner', { id: word, hint }) },
  ]);
}
