import { said } from '../flow/said.ts';
import type { ElementProblem } from './element-problem.ts';
import { MAX_ELEMENT_TEXT_LENGTH, type ParsedElements, refusedFile } from './element-problem.ts';
import type { MeanElements } from './mean-elements.ts';
import { meanOfRecord, satellitesFromOmm } from './omm.ts';
import { csvTable, OmmFormatError, ommFromCsv, ommFromJson, ommFromKvn, ommFromXml } from './omm-formats.ts';
import { serverReply } from './server-reply.ts';
import { meansOfTle, parseTle } from './tle.ts';

/** How orbital elements are written down. */
export type ElementFormat = 'tle' | 'omm-json' | 'omm-csv' | 'omm-xml' | 'omm-kvn';

/** Format of a text by how it begins: JSON, XML, a CSV header of CCSDS keywords, key-value notation; anything else is two-line elements. */
export function elementFormat(text: string): ElementFormat {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^[12]\s[^,;\t]{60}/m.test(start)) return 'tle'; // whatever its first name begins with; a row of a table is none
  if (start.startsWith('{') || start.startsWith('[')) return 'omm-json';
  if (start.startsWith('<')) return 'omm-xml';
  if (/^CCSDS_OMM_VERS\s*=/m.test(start)) return 'omm-kvn';
  const { head } = csvTable(start);
  const isTable = head.length > 1 && head.some((word) => /^(MEAN_MOTION|NORAD_CAT_ID|OBJECT_NAME)$/.test(word));
  return isTable ? 'omm-csv' : 'tle';
}

const READERS = { 'omm-json': ommFromJson, 'omm-csv': ommFromCsv, 'omm-xml': ommFromXml, 'omm-kvn': ommFromKvn };

/**
 * Reads published satellites: two-line elements, or CCSDS orbit mean-elements messages in JSON, CSV, XML or key-value notation.
 *
 * Every problem is told with its line and no set is dropped in silence; the caller decides whether to go on with the good ones.
 */
export function parseElements(text: string, format: ElementFormat = elementFormat(text)): ParsedElements {
  if (text.length > MAX_ELEMENT_TEXT_LENGTH) {
    return refusedFile(
      'too-long',
      said('problem.file-too-long', { count: text.length, limit: MAX_ELEMENT_TEXT_LENGTH }),
    );
  }
  const reply = serverReply(text);
  if (reply) return refusedFile('server-reply', reply);
  if (format === 'tle') return parseTle(text);
  const clean = text.replace(/^\uFEFF/, '');
  try {
    const read = READERS[format];
    return satellitesFromOmm(read(clean));
  } catch (error) {
    if (error instanceof OmmFormatError) return refusedFile('omm-format', error.said, error.place);
    throw error;
  }
}

/** The elements of a file as they stand there, not made ready for SGP4, which may refuse some; problems as in {@link parseElements}. */
export function readMeans(text: string): { means: MeanElements[]; problems: ElementProblem[] } {
  const fault = (file: ParsedElements) => ({ means: [], problems: file.problems });
  if (text.length > MAX_ELEMENT_TEXT_LENGTH) {
    const sentence = said('problem.file-too-long', { count: text.length, limit: MAX_ELEMENT_TEXT_LENGTH });
    return fault(refusedFile('too-long', sentence));
  }
  const reply = serverReply(text);
  if (reply) return fault(refusedFile('server-reply', reply));
  const format = elementFormat(text);
  if (format === 'tle') return meansOfTle(text);
  try {
    const records = READERS[format](text.replace(/^\uFEFF/, ''));
    if (records.length === 0) return fault(refusedFile('no-elements', said('elements.empty')));
    const problems: ElementProblem[] = [];
    return { means: records.flatMap((record) => meanOfRecord(record, problems) ?? []), problems };
  } catch (error) {
    if (error instanceof OmmFormatError) return fault(refusedFile('omm-format', error.said, error.place));
    throw error;
  }
}
