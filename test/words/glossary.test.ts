import { expect, test } from 'vitest';
import { glossaryRows } from '../../src/cli/glossary.ts';
import { french } from '../../src/words/fr/index.ts';
import { inLanguage } from '../../src/words/words.ts';

/** Words that French has from English, or spells alike. */
const ALIKE = ['architecture', 'doctrine', 'fusion', 'OPIR', 'terminal', 'Walker T/P/F'];

test('every word of the glossary has its French', () => {
  const english = glossaryRows();
  expect(english.length).toBeGreaterThan(50);
  const said = inLanguage(french, glossaryRows);
  said.forEach((row, i) => {
    expect(row.english).toBe(english[i].word);
    if (!ALIKE.includes(row.english)) expect(row.word).not.toBe(row.english);
    expect(row.means).not.toBe(english[i].means);
  });
});
