import page from '../../docs/glossary.md?raw';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { tell } from '../words/words.ts';
import type { CommandSpec } from './command.ts';

/** One word of the field. */
export interface GlossaryRow {
  word: string;
  means: string;
  /** What others call it; empty where nobody does. */
  elsewhere: string;
}

/** `cupola glossary`: words of the field, as the answers use them. */
export const command: CommandSpec = {
  name: 'glossary',
  isEnglishOnly: true,
  isDateless: true,
  summary: 'Words of the field, as the answers use them',
  configure(program) {
    program.argument('[word...]', 'a word, or a part of one; all by default').option('--json', 'one JSON document');
  },
  examples: ['cupola glossary', 'cupola glossary leaker', 'cupola glossary price of independence'],
  async run({ args, options, out, color, columns }) {
    const wanted = (args.flat() as string[]).join(' ').toLowerCase().trim();
    const rows = glossaryRows();
    const found = rows.filter(({ word, elsewhere }) => `${word} ${elsewhere}`.toLowerCase().includes(wanted));
    if (found.length === 0) throw await unknown(wanted, rows);
    if (options.json) {
      out(JSON.stringify(found));
      return 0;
    }
    const { colorStyle, plainStyle, wrap } = await import('../report/text.ts');
    const style = color ? colorStyle : plainStyle;
    for (const { word, means, elsewhere } of found) {
      const others = elsewhere ? `; elsewhere: ${elsewhere}` : '';
      out(`${style.bold(word)}\n${wrap(`${means}${others}`, columns - 2).replaceAll(/^/gm, '  ')}`);
    }
    return 0;
  },
};

/** The table of the page, in its order. */
export function glossaryRows(): GlossaryRow[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --- ') && !line.startsWith('| word here '))
    .map((line) => line.slice(1, -1).split('|'))
    .map(([word = '', means = '', elsewhere = '']) => ({
      word: word.trim(),
      means: plain(means),
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
    rows.flatMap((row) => row.word.split(', ')),
  );
  const hint = near ? tell(near) : '; `cupola glossary` lists them';
  return new InputError([{ code: 'unknown-word', path: '', said: plainly(`no word "${word}"${hint}`) }]);
}
