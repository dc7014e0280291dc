import { escapeText } from '../../figures/escape-text.ts';

/** Markup that is safe to put into a page. Made by {@link html}; text never becomes markup by accident. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** Markup from a template: words and numbers are escaped, markup is taken as it is, nothing stands for null and false. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, each, i) => text + textOf(parts[i - 1]) + each));
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return escapeText(String(part));
}

export type Cell = Markup | string | number;

/** Tables up to this length stay on one page of paper. */
const MOST_KEPT_ROWS = 12;

/** A table: numbers right, words left; a column in which nothing stands is left out. The caption says what it holds. */
export function dataTable(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  const columns = [...head.keys()].filter((c) => rows.length === 0 || rows.some((row) => row[c] !== ''));
  const isNumber = head.map((_, c) => rows.length > 0 && rows.every((row) => looksNumeric(row[c])));
  const mark = (c: number) => isNumber[c] && new Markup(' class="number"');
  const body = rows.map((row) => html`<tr>${columns.map((c) => html`<td${mark(c)}>${joinedCell(row[c])}</td>`)}</tr>`);
  return html`<div class="scroll${rows.length <= MOST_KEPT_ROWS && ' kept'}"><table><caption><span>${joined(caption)}</span></caption><thead><tr>${columns.map(
    (c) => html`<th scope="col"${mark(c)}>${head[c]}</th>`,
  )}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Words in which no line breaks between a number and its unit. */
export function joined(text: string): string {
  return text.replace(/(\d) (%|k?m|m?s|min|years?|billion|million|trillion|points)(?![\w])/g, '$1\u00a0$2');
}

/** As {@link joined}; a range of numbers stays on one line too. */
function joinedCell(cell: Cell): Cell {
  return typeof cell === 'string'
    ? joined(cell).replace(/(?<=^\$?[\d.,]+(?:\u00a0\w+)?) to (?=[^ ]+$)/, '\u00a0to\u00a0')
    : cell;
}

/** A number with its unit, a range, either with a word in brackets; or nothing. */
const NUMERIC = /^([-+~]?\$?\d[\d.,]*( [%\w]+)*( to [-+]?\$?\d[\d.,]*( [%\w]+)*)?( \([^()]*\))?|-|)$/;

function looksNumeric(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && NUMERIC.test(cell));
}
