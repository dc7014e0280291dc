import { InputError, type Problem } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';

const MAX_ROWS = 100_000;

/** A design matrix: names of the columns and, by row, what stands in each. */
export interface DesignMatrix {
  /** As the study names it. */
  file: string;
  columns: string[];
  rows: (number | string)[][];
  /** By row: its line in the file, from 1. */
  lines: number[];
}

/**
 * Reads a CSV file: a line of names, then one design point a line. Words that are numbers become numbers.
 *
 * @throws InputError for ragged lines, repeated names, empty cells, open quotes and too many lines, each with its line
 */
export function readDesignMatrix(text: string, file: string): DesignMatrix {
  const problems: Problem[] = [];
  const complain = (line: number, sentence: Said) =>
    void problems.push({ code: 'design-matrix', file, line, column: 1, path: '', said: sentence });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cells = lines.map((line, i) => ({ line: i + 1, ...splitLine(line) })).filter(({ words }) => words.length > 0);
  const [head, ...body] = cells;
  if (!head) throw new InputError([{ code: 'design-matrix', file, path: '', said: said('matrix.empty') }]);
  const columns = head.words;
  columns.forEach((name, i) => {
    if (columns.indexOf(name) !== i) complain(head.line, said('matrix.twice', { name }));
  });
  if (body.length === 0) complain(head.line, said('matrix.no-points'));
  if (body.length > MAX_ROWS) complain(body[MAX_ROWS].line, said('matrix.too-many', { limit: MAX_ROWS }));
  if (head.isBroken) complain(head.line, said('matrix.quote'));
  for (const { line, words, isBroken } of body.slice(0, MAX_ROWS)) {
    if (isBroken) complain(line, said('matrix.quote'));
    else if (words.length !== columns.length)
      complain(line, said('matrix.cells', { count: words.length, expected: columns.length }));
    else if (words.includes('')) complain(line, said('matrix.empty-cell', { column: columns[words.indexOf('')] }));
  }
  if (problems.length > 0) throw new InputError(problems.slice(0, 100));
  return { file, columns, rows: body.map(({ words }) => words.map(cellValue)), lines: body.map(({ line }) => line) };
}

function cellValue(word: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : word;
}

/** Cells of one line; a quoted cell may hold commas and doubled quotes. Broken where a quote is out of place. */
function splitLine(line: string): { words: string[]; isBroken: boolean } {
  const words: string[] = [];
  if (line.trim() === '') return { words, isBroken: false };
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*(,|$)/y;
  for (let more = true; more; ) {
    const found = cell.exec(line);
    if (!found) return { words: [line], isBroken: true };
    words.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2].trim());
    more = found[3] === ',';
  }
  return { words, isBroken: false };
}
