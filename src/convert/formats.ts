/** Formats of mean elements, then of positions over time. */
export const ELEMENT_FORMATS = ['tle', '3le', 'json', 'csv', 'xml', 'kvn'] as const;
export const MOVING_FORMATS = ['oem', 'stk', 'czml', 'kml', 'geojson'] as const;
export type ElementNotation = (typeof ELEMENT_FORMATS)[number];
export type MovingFormat = (typeof MOVING_FORMATS)[number];
export type ConvertFormat = ElementNotation | MovingFormat;

/** Every format that orbits are written in. */
export const CONVERT_FORMATS: readonly ConvertFormat[] = [...ELEMENT_FORMATS, ...MOVING_FORMATS];

/** Formats by the ending of a file, without the dot. */
const BY_ENDING: Record<string, ConvertFormat> = {
  tle: 'tle',
  txt: 'tle',
  '3le': '3le',
  json: 'json',
  csv: 'csv',
  xml: 'xml',
  kvn: 'kvn',
  omm: 'kvn',
  oem: 'oem',
  e: 'stk',
  czml: 'czml',
  kml: 'kml',
  geojson: 'geojson',
};

/** Format of a file by its ending. */
export function formatOfEnding(ending: string): ConvertFormat | undefined {
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
}

/** Ending of a file in a format, without the dot. */
export function endingOf(format: ConvertFormat): string {
  return format === 'stk' ? 'e' : format;
}

/** Whether a format holds mean elements, letter for letter, and nothing that moves. */
export function isElementNotation(format: ConvertFormat): format is ElementNotation {
  return ELEMENT_FORMATS.some((each) => each === format);
}
