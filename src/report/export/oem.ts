import type { Scene, SceneObject } from '../../flow/scene.ts';
import { type FrameName, fromTeme } from '../../physics/inertial-frames.ts';

/** What the standard calls the axes. */
const AXES: Record<FrameName, string> = { TEME: 'TEME', EME2000: 'EME2000', GCRF: 'GCRF', ITRF: 'ITRF2000' };
/** The text has characters that the message's key-value notation cannot hold. */
const UNSAFE = /[^\x20-\x7e]/g;
/** A line may hold 254 characters. */
const COMMENT_CHARS = 240;
export const DEGREE = 5;

/** One message: an object's whole ephemeris. */
export interface OemMessage {
  /** Object, as in the scene. */
  id: string;
  text: string;
}

/**
 * A scene's satellites as CCSDS orbit ephemeris messages, one an object as the standard asks: km and km/s, UTC.
 *
 * Interpolation is left to the reader (Lagrange, degree 5 or what the samples allow). Where an object is gone for some samples a new
 * segment begins behind the gap. Objects without states and raids are left out, and so are accelerations and covariances.
 *
 * @param createdUtc date of the messages, ISO 8601
 * @param isoOf seconds after the start of the scene as ISO 8601
 * @param frame axes of the states
 * @source ccsds-502-odm, sections 5 and 7
 */
export function oemMessages(
  scene: Scene,
  createdUtc: string,
  isoOf: (tS: number) => string,
  frame: FrameName = 'TEME',
): OemMessage[] {
  const head = [
    'CCSDS_OEM_VERS = 2.0',
    `COMMENT ${scene.name.replace(UNSAFE, '?').slice(0, COMMENT_CHARS)}`,
    ...(scene.objects.every(({ catalogued }) => catalogued) ? [] : ['COMMENT orbit of a simulated scenario']),
    `CREATION_DATE = ${plainTime(createdUtc)}`,
    'ORIGINATOR = CUPOLA',
  ];
  return scene.objects.flatMap((object) => {
    const runs = statesOf(object, scene.startUnixS, frame);
    const segments = runs.map((states) => segmentLines(object, states, isoOf, AXES[frame]));
    return segments.length > 0 ? [{ id: object.id, text: `${[...head, ...segments.flat()].join('\n')}\n` }] : [];
  });
}

interface State {
  tS: number;
  words: string;
}

/** Runs of samples without a gap. */
function statesOf({ tS, positionEciKm, velocityEciKmS }: SceneObject, startUnixS: number, frame: FrameName): State[][] {
  const runs: State[][] = [];
  let run: State[] = [];
  for (let i = 0; positionEciKm && velocityEciKmS && i < tS.length; i++) {
    const state = new Float64Array(6);
    state.set(positionEciKm.subarray(3 * i, 3 * i + 3));
    state.set(velocityEciKmS.subarray(3 * i, 3 * i + 3), 3);
    const values = [...fromTeme(frame, startUnixS + tS[i], state)];
    if (values.every(Number.isFinite)) {
      if (run.length === 0) runs.push(run);
      run.push({ tS: tS[i], words: values.map((value, k) => value.toFixed(k < 3 ? 6 : 9)).join(' ') });
    } else run = [];
  }
  return runs;
}

function segmentLines(
  { id, catalogued }: SceneObject,
  states: readonly State[],
  isoOf: (tS: number) => string,
  axes: string,
): string[] {
  const times = states.map(({ tS }) => plainTime(isoOf(tS)));
  const degree = Math.min(DEGREE, states.length - 1);
  return [
    '',
    'META_START',
    ...(catalogued?.catalogNumber ? [`COMMENT NORAD_CAT_ID = ${catalogued.catalogNumber}`] : []),
    `OBJECT_NAME = ${(catalogued?.name ?? id).replace(UNSAFE, '?')}`,
    `OBJECT_ID = ${(catalogued?.designator || 'UNKNOWN').replace(UNSAFE, '?')}`, // the standard's word for what has no international designator
    'CENTER_NAME = EARTH',
    `REF_FRAME = ${axes}`,
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
