import type { Scene, SceneObject } from '../../flow/scene.ts';
import { type FrameName, fromTeme } from '../../physics/inertial-frames.ts';
import { DEGREE } from './oem.ts';

const AXES: Record<FrameName, string> = { TEME: 'TEMEOfDate', EME2000: 'J2000', GCRF: 'ICRF', ITRF: 'Fixed' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A scene's satellites as ephemeris files of STK (`.e`), one an object: metres and metres a second, seconds after the start of the scene. */
export function stkTexts(scene: Scene, frame: FrameName): { id: string; text: string }[] {
  return scene.objects.flatMap((object) => {
    const rows = [...rowsOf(object, scene.startUnixS, frame)];
    if (rows.length === 0) return [];
    const head = [
      'stk.v.4.3',
      'BEGIN Ephemeris',
      `NumberOfEphemerisPoints ${rows.length}`,
      `ScenarioEpoch ${stkTime(scene.startUnixS)}`,
      'InterpolationMethod Lagrange',
      `InterpolationOrder ${Math.max(1, Math.min(DEGREE, rows.length - 1))}`,
      'CentralBody Earth',
      `CoordinateSystem ${AXES[frame]}`,
      'DistanceUnit Meters',
      'EphemerisTimePosVel',
    ];
    return [{ id: object.id, text: `${[...head, ...rows, 'END Ephemeris'].join('\n')}\n` }];
  });
}

function* rowsOf({ tS, positionEciKm, velocityEciKmS }: SceneObject, startUnixS: number, frame: FrameName) {
  for (let i = 0; positionEciKm && velocityEciKmS && i < tS.length; i++) {
    const state = new Float64Array(6);
    state.set(positionEciKm.subarray(3 * i, 3 * i + 3));
    state.set(velocityEciKmS.subarray(3 * i, 3 * i + 3), 3);
    if (!state.every(Number.isFinite)) continue;
    const words = [...fromTeme(frame, startUnixS + tS[i], state)].map((value, k) =>
      (1000 * value).toFixed(k < 3 ? 3 : 6),
    );
    yield `${tS[i].toFixed(3)} ${words.join(' ')}`;
  }
}

function stkTime(unixS: number): string {
  const date = new Date(Math.round(unixS * 1000));
  const clock = date.toISOString().slice(11, 23);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock}`;
}
