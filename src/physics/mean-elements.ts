/** Mean elements of one object for SGP4, as files carry them; every field in the unit of CCSDS 502.0 (degrees, revolutions a day). */
export interface MeanElements {
  name: string;
  /** null: the file gives none, or a placeholder. */
  catalogNumber: number | null;
  /** International designator such as `2019-074A`; empty: none. */
  designator: string;
  /** Microseconds since 1970, UTC, whole: two-line elements and messages of six digits hold it exactly. */
  epochUnixUs: number;
  meanMotionRevDay: number;
  ecc: number;
  inclinationDeg: number;
  raanDeg: number;
  argPericenterDeg: number;
  meanAnomalyDeg: number;
  bstar: number;
  /** First derivative of the mean motion over two, rev/day²; SGP4 does not use it. */
  meanMotionDot: number;
  /** Second derivative of the mean motion over six, rev/day³; SGP4 does not use it. */
  meanMotionDdot: number;
  classification: string;
  elementSetNo: number;
  revAtEpoch: number;
  /** Such as PAYLOAD or DEBRIS, where the file says so. */
  objectType?: string;
  /** When it came down, by the word of the file. */
  decayUnixS?: number;
}

/** Bounds of what no model uses: a rate of the mean motion, rev/day² or rev/day³, and a count of sets or revolutions. */
export const MOST_RATE = 1000;
export const MOST_COUNT = 1e9;
/** The same of the drag term, 1/Earth radii: what two lines can say. */
export const MOST_DRAG = 1e9;

/** ISO 8601 without a zone, six digits of seconds, as orbit messages write it. */
export function epochWords(unixUs: number): string {
  const wholeS = Math.floor(unixUs / 1e6);
  const fraction = String(unixUs - wholeS * 1e6).padStart(6, '0');
  return `${new Date(wholeS * 1000).toISOString().slice(0, 19)}.${fraction}`;
}

/** What tells objects apart: the number, else the designator; null where the file gives neither. */
export function identityOf({
  catalogNumber,
  designator,
}: Pick<MeanElements, 'catalogNumber' | 'designator'>): string | null {
  if (catalogNumber !== null) return String(catalogNumber);
  return designator === '' || designator === 'UNKNOWN' ? null : designator;
}

/** Whether it is debris or a spent stage, by its type or, where the file gives none, by its name. */
export function isDebris({ name, objectType = '' }: Pick<MeanElements, 'name' | 'objectType'>): boolean {
  const type = objectType.toUpperCase();
  if (type !== '' && type !== 'UNKNOWN' && type !== 'TBA') return type !== 'PAYLOAD' && type !== 'PAY';
  return /\b(DEB|R\/B|DEBRIS)\b/.test(name.toUpperCase());
}
