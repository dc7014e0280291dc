import type { Catalog } from '../catalog/entry.ts';
import { searchableNames, searchCatalog } from '../catalog/search.ts';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { tell } from '../words/words.ts';
import type { CommandContext } from './command.ts';

/** `cupola catalog search`: entries, partners and sources that hold the words. */
export async function showFound(catalog: Catalog, words: readonly string[], context: CommandContext): Promise<number> {
  if (words.length === 0)
    throw new InputError([
      { code: 'missing', path: 'words', said: plainly('are missing: what to look for, such as starlink') },
    ]);
  const found = searchCatalog(catalog, words);
  if (found.length === 0) {
    const { suggestion } = await import('../catalog/suggestion.ts');
    const word = words.join(' ');
    const near = suggestion(words.join('-'), searchableNames(catalog));
    const message = `nothing in the catalog holds "${word}"${near ? tell(near) : ';'} \`cupola catalog list\` names all entries`;
    throw new InputError([{ code: 'nothing-found', path: '', said: plainly(message) }]);
  }
  if (context.options.json) {
    context.out(JSON.stringify(found, null, 2));
    return 0;
  }
  const { alignedRows } = await import('../report/text.ts');
  const rows = found.map(({ kind, id, name }) => [kind, id, name]);
  context.out(alignedRows([['what', '', ''], ...rows], ['left', 'left', 'left']));
  context.out(`\n\`${found[0]!.command}\` shows the first.`);
  return 0;
}
