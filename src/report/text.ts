import Table from 'cli-table3';

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

/**
 * A small table without frames: head dimmed, two spaces between columns.
 *
 * @param aligns by column; text left, numbers right
 */
export function table(head: string[], rows: string[][], aligns: Align[], style: Style, indent = 2): string {
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: ' '.repeat(indent),
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  };
  const made = new Table({
    head: head.map((text) => style.dim(text)),
    chars: none,
    colAligns: aligns,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  made.push(...rows);
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A heading line. */
export function heading(text: string, style: Style): string {
  return `\n${style.bold(text)}`;
}

/** Words broken into lines of at most `width` characters, each indented. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > width - indent) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((each) => ' '.repeat(indent) + each).join('\n');
}
