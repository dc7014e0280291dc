import type { Scene, SceneObject } from '../../flow/scene.ts';

/** The text has characters that the message's key-value notation cannot hold. */
const UNSAFE = /[^\x20-\x7e]/g;
/** A line may hold 254 characters. */
const COMMENT_CHARS = 240;
const DEGREE = 5;

/** One message: an object's whole ephemeris. */
export interface OemMessage {
  /** Object, as in the scene. */
  id: string;
  text: string;
}

/**
 * A scene's satellites as CCSDS orbit ephemeris messages, one an object as the standard asks: km and km/s in TEME, UTC.
 *
 * Interpolation is left to the reader (Lagrange, degree 5 or what the samples allow). Where an object is gone for some samples a new
 * segment begins behind the gap. Objects without states and raids are left out, and so are accelerations and covariances.
 *
 * @param createdUtc date of the messages, ISO 8601
 * @param isoOf seconds after the start of the scene as ISO 8601
 * @source ccsds-502-odm, sections 5 and 7
 */
export function oemMessages(scene: Scene, createdUtc: string, isoOf: (tS: number) => string): OemMessage[] {
  const head = [
    'CCSDS_OEM_VERS = 2.0',
    `COMMENT ${scene.name.replace(UNSAFE, '?').slice(0, COMMENT_CHARS)}`,
    'COMMENT orbit of a simulated scenario',
    `CREATION_DATE = ${plainTime(createdUtc)}`,
    'ORIGINATOR = CUPOLA',
  ];
  return scene.objects.flatMap((object) => {
    const segments = statesOf(object).map((states) => segmentLines(object.id, states, isoOf));
    return segments.length > 0 ? [{ id: object.id, text: `${[...head, ...segments.flat()].join('\n')}\n` }] : [];
  });
}

interface State {
  tS: number;
  words: string;
}

/** Runs of samples without a gap. */
function statesOf({ tS, positionEciKm, velocityEciKmS }: SceneObject): State[][] {
  const runs: State[][] = [];
  let run: State[] = [];
  for (let i = 0; positionEciKm && velocityEciKmS && i < tS.length; i++) {
    const values = [...positionEciKm.subarray(3 * i, 3 * i + 3), ...velocityEciKmS.subarray(3 * i, 3 * i + 3)];
    if (values.every(Number.isFinite)) {
      if (run.length === 0) runs.push(run);
      run.push({ tS: tS[i]!, words: values.map((value, k) => value.toFixed(k < 3 ? 6 : 9)).join(' ') });
    } else run = [];
  }
  return runs;
}

function segmentLines(id: string, states: readonly State[], isoOf: (tS: number) => string): string[] {
  const times = states.map(({ tS }) => plainTime(isoOf(tS)));
  const degree = Math.min(DEGREE, states.length - 1);
  return [
    '',
    'META_START',
    `OBJECT_NAME = ${id.replace(UNSAFE, '?')}`,
    'OBJECT_ID = UNKNOWN', // the standard's word for what has no international designator
    'CENTER_NAME = EARTH',
    'REF_FRAME = TEME',
    'TIME_SYSTEM = UTC',
    `START_TIME = ${times[0]}`,
    `STOP_TIME = ${times.at(-1)}`,
    ...(degree > 0 ? ['INTERPOLATION = LAGRANGE', `INTERPOLATION_DEGREE = ${degree}`] : []),
    'META_STOP',
    ...states.map(({ words }, i) => `${times[i]} ${words}`),
  ];
}

/** CCSDS times in a message carry no zone where the time system is named. */
function plainTime(iso: string): string {
  return iso.replace(/Z$/, '');
}
