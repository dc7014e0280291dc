import { type ElementFormat, elementFormat } from './element-file.ts';

/** What each satellite has once in a file of its format. */
const ONCE: Record<ElementFormat, RegExp> = {
  tle: /^\uFEFF?1 .{39,}$/gm,
  'omm-json': /"MEAN_MOTION"\s*:/g,
  'omm-csv': /^(?!sep=.$).*\S.*$/gim,
  'omm-kvn': /^\s*CCSDS_OMM_VERS\s*=/gm,
  'omm-xml': /<(?:[\w.-]+:)?omm[\s>]/g,
};

/**
 * Satellites of a file of orbital elements, counted without reading them: sets that turn out to be faulty count too.
 *
 * @param text two-line elements, or orbit mean-elements messages in JSON, CSV, XML or key-value notation
 */
export function elementCount(text: string): number {
  const format = elementFormat(text);
  const found = text.match(ONCE[format])?.length ?? 0;
  return format === 'omm-csv' ? Math.max(0, found - 1) : found;
}
