import type { Catalog } from '../catalog/entry.ts';
import { searchableNames, searchCatalog } from '../catalog/search.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { nameIn, say } from '../words/words.ts';
import type { CommandContext } from './command.ts';

/** `cupola catalog search`: entries, partners and sources that hold the words. */
export async function showFound(catalog: Catalog, words: readonly string[], context: CommandContext): Promise<number> {
  if (words.length === 0) throw new InputError([{ code: 'missing', path: 'words', said: said('catalog.no-words') }]);
  const found = searchCatalog(catalog, words, nameIn);
  if (found.length === 0) {
    const { suggestion } = await import('../catalog/suggestion.ts');
    const word = words.join(' ');
    const near = suggestion(words.join('-'), searchableNames(catalog));
    const sentence = said('catalog.nothing', { word, hint: near || said('problem.semicolon') });
    throw new InputError([{ code: 'nothing-found', path: '', said: sentence }]);
  }
  if (context.options.json) {
    context.out(JSON.stringify(found, null, 2));
    return 0;
  }
  const { alignedRows } = await import('../report/text.ts');
  const rows = found.map(({ kind, id, name }) => [kind, id, nameIn(name)]);
  context.out(alignedRows([[say('catalog.what'), '', ''], ...rows], ['left', 'left', 'left']));
  context.out(`\n${say('catalog.shows-first', { command: found[0].command })}`);
  return 0;
}
