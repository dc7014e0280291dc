import * as z from 'zod';
import { InputError } from '../flow/problems.ts';
import type { Repeat } from '../flow/repeat.ts';
import { type Said, said } from '../flow/said.ts';

/** An answer that was read with its record; of a report the record alone. */
export interface ReadAnswer {
  repeat: Repeat;
  /** Absent: the file is a report, which tells its hash only. */
  answer?: object & { repeat: Repeat };
}

/** Before its record, in a report. */
export const RECORD_BEGIN = '<pre class="record">';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const record = z.object({
  answerSha256: hash,
  version: z.string(),
  catalogHash: z.string(),
  engine: z.string(),
  words: z.array(z.string()).min(2),
  language: z.string(),
  files: z
    .array(
      z.object({
        name: z.string(),
        element: z.string().optional(),
        sizeBytes: z.number(),
        sha256: hash,
        text: z.string().optional(),
      }),
    )
    .min(1),
  isCutShort: z.literal(true).optional(),
});

/**
 * Reads an answer as `--json` prints it, or the record of a report.
 *
 * @param text of the file
 * @throws InputError for what is no answer, is cut off, or carries no record
 */
export function readRepeat(text: string, file: string): ReadAnswer {
  const bad = (why: Said) => new InputError([{ code: 'no-result', file, path: '', said: why }]);
  const begun = text.trimStart();
  if (begun.startsWith('<')) {
    const at = begun.indexOf(RECORD_BEGIN);
    const end = begun.indexOf('</pre>', at);
    if (at < 0 || end < 0) throw bad(isWholePage(begun) ? said('verify.no-result') : cutOff(text));
    return { repeat: recordOf(JSON.parse(unescaped(begun.slice(at + RECORD_BEGIN.length, end))), bad) };
  }
  const value = parsed(text);
  if (value === undefined)
    throw bad(begun.startsWith('{') && !begun.trimEnd().endsWith('}') ? cutOff(text) : said('verify.no-result'));
  if (!isRecord(value)) throw bad(said('verify.no-result'));
  const { repeat, version } = value;
  if (repeat === undefined)
    throw bad(typeof version === 'string' ? said('verify.no-record', { version }) : said('verify.no-result'));
  const read = recordOf(repeat, bad);
  return { repeat: read, answer: { ...value, repeat: read } };
}

function recordOf(value: unknown, bad: (why: Said) => InputError): Repeat {
  const { data, error } = record.safeParse(value);
  if (data) return data;
  const [{ path, message }] = error.issues as [z.core.$ZodIssue];
  throw bad(said('verify.wrong-record', { fault: `repeat.${path.join('.')}: ${message}` }));
}

function cutOff(text: string): Said {
  return said('verify.truncated', { size: new TextEncoder().encode(text).length });
}

function isWholePage(text: string): boolean {
  return /<\/html>\s*$/.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a page writes for characters that mean something in it. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
