import type { Scene } from './scene.ts';

/** The text has characters that the message's key-value notation cannot hold. */
const UNSAFE = /[^\x20-\x7e]/g;

/**
 * A scene's satellites and missiles as one CCSDS orbit ephemeris message, a segment an object: km and km/s in TEME, UTC.
 *
 * Interpolation is left to the reader (Lagrange, degree 5). Accelerations and covariances are left out.
 *
 * @param createdUtc date of the message, ISO 8601
 * @param isoOf seconds after the start of the scene as ISO 8601
 * @source ccsds-502-odm, section 5
 */
export function oemText(scene: Scene, createdUtc: string, isoOf: (tS: number) => string): string {
  const lines = [
    'CCSDS_OEM_VERS = 2.0',
    `COMMENT ${scene.name.replace(UNSAFE, '?')}`,
    'COMMENT synthetic orbits of a simulated scenario; no tracked object',
    `CREATION_DATE = ${plainTime(createdUtc)}`,
    'ORIGINATOR = CUPOLA',
  ];
  for (const { id, tS, positionEciKm, velocityEciKmS } of scene.objects) {
    if (!positionEciKm || !velocityEciKmS) continue;
    const rows: string[] = [];
    const times: number[] = [];
    for (let i = 0; i < tS.length; i++) {
      const state = [...positionEciKm.subarray(3 * i, 3 * i + 3)].map((km) => km.toFixed(6));
      const rates = [...velocityEciKmS.subarray(3 * i, 3 * i + 3)].map((kmS) => kmS.toFixed(9));
      if ([...state, ...rates].some((word) => word === 'NaN')) continue;
      rows.push(`${plainTime(isoOf(tS[i]!))} ${state.join(' ')} ${rates.join(' ')}`);
      times.push(tS[i]!);
    }
    if (rows.length === 0) continue;
    lines.push(
      '',
      'META_START',
      `OBJECT_NAME = ${id.replace(UNSAFE, '?')}`,
      `OBJECT_ID = ${id.replace(UNSAFE, '?')}`,
      'CENTER_NAME = EARTH',
      'REF_FRAME = TEME',
      'TIME_SYSTEM = UTC',
      `START_TIME = ${plainTime(isoOf(times[0]!))}`,
      `STOP_TIME = ${plainTime(isoOf(times.at(-1)!))}`,
      'INTERPOLATION = LAGRANGE',
      'INTERPOLATION_DEGREE = 5',
      'META_STOP',
      ...rows,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** CCSDS times in a message carry no zone where the time system is named. */
function plainTime(iso: string): string {
  return iso.replace(/Z$/, '');
}
