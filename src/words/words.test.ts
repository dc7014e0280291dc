import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainly, said } from '../flow/said.ts';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import { languages } from './languages.ts';
import { dateTime, halfYear, money, range } from './numbers.ts';
import { numberFormats, type Part, partsOf } from './template.ts';
import { inLanguage, nameIn, say, speak, spoken, tell } from './words.ts';

/** Gaps that another language may fill beside those of English: a large sum may be counted in thousands of millions. */
const MORE: Record<string, string[]> = { 'money.trillion': ['billions'] };

const gapsOf = (template: string) =>
  partsOf(template).filter((part): part is Exclude<Part, { kind: 'text' }> => part.kind !== 'text');

describe('the sentences of every language', () => {
  test('no two rooms of English have one code', async () => {
    const folder = new URL('./en/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file !== 'index.ts' && !file.startsWith('studio-')); // parts of studio.ts
    const rooms = await Promise.all(files.map((file) => import(`./en/${file}`)));
    const count = rooms.flatMap((room) => Object.values<object>(room)).flatMap((words) => Object.keys(words)).length;
    expect(Object.keys(english.messages).length).toBe(count);
  });

  test.each(languages)('$name has them all, with gaps that English has', async ({ code, name, load }) => {
    const language = await load();
    expect([language.code, language.name]).toEqual([code, name]);
    expect(Object.keys(language.messages).sort()).toEqual(Object.keys(english.messages).sort());
    for (const [key, template] of Object.entries(language.messages)) {
      const known = gapsOf(english.messages[key as keyof typeof english.messages]).map((gap) => gap.name);
      for (const gap of gapsOf(template)) {
        expect([...known, ...(MORE[key] ?? [])], `${code} ${key}`).toContain(gap.name);
        if (gap.kind === 'word' && gap.format)
          expect([...numberFormats, 'name', 'meaning', 'and'], `${code} ${key}`).toContain(gap.format);
      }
    }
  });

  test('a sentence loses none of its words in another language', () => {
    for (const [key, template] of Object.entries(english.messages)) {
      if (!template.includes('{') || key === 'money.trillion' || key.startsWith('yaml.')) continue;
      const other = french.messages[key as keyof typeof french.messages];
      const names = (words: string) => [...new Set(gapsOf(words).map((gap) => gap.name))].sort();
      const missing = names(template).filter((name) => !names(other).includes(name));
      expect(missing, `${key}: ${other}`).toEqual(
        key === 'problem.invalid-input' || key === 'partners.stops' ? missing : [],
      );
    }
  });

  test('French sets spaces that do not break', () => {
    const faults = Object.entries(french.messages).filter(([, words]) => / [;:!?%»]|« /.test(words));
    expect(faults).toEqual([]);
  });

  test('a minus is a minus, and no range reads as one', () => {
    for (const [key, words] of Object.entries(english.messages)) {
      expect(words, key).not.toMatch(/(^|[\s(])-\d/);
      // columns of a file are counted from 1
      if (key !== 'elements.field') expect(words, key).not.toMatch(/\} ?- ?\{/);
    }
  });
});

describe('what is said', () => {
  test('a word goes with its number', () => {
    const years = said('part.yr1', { years: 0.5 });
    expect(tell(years)).toBe('0.5 yr');
    expect(inLanguage(french, () => tell(years))).toBe('0,5 an');
    expect(inLanguage(french, () => say('part.years', { years: 2 }))).toBe('2 ans');
    expect(say('figure.get-through', { count: 1 })).toBe('1 gets through');
    expect(tell({ code: 'studio.partners.years', args: { years: '1' } })).toBe('1 year after');
  });

  test('a sentence holds sentences, lists and names', () => {
    const note = said('note.no-raid', { missing: [said('note.no-threat'), said('note.no-layer')] });
    expect(tell(note)).toBe('No raid was run: the scenario has no threat, no interceptor layer.');
    expect(say('cut.networks', { names: ['a', 'b'] })).toBe('networks a and b');
    expect(inLanguage(french, () => say('cut.networks', { names: ['a', 'b'] }))).toBe('réseaux a et b');
    expect(tell(plainly('{id} as it is'))).toBe('{id} as it is');
    expect(inLanguage(french, () => nameIn('Space-based interceptors'))).toBe('Intercepteurs spatiaux');
    expect(nameIn('Space-based interceptors')).toBe('Space-based interceptors');
  });

  test('a code that no language has is said as it is; gaps that nothing fills are empty', () => {
    expect(tell({ code: 'no.such' })).toBe('no.such');
    expect(tell({ code: 'story.seen' })).toBe('first seen by ');
    expect(tell({ code: 'constructor', args: { toString: 'x' } })).toBe('constructor');
  });

  test('numbers, days and half-years are those of the language', () => {
    const all = () => [
      money(-1820),
      money(1_170_000),
      range('10', '20'),
      dateTime('2028-06-01T03:12:05.5Z'),
      halfYear('2028 H1'),
    ];
    expect(all()).toEqual(['−$1.82 billion', '$1.17 trillion', '10 to 20', '2028-06-01 03:12:05 UTC', '2028 H1']);
    expect(inLanguage(french, all).map((each) => each.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      '−1,82 Md $',
      '1 170 Md $',
      '10 à 20',
      '1er juin 2028 à 03:12:05 UTC',
      '2028 S1',
    ]);
  });

  test('the language is spoken from then on, and gone back to after an action that fails', () => {
    expect(() =>
      inLanguage(french, () => {
        throw new Error('x');
      }),
    ).toThrow('x');
    expect(spoken()).toBe(english);
    speak(french);
    expect(say('run.notes')).toBe('Remarques');
    speak(english);
  });
});
