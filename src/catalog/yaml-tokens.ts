import { Lexer } from 'yaml';
import { InputError } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import type { YamlLimits } from './yaml-document.ts';

/** Marks that the lexer sets before a scalar, a document and after a broken flow collection: no part of the text. */
const SCALAR_MARK = '\x1f';
const MARKS = new Set([SCALAR_MARK, '\x02', '\x18']);

/** Anchors and tags; a scenario needs none, a few are taken. */
const MAX_PROPERTIES = 1000;
const MAX_DOCUMENTS = 2;

/** A value takes a few tokens: key, colon, space, scalar, line end. */
const TOKENS_PER_NODE = 10;

/**
 * Refuses a text that would cost the parser too much: it builds its whole tree before anything can be counted there. Reads
 * tokens only, one after the other, and stops at the first that goes too far.
 *
 * @throws InputError nesting in brackets or of `- - -` on one line beyond the limit, too many
 *   aliases, anchors, documents or values, with the line
 */
export function checkTokens(text: string, file: string, limits: YamlLimits): void {
  let tokens = 0;
  let line = 1;
  let brackets = 0;
  let indicators = 0;
  let aliases = 0;
  let properties = 0;
  let documents = 0;
  let isScalar = false;
  const fail = (code: string, sentence: Said) => {
    throw new InputError([{ code, file, line, column: 1, path: '', said: sentence }]);
  };
  for (const token of new Lexer().lex(text)) {
    if (++tokens > limits.maxNodes * TOKENS_PER_NODE)
      fail('too-many-nodes', said('problem.too-many-nodes', { limit: limits.maxNodes }));
    if (MARKS.has(token)) {
      isScalar = token === SCALAR_MARK;
      continue;
    }
    if (isScalar) {
      isScalar = false;
      indicators = 0;
    } else if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else if (token === '-' || token === '?' || token === ':') indicators++;
    else if (token.startsWith('*')) aliases++;
    else if (token.startsWith('&') || token.startsWith('!')) properties++;
    else if (token.startsWith('---') || token.startsWith('%')) documents++;
    else if (!token.startsWith(' ')) indicators = 0;
    if (aliases > limits.maxAliases)
      fail('too-many-aliases', said('problem.too-many-aliases', { limit: limits.maxAliases }));
    if (properties > MAX_PROPERTIES)
      fail('too-many-anchors', said('problem.too-many-anchors', { limit: MAX_PROPERTIES }));
    if (documents > MAX_DOCUMENTS) fail('too-many-documents', said('problem.one-document'));
    if (brackets > limits.maxDepth || indicators > 2 * limits.maxDepth)
      fail('too-deep', said('problem.too-deep', { limit: limits.maxDepth }));
    line += newlinesIn(token);
  }
}

function newlinesIn(token: string): number {
  let count = 0;
  for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) count++;
  return count;
}
