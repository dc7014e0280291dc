import { escapeText } from '../../figures/escape-text.ts';
import { epochWords, type MeanElements } from '../../physics/mean-elements.ts';
import { csvCell } from '../tables/csv.ts';
import { oneLine } from './one-line.ts';

/** Synthetic satellites take numbers that every reader can hold (five characters, Alpha-5) as long as there are some. */
const ALPHA5_FIRST = 270_001;
const ALPHA5_LAST = 339_999;
const BEYOND = 700_000_000;

/** Catalogue number of a synthetic satellite, from 0: none that is in use. */
export function syntheticNumber(index: number): number {
  return ALPHA5_FIRST + index <= ALPHA5_LAST ? ALPHA5_FIRST + index : BEYOND + index;
}

/** Notations of orbit mean-elements messages. */
export type OmmNotation = 'json' | 'csv' | 'xml' | 'kvn';

/**
 * Mean elements as CCSDS orbit mean-elements messages: XML and key-value notation as the standard has them, JSON and CSV with the same keywords
 * as CelesTrak writes them.
 *
 * @source ccsds-502-odm, sections 4 and 8
 */
export function ommText(list: readonly MeanElements[], notation: OmmNotation): string {
  return [...ommPieces(list, notation)].join('');
}

/** The same piece by piece, so that a long list is never held as text. @param isWhole CSV with columns for the type and the date of decay */
export function* ommPieces(list: Iterable<MeanElements>, notation: OmmNotation, isWhole = false): Generator<string> {
  if (notation === 'json') yield* jsonPieces(list);
  else if (notation === 'csv') yield* csvPieces(list, isWhole);
  else if (notation === 'xml') yield* xmlPieces(list);
  else for (const each of list) yield kvnText(each);
}

function* jsonPieces(list: Iterable<MeanElements>): Generator<string> {
  let lead = '[\n';
  for (const each of list) {
    yield lead + JSON.stringify({ ...message(each), ...further(each) });
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

function* csvPieces(list: Iterable<MeanElements>, isWhole: boolean): Generator<string> {
  const extra = isWhole ? ['OBJECT_TYPE', 'DECAY_DATE'] : [];
  yield `${[...KEYWORDS, ...extra].join(',')}\r\n`;
  for (const each of list) {
    const more: Record<string, string> = further(each);
    const cells = [...Object.values(message(each)), ...extra.map((key) => more[key] ?? null)];
    yield `${cells.map(csvCell).join(',')}\r\n`;
  }
}

/** Keywords of each part of a message, in the order of the standard. */
const MEAN_KEYS = [
  'EPOCH',
  'MEAN_MOTION',
  'ECCENTRICITY',
  'INCLINATION',
  'RA_OF_ASC_NODE',
  'ARG_OF_PERICENTER',
  'MEAN_ANOMALY',
] as const;
const TLE_KEYS = [
  'EPHEMERIS_TYPE',
  'CLASSIFICATION_TYPE',
  'NORAD_CAT_ID',
  'ELEMENT_SET_NO',
  'REV_AT_EPOCH',
  'BSTAR',
  'MEAN_MOTION_DOT',
  'MEAN_MOTION_DDOT',
] as const;
const FRAME = { CENTER_NAME: 'EARTH', REF_FRAME: 'TEME', TIME_SYSTEM: 'UTC', MEAN_ELEMENT_THEORY: 'SGP4' };

const FRAME_TAGS = Object.entries(FRAME)
  .map(([key, value]) => tag(key, value))
  .join('');

function* xmlPieces(list: Iterable<MeanElements>): Generator<string> {
  let header = '';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<ndm>\n';
  for (const each of list) {
    header ||= tag('CREATION_DATE', epochWords(each.epochUnixUs)) + tag('ORIGINATOR', 'CUPOLA');
    yield `${xmlMessage(each, header)}\n`;
  }
  yield '</ndm>\n';
}

function xmlMessage(elements: MeanElements, header: string): string {
  const fields = message(elements);
  const part = (keys: readonly (keyof typeof fields)[]) => {
    let text = '';
    for (const key of keys) if (fields[key] !== null) text += tag(key, fields[key]);
    return text;
  };
  const metadata = tag('OBJECT_NAME', fields.OBJECT_NAME) + tag('OBJECT_ID', fields.OBJECT_ID) + FRAME_TAGS;
  const own = Object.entries(further(elements)).map(
    ([key, value]) => `<USER_DEFINED parameter="${key}">${escapeText(value)}</USER_DEFINED>`,
  );
  const user = own.length > 0 ? `<userDefinedParameters>${own.join('')}</userDefinedParameters>` : '';
  const data = `<meanElements>${part(MEAN_KEYS)}</meanElements><tleParameters>${part(TLE_KEYS)}</tleParameters>${user}`;
  const segment = `<segment><metadata>${metadata}</metadata><data>${data}</data></segment>`;
  return `<omm id="CCSDS_OMM_VERS" version="2.0"><header>${header}</header><body>${segment}</body></omm>`;
}

function tag(key: string, value: string | number | null): string {
  return `<${key}>${typeof value === 'string' ? escapeText(value) : value}</${key}>`;
}

function kvnText(elements: MeanElements): string {
  const { OBJECT_NAME, OBJECT_ID, ...rest } = message(elements);
  const own = Object.entries(further(elements)).map(([key, value]) => [`USER_DEFINED_${key}`, value] as const);
  const lines = [
    ['CCSDS_OMM_VERS', '2.0'],
    ['CREATION_DATE', rest.EPOCH],
    ['ORIGINATOR', 'CUPOLA'],
    ['OBJECT_NAME', OBJECT_NAME],
    ['OBJECT_ID', OBJECT_ID],
    ...Object.entries(FRAME),
    ...Object.entries(rest).filter(([, value]) => value !== null),
    ...own,
  ];
  return `${lines.map(([key, value]) => `${key} = ${oneLine(String(value))}`).join('\n')}\n\n`;
}

function message(elements: MeanElements) {
  return {
    OBJECT_NAME: elements.name,
    OBJECT_ID: elements.designator || 'UNKNOWN',
    EPOCH: epochWords(elements.epochUnixUs),
    MEAN_MOTION: elements.meanMotionRevDay,
    ECCENTRICITY: elements.ecc,
    INCLINATION: elements.inclinationDeg,
    RA_OF_ASC_NODE: elements.raanDeg,
    ARG_OF_PERICENTER: elements.argPericenterDeg,
    MEAN_ANOMALY: elements.meanAnomalyDeg,
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: elements.classification,
    NORAD_CAT_ID: elements.catalogNumber,
    ELEMENT_SET_NO: elements.elementSetNo,
    REV_AT_EPOCH: elements.revAtEpoch,
    BSTAR: elements.bstar,
    MEAN_MOTION_DOT: elements.meanMotionDot,
    MEAN_MOTION_DDOT: elements.meanMotionDdot,
  };
}

const KEYWORDS: readonly (keyof ReturnType<typeof message>)[] = ['OBJECT_NAME', 'OBJECT_ID', ...MEAN_KEYS, ...TLE_KEYS];

/** What the standard has no keyword for, where the elements have it. */
function further({ objectType, decayUnixS }: MeanElements): Record<string, string> {
  return {
    ...(objectType !== undefined && { OBJECT_TYPE: objectType }),
    ...(decayUnixS !== undefined && { DECAY_DATE: new Date(decayUnixS * 1000).toISOString().slice(0, 10) }),
  };
}
