import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A cell of a workbook: a number, a text, or a formula. */
export type ReadCell =
  | { kind: 'number'; value: number }
  | { kind: 'text'; text: string }
  | { kind: 'formula'; formula: string };

/** The sheets of an .xlsx file by name, their cells by name such as `C5`. */
export function readWorkbook(bytes: Uint8Array): Map<string, Map<string, ReadCell>> {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name]);
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => unescaped(name));
  return new Map(names.map((name, i) => [name, cellsOf(text(`xl/worksheets/sheet${i + 1}.xml`), strings)]));
}

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) =>
    unescaped([...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part]) => part).join('')),
  );
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name]);
}

/** Also checks that the sheet is well-formed XML. */
function cellsOf(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let at = { name: '', type: '' };
  let tag = '';
  let content = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'c') at = { name: attributes.r as string, type: (attributes.t as string | undefined) ?? '' };
    tag = name;
    content = '';
  });
  parser.on('text', (part) => {
    content += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== tag) return;
    if (name === 'f') cells.set(at.name, { kind: 'formula', formula: content });
    if (name === 'v')
      cells.set(
        at.name,
        at.type === 's' ? { kind: 'text', text: strings[Number(content)] } : { kind: 'number', value: Number(content) },
      );
    tag = '';
  });
  parser.write(xml).close();
  return cells;
}

type Value = number | string;

/** Computes the formulas of a workbook: sums, products, powers, SUM, SUMPRODUCT, IF and equality, which is all that ours has. */
export function calculator(sheets: ReadonlyMap<string, ReadonlyMap<string, ReadCell>>) {
  const known = new Map<string, Value>();
  const cell = (sheet: string, name: string): Value => {
    const plain = name.replaceAll('$', '');
    const key = `${sheet}!${plain}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = sheets.get(sheet)?.get(plain);
    const value =
      found === undefined
        ? 0
        : found.kind === 'number'
          ? found.value
          : found.kind === 'text'
            ? found.text
            : compute(sheet, found.formula);
    known.set(key, value);
    return value;
  };
  const range = (sheet: string, from: string, to: string): number[] => {
    const [a, b] = [from, to].map((name) => /^([A-Z]+)(\d+)$/.exec(name.replaceAll('$', ''))!);
    const values: number[] = [];
    for (let row = Number(a[2]); row <= Number(b[2]); row++)
      for (let column = columnOf(a[1]); column <= columnOf(b[1]); column++)
        values.push(Number(cell(sheet, `${lettersOf(column)}${row}`)));
    return values;
  };
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const sumproduct = (a: number[], b: number[]) => sum(a.map((value, i) => value * b[i]));
  const compute = (own: string, formula: string): Value => {
    const script = formula.replaceAll(
      /(?:'([^']+)'!)?(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?|"[^"]*"|(\^)|(=)|SUMPRODUCT|SUM|IF/g,
      (whole, sheet = own, from, to, power, equals) => {
        if (to) return `range(${JSON.stringify(sheet)},"${from}","${to}")`;
        if (from) return `cell(${JSON.stringify(sheet)},"${from}")`;
        if (power) return '**';
        if (equals) return '===';
        return whole === 'IF' ? 'choose' : whole.startsWith('"') ? whole : whole.toLowerCase();
      },
    );
    const choose = (test: boolean, then: Value, other: Value) => (test ? then : other);
    return new Function('cell', 'range', 'sum', 'sumproduct', 'choose', `return ${script}`)(
      cell,
      range,
      sum,
      sumproduct,
      choose,
    ) as Value;
  };
  return cell;
}

function columnOf(letters: string): number {
  return [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  return column > 26
    ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
