import { SaxesParser } from 'saxes';
import { type Said, said } from '../flow/said.ts';
import { jsonFault } from './json-fault.ts';
import type { OmmRecord } from './omm.ts';

/** What was wrong with the file as a whole, and where. */
export class OmmFormatError extends Error {
  readonly said: Said;
  readonly place: { line?: number; column?: number };

  constructor(sentence: Said, place: { line?: number; column?: number } = {}) {
    super(sentence.code);
    this.said = sentence;
    this.name = 'OmmFormatError';
    this.place = place;
  }
}

/** Messages of a JSON file: one object, or an array of them. @throws OmmFormatError where the text is no such JSON */
export function ommFromJson(text: string): OmmRecord[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new OmmFormatError(said('elements.json'), jsonFault(text));
  }
  const list = Array.isArray(value) ? value : [value];
  const lines = objectLines(text, Array.isArray(value) ? 1 : 0);
  return list.map((fields, k) => {
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      throw new OmmFormatError(said('elements.json-entry', { k: k + 1 }));
    }
    return { fields: fields as Record<string, unknown>, line: lines[k] };
  });
}

/**
 * Messages of a CSV file: a line of CCSDS keywords, then one message a line. Cells are apart by what stands between the keywords: comma, semicolon
 * or tab; with the last two a number may have a decimal comma, as spreadsheets of many countries write it.
 *
 * @throws OmmFormatError on a broken table
 */
export function ommFromCsv(text: string): OmmRecord[] {
  const { table, separator } = csvTable(text);
  const rows = csvRows(table, separator);
  const plain = (cell: string) =>
    separator !== ',' && /^[+-]?\d*,\d+(e[+-]?\d+)?$|^\d{4}-[\d-]+[T ][\d:]+,\d+Z?$/i.test(cell.trim())
      ? cell.replace(',', '.')
      : cell;
  const head = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  return rows.slice(1).map(({ cells, line }) => {
    if (cells.length !== head.length) {
      throw new OmmFormatError(said('elements.csv-cells', { count: cells.length, head: head.length }), { line });
    }
    return { fields: Object.fromEntries(cells.map((cell, k) => [head[k], plain(cell)])), line };
  });
}

/**
 * Messages of an XML file (NDM or single OMM). Strict: the text must be well formed, a document type and its entities are refused.
 * @throws OmmFormatError at the first fault
 */
export function ommFromXml(text: string): OmmRecord[] {
  const records: OmmRecord[] = [];
  const parser = new SaxesParser();
  let current: OmmRecord | null = null;
  let content = '';
  let parameter = '';
  let depth = 0;
  parser.on('error', (error) => {
    throw new OmmFormatError(said('elements.xml', { message: error.message.replace(/^\d+:\d+: /, '') }), {
      line: parser.line,
    });
  });
  parser.on('doctype', () => {
    throw new OmmFormatError(said('elements.doctype'), { line: parser.line });
  });
  parser.on('opentag', (tag) => {
    if (++depth > 32) throw new OmmFormatError(said('elements.nested'), { line: parser.line });
    content = '';
    parameter = String(tag.attributes.parameter ?? '');
    if (localName(tag.name) === 'omm') current = { fields: {}, line: parser.line };
  });
  parser.on('text', (part) => {
    content += part;
  });
  parser.on('cdata', (part) => {
    content += part;
  });
  parser.on('closetag', (tag) => {
    depth--;
    const name = localName(tag.name);
    if (name === 'omm' && current) {
      records.push(current);
      current = null;
    } else if (current && name === 'USER_DEFINED') current.fields[parameter] = content.trim();
    else if (current && /^[A-Z][A-Z0-9_]*$/.test(name)) current.fields[name] = content.trim();
    content = '';
  });
  parser.write(text).close();
  return records;
}

const KVN_LINE = /^\s*([A-Z0-9_]+)\s*=\s*(.*?)\s*(?:\[[^\]]*\])?\s*$/s;

/** Messages in key-value notation, each from its `CCSDS_OMM_VERS` on; units in brackets are those of the standard. @throws OmmFormatError on a line that is no assignment */
export function ommFromKvn(text: string): OmmRecord[] {
  const records: OmmRecord[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, i) => {
    if (raw.trim() === '' || /^\s*COMMENT\b/.test(raw)) return;
    const [, key, value] = KVN_LINE.exec(raw) ?? [];
    if (key === 'CCSDS_OMM_VERS') records.push({ fields: {}, line: i + 1 });
    const record = records.at(-1);
    if (key === undefined || !record)
      throw new OmmFormatError(said('elements.assignment', { given: raw.trim().slice(0, 60) }), { line: i + 1 });
    record.fields[key.replace(/^USER_DEFINED_/, '')] = value;
  });
  return records;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Lines on which the objects at a nesting depth begin; the text is known to be valid JSON. */
function objectLines(text: string, wanted: number): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') line++;
    else if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{' || c === '[') {
      if (depth === wanted && c === '{') lines.push(line);
      depth++;
    } else if (c === '}' || c === ']') depth--;
  }
  return lines;
}

/**
 * The keywords of a table and what stands between them. A first line `sep=;`, as Excel writes it, is blanked, so that lines keep their numbers.
 * @returns separator a comma where the first line has none of them
 */
export function csvTable(text: string): { table: string; separator: string; head: string[] } {
  const [, stated, rest] = /^sep=(.)(\r?\n[\s\S]*)$/i.exec(text) ?? [];
  const table = rest ?? text;
  const first = /^\s*(.*)/.exec(table.slice(0, 4096))![1];
  const separator = stated ?? [',', ';', '\t'].find((each) => first.includes(each)) ?? ',';
  const head = first.split(separator).map((word) => word.trim().replace(/^"(.*)"$/, '$1'));
  return { table, separator, head };
}

/** Rows of separated text with quotes doubled inside quotes; blank lines are passed over. */
function csvRows(text: string, separator: string): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
  const isOldMac = !text.includes('\n');
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let from = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') rows.push({ cells, line: from });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = isOldMac && text[i] === '\r' ? '\n' : text[i];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') {
      endRow();
      from = line;
    } else if (c !== '\r') cell += c;
  }
  if (quoted) throw new OmmFormatError(said('elements.csv-quote'), { line: from });
  endRow();
  return rows;
}
