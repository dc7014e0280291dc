import page from '../../docs/glossary.md?raw';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { meaningIn, say } from '../words/words.ts';
import type { CommandSpec } from './command.ts';

/** One word of the field. */
export interface GlossaryRow {
  word: string;
  /** The word in English, as keys and commands have it. */
  english: string;
  means: string;
  /** What others call it; empty where nobody does. */
  elsewhere: string;
}

/** `cupola glossary`: words of the field, as the answers use them. */
export const command: CommandSpec = {
  name: 'glossary',
  isDateless: true,
  summary: 'Words of the field, as the answers use them',
  configure(program) {
    program.argument('[word...]', 'a word, or a part of one; all by default').option('--json', 'one JSON document');
  },
  examples: ['cupola glossary', 'cupola glossary leaker', 'cupola glossary price of independence'],
  async run({ args, options, out, color, columns }) {
    const wanted = (args.flat() as string[]).join(' ').toLowerCase().trim();
    const rows = glossaryRows();
    const found = rows.filter(({ word, english, elsewhere }) =>
      `${word} ${english} ${elsewhere}`.toLowerCase().includes(wanted),
    );
    if (found.length === 0) throw await unknown(wanted, rows);
    if (options.json) {
      out(JSON.stringify(found));
      return 0;
    }
    const { colorStyle, plainStyle, wrap } = await import('../report/text.ts');
    const style = color ? colorStyle : plainStyle;
    for (const { word, english, means, elsewhere } of found) {
      const others = elsewhere ? say('glossary.elsewhere', { names: elsewhere }) : '';
      const own = word === english ? '' : ` (${english})`;
      out(`${style.bold(word)}${own}\n${wrap(`${means}${others}`, columns - 2).replaceAll(/^/gm, '  ')}`);
    }
    return 0;
  },
};

/** The table of the page, in its order and in the language spoken; what others call it stays as they do. */
export function glossaryRows(): GlossaryRow[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --- ') && !line.startsWith('| word here '))
    .map((line) => line.slice(1, -1).split('|'))
    .map(([word = '', means = '', elsewhere = '']) => ({
      word: meaningIn(word.trim()),
      english: word.trim(),
      means: meaningIn(plain(means)),
      elsewhere: plain(elsewhere),
    }));
}

function plain(cell: string): string {
  return cell.trim().replaceAll('`', '');
}

async function unknown(word: string, rows: readonly GlossaryRow[]): Promise<InputError> {
  const { suggestion } = await import('../catalog/suggestion.ts');
  const near = suggestion(
    word,
    rows.flatMap((row) => [...row.word.split(', '), ...row.english.split(', ')]),
  );
  const hint = near || said('command.lists', { hint: said('problem.semicolon'), command: 'cupola glossary' });
  return new InputError([{ code: 'unknown-word', path: '', said: said('glossary.no-word', { word, hint }) }]);
}
