import { said } from '../flow/said.ts';
import { type ElementFile, MAX_ELEMENT_TEXT_LENGTH, refusedFile } from './element-problem.ts';
import { satellitesFromOmm } from './omm.ts';
import { OmmFormatError, ommFromCsv, ommFromJson, ommFromXml } from './omm-formats.ts';
import { parseTle } from './tle.ts';

/** How orbital elements are written down. */
export type ElementFormat = 'tle' | 'omm-json' | 'omm-csv' | 'omm-xml';

/** Format of a text by how it begins: JSON, XML, a CSV header of CCSDS keywords; anything else is two-line elements. */
export function elementFormat(text: string): ElementFormat {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'omm-json';
  if (start.startsWith('<')) return 'omm-xml';
  const header = start.split(/\r?\n/, 1)[0];
  return header.includes(',') && /\b(MEAN_MOTION|NORAD_CAT_ID|OBJECT_NAME)\b/.test(header) ? 'omm-csv' : 'tle';
}

/**
 * Reads published satellites: two-line elements, or CCSDS orbit mean-elements messages in JSON, CSV or XML.
 *
 * Every problem is told with its line and no set is dropped in silence; the caller decides whether to go on with the good ones.
 */
export function parseElements(text: string, format: ElementFormat = elementFormat(text)): ElementFile {
  if (text.length > MAX_ELEMENT_TEXT_LENGTH) {
    return refusedFile(
      'too-long',
      said('problem.file-too-long', { count: text.length, limit: MAX_ELEMENT_TEXT_LENGTH }),
    );
  }
  if (format === 'tle') return parseTle(text);
  const clean = text.replace(/^\uFEFF/, '');
  try {
    const read = { 'omm-json': ommFromJson, 'omm-csv': ommFromCsv, 'omm-xml': ommFromXml }[format];
    return satellitesFromOmm(read(clean));
  } catch (error) {
    if (error instanceof OmmFormatError) return refusedFile('omm-format', error.said, error.place);
    throw error;
  }
}
