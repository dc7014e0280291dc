/** How words are marked on a terminal; the plain style marks nothing. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

const same = (text: string) => text;
export const plainStyle: Style = { bold: same, dim: same, good: same, bad: same, accent: same };

const code = (open: number, close: number) => (text: string) => `\x1b[${open}m${text}\x1b[${close}m`;
export const colorStyle: Style = {
  bold: code(1, 22),
  dim: code(2, 22),
  good: code(32, 39),
  bad: code(31, 39),
  accent: code(36, 39),
};

export type Align = 'left' | 'right' | 'center';

/** A small table without frames: head dimmed, then rows as {@link alignedRows} sets them. */
export function table(head: string[], rows: string[][], aligns: Align[], style: Style, indent = 2): string {
  return alignedRows([head.map((text) => style.dim(text)), ...rows], aligns, indent);
}

/** As {@link table}, with the last column broken into lines so that no row is wider than `width`, as far as the others leave room. */
export function wrappedTable(head: string[], rows: string[][], width: number, style: Style, indent = 2): string {
  const widest = (column: number) => Math.max(...[head, ...rows].map((row) => visibleLength(row[column] ?? '')));
  const last = head.length - 1;
  const taken = head.slice(0, last).reduce((sum, _, column) => sum + widest(column) + 2, indent);
  const broken = rows.flatMap((row) =>
    wrap(row[last] ?? '', Math.max(LEAST_WRAPPED, width - taken))
      .split('\n')
      .map((line, i) => [...row.slice(0, last).map((cell) => (i === 0 ? cell : '')), line]),
  );
  return table(head, broken, [], style, indent);
}

/** The last column of a wrapped table is never narrower. */
const LEAST_WRAPPED = 24;

/**
 * Rows of words as aligned columns, two spaces apart; nothing trails.
 *
 * @param aligns by column; text left, numbers right; left where none is given
 */
export function alignedRows(
  rows: readonly (readonly string[])[],
  aligns: readonly (Align | undefined)[],
  indent = 2,
): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => visibleLength(row[c] ?? ''))));
  return rows
    .map((row) => {
      const cells = widths.map((width, c) => pad(row[c] ?? '', width, aligns[c] ?? 'left'));
      return (' '.repeat(indent) + cells.join('  ')).trimEnd();
    })
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the colour style begin with one
const MARK = /\x1b\[\d+m/g;

/** Characters of a text as they stand on the screen: without the marks of a style. */
function visibleLength(text: string): number {
  return Array.from(text.replace(MARK, '')).length;
}

function pad(text: string, width: number, align: Align): string {
  const space = width - visibleLength(text);
  const before = align === 'left' ? 0 : align === 'right' ? space : Math.floor(space / 2);
  return ' '.repeat(before) + text + ' '.repeat(space - before);
}

/** A heading line. */
export function heading(text: string, style: Style): string {
  return `\n${style.bold(text)}`;
}

/** Words broken into lines of at most `width` characters, each indented. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/)) {
    if (line && line.length + 1 + word.length > width - indent) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((each) => ' '.repeat(indent) + each).join('\n');
}
