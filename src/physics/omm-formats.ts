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

/** Messages of a CSV file: a line of CCSDS keywords, then one message a line. @throws OmmFormatError on a broken table */
export function ommFromCsv(text: string): OmmRecord[] {
  const rows = csvRows(text);
  const head = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  return rows.slice(1).map(({ cells, line }) => {
    if (cells.length !== head.length) {
      throw new OmmFormatError(said('elements.csv-cells', { count: cells.length, head: head.length }), { line });
    }
    return { fields: Object.fromEntries(cells.map((cell, k) => [head[k], cell])), line };
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
    } else if (current && /^[A-Z][A-Z0-9_]*$/.test(name)) current.fields[name] = content.trim();
    content = '';
  });
  parser.write(text).close();
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

/** Rows of comma-separated text with quotes doubled inside quotes; blank lines are passed over. */
function csvRows(text: string): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
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
    const c = text[i];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') {
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
