import { InputError, type Problem } from '../../flow/problems.ts';

const MAX_ROWS = 100_000;

/** A design matrix: names of the columns and, by row, what stands in each. */
export interface DesignMatrix {
  columns: string[];
  rows: (number | string)[][];
}

/**
 * Reads a CSV file: a line of names, then one design point a line. Words that are numbers become numbers.
 *
 * @throws InputError for ragged lines, repeated names, empty cells and too many lines, each with its line
 */
export function readDesignMatrix(text: string, file: string): DesignMatrix {
  const problems: Problem[] = [];
  const complain = (line: number, message: string) =>
    void problems.push({ code: 'design-matrix', file, line, column: 1, path: '', message });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cells = lines
    .map((line, i) => ({ line: i + 1, words: splitLine(line) }))
    .filter(({ words }) => words.length > 0);
  const [head, ...body] = cells;
  if (!head) throw new InputError([{ code: 'design-matrix', file, path: '', message: 'is empty' }]);
  const columns = head.words;
  columns.forEach((name, i) => {
    if (columns.indexOf(name) !== i) complain(head.line, `column "${name}" is there twice`);
  });
  if (body.length === 0) complain(head.line, 'has a line of names but no design point');
  if (body.length > MAX_ROWS) complain(body[MAX_ROWS]!.line, `more than ${MAX_ROWS} design points`);
  for (const { line, words } of body.slice(0, MAX_ROWS)) {
    if (words.length !== columns.length) complain(line, `has ${words.length} cells, expected ${columns.length}`);
    else if (words.includes('')) complain(line, `"${columns[words.indexOf('')]}" is empty`);
  }
  if (problems.length > 0) throw new InputError(problems.slice(0, 100));
  return { columns, rows: body.map(({ words }) => words.map(cellValue)) };
}

function cellValue(word: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : word;
}

/** Cells of one line; a quoted cell may hold commas and doubled quotes. */
function splitLine(line: string): string[] {
  if (line.trim() === '') return [];
  const words: string[] = [];
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(,|$)/y;
  for (let more = true; more; ) {
    const found = cell.exec(line);
    if (!found) return [...words, line.slice(cell.lastIndex)];
    words.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2]!.trim());
    more = found[3] === ',';
  }
  return words;
}
