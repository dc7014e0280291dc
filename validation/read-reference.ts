/**
 * The rows of a reference table as records of strings, keyed by the first line.
 *
 * Comma-separated text with double quotes as in RFC 4180; empty lines and lines that start with `#` are left out.
 *
 * @throws RangeError if there is no row, a row has not as many fields as the heading, or a quote is not closed
 */
export function readReference(text: string): Record<string, string>[] {
  const lines = splitCsv(text).filter(
    (fields) => fields.length > 1 || (fields[0] !== '' && !fields[0].startsWith('#')),
  );
  const [heading, ...rows] = lines.filter((fields) => !fields[0].startsWith('#'));
  if (heading === undefined || rows.length === 0) throw new RangeError('reference table must have a heading and a row');
  return rows.map((fields, index) => {
    if (fields.length !== heading.length) {
      throw new RangeError(`reference row ${index + 1} must have ${heading.length} fields: ${fields.length}`);
    }
    return Object.fromEntries(heading.map((name, column) => [name, fields[column]]));
  });
}

/**
 * A field of a reference row as a number.
 *
 * @throws RangeError if the field is missing or is not a finite number
 */
export function numberIn(row: Record<string, string>, field: string): number {
  const text = row[field];
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`${field} must be a finite number: ${text}`);
  return value;
}

function splitCsv(text: string): string[][] {
  const lines: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      fields.push(field);
      field = '';
    } else if (c === '\n') {
      lines.push([...fields, field]);
      fields = [];
      field = '';
    } else if (c !== '\r') field += c;
  }
  if (quoted) throw new RangeError('reference table must close every quote');
  if (field !== '' || fields.length > 0) lines.push([...fields, field]);
  return lines;
}
