import { InputError, type Problem } from '../../flow/problems.ts';

const MAX_ROWS = 100_000;
const QUOTE_WORDS = 'has a quote that is not closed, or that stands within a cell';

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
  const complain = (line: number, message: string) =>
    void problems.push({ code: 'design-matrix', file, line, column: 1, path: '', message });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cells = lines.map((line, i) => ({ line: i + 1, ...splitLine(line) })).filter(({ words }) => words.length > 0);
  const [head, ...body] = cells;
  if (!head) throw new InputError([{ code: 'design-matrix', file, path: '', message: 'is empty' }]);
  const columns = head.words;
  columns.forEach((name, i) => {
    if (columns.indexOf(name) !== i) complain(head.line, `column "${name}" is there twice`);
  });
  if (body.length === 0) complain(head.line, 'has a line of names but no design point');
  if (body.length > MAX_ROWS) complain(body[MAX_ROWS]!.line, `more than ${MAX_ROWS} design points`);
  if (head.isBroken) complain(head.line, QUOTE_WORDS);
  for (const { line, words, isBroken } of body.slice(0, MAX_ROWS)) {
    if (isBroken) complain(line, QUOTE_WORDS);
    else if (words.length !== columns.length) complain(line, `has ${words.length} cells, expected ${columns.length}`);
    else if (words.includes('')) complain(line, `"${columns[words.indexOf('')]}" is empty`);
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
    words.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2]!.trim());
    more = found[3] === ',';
  }
  return { words, isBroken: false };
}
