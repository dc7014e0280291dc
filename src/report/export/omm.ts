import { escapeText } from '../svg/svg.ts';
import { csvCell } from '../tables/csv.ts';

/** Mean elements of one satellite at its epoch, as SGP4 takes them. */
export interface MeanElements {
  name: string;
  /** Catalogue number; see {@link syntheticNumber}. */
  catalogNumber: number;
  epochUtc: string;
  meanMotionRevDay: number;
  ecc: number;
  inclinationDeg: number;
  raanDeg: number;
  argPericenterDeg: number;
  meanAnomalyDeg: number;
}

/** Synthetic satellites take numbers that every reader can hold (five characters, Alpha-5) as long as there are some. */
const ALPHA5_FIRST = 270_001;
const ALPHA5_LAST = 339_999;
const BEYOND = 700_000_000;

/** Catalogue number of a synthetic satellite, from 0: none that is in use. */
export function syntheticNumber(index: number): number {
  return ALPHA5_FIRST + index <= ALPHA5_LAST ? ALPHA5_FIRST + index : BEYOND + index;
}

/**
 * Mean elements as CCSDS orbit mean-elements messages: XML as the standard has it, or JSON and CSV with the same keywords as CelesTrak
 * writes them.
 *
 * @source ccsds-502-odm, sections 4 and 8
 */
export function ommText(list: readonly MeanElements[], format: 'json' | 'csv' | 'xml'): string {
  const messages = list.map(message);
  if (format === 'xml') return xmlText(messages, list[0]?.epochUtc ?? '');
  if (format === 'json') return `[\n${messages.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`;
  const head = Object.keys(messages[0] ?? message({} as MeanElements));
  const rows = messages.map((each) => Object.values(each).map(csvCell).join(','));
  return `${[head.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Keywords of each part of a message, in the order of the standard. */
const PARTS = {
  meanElements: /^(EPOCH|MEAN_MOTION|ECCENTRICITY|INCLINATION|RA_OF_ASC_NODE|ARG_OF_PERICENTER|MEAN_ANOMALY)$/,
  tleParameters:
    /^(EPHEMERIS_TYPE|CLASSIFICATION_TYPE|NORAD_CAT_ID|ELEMENT_SET_NO|REV_AT_EPOCH|BSTAR|MEAN_MOTION_D.*)$/,
};
const FRAME = { CENTER_NAME: 'EARTH', REF_FRAME: 'TEME', TIME_SYSTEM: 'UTC', MEAN_ELEMENT_THEORY: 'SGP4' };

function xmlText(messages: readonly ReturnType<typeof message>[], createdUtc: string): string {
  const tags = (fields: [string, string | number][]) =>
    fields.map(([key, value]) => `<${key}>${escapeText(String(value))}</${key}>`).join('');
  const header = tags([
    ['CREATION_DATE', epochWords(createdUtc)],
    ['ORIGINATOR', 'CUPOLA'],
  ]);
  const blocks = messages.map((each) => {
    const part = (keys: RegExp) => tags(Object.entries(each).filter(([key]) => keys.test(key)));
    const metadata = tags([['OBJECT_NAME', each.OBJECT_NAME], ['OBJECT_ID', each.OBJECT_ID], ...Object.entries(FRAME)]);
    const data = `<meanElements>${part(PARTS.meanElements)}</meanElements><tleParameters>${part(PARTS.tleParameters)}</tleParameters>`;
    const segment = `<segment><metadata>${metadata}</metadata><data>${data}</data></segment>`;
    return `<omm id="CCSDS_OMM_VERS" version="2.0"><header>${header}</header><body>${segment}</body></omm>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ndm>\n${blocks.join('\n')}\n</ndm>\n`;
}

function message(elements: MeanElements) {
  const digits = (value: number, count: number) => Number((value ?? 0).toFixed(count));
  return {
    OBJECT_NAME: elements.name ?? '',
    OBJECT_ID: 'UNKNOWN',
    EPOCH: epochWords(elements.epochUtc ?? ''),
    MEAN_MOTION: digits(elements.meanMotionRevDay, 10),
    ECCENTRICITY: digits(elements.ecc, 9),
    INCLINATION: digits(elements.inclinationDeg, 6),
    RA_OF_ASC_NODE: digits(elements.raanDeg, 6),
    ARG_OF_PERICENTER: digits(elements.argPericenterDeg, 6),
    MEAN_ANOMALY: digits(elements.meanAnomalyDeg, 6),
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: 'U',
    NORAD_CAT_ID: elements.catalogNumber ?? 0,
    ELEMENT_SET_NO: 999,
    REV_AT_EPOCH: 0,
    BSTAR: 0,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  };
}

/** With six digits after the point, as CelesTrak writes it: some readers insist. */
function epochWords(iso: string): string {
  const [whole, fraction = ''] = iso.replace(/Z$/, '').split('.');
  return `${whole}.${fraction.padEnd(6, '0')}`;
}
