import { escapeText } from '../svg/svg.ts';

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

/** A table: numbers right, words left. The caption says what it holds. */
export function dataTable(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  const isNumber = head.map((_, c) => rows.length > 0 && rows.every((row) => looksNumeric(row[c]!)));
  const mark = (c: number) => (isNumber[c] ? new Markup(' class="number"') : new Markup(''));
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map(
    (name, c) => html`<th scope="col"${mark(c)}>${name}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, c) => html`<td${mark(c)}>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function looksNumeric(cell: Cell): boolean {
  return (
    typeof cell === 'number' ||
    (typeof cell === 'string' && /^([-+~]?\$?[\d.,]+( ?[%\w]+)*( to \$?[\d.,]+( [%\w]+)*)?|-|)$/.test(cell))
  );
}
