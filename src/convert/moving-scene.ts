import type { Scene, SceneObject } from '../flow/scene.ts';
import { turnAxesZ } from '../physics/frames.ts';
import type { OemEphemeris } from '../physics/oem-read.ts';
import { type ElementSet, elementOrbits, elementStatesEci } from '../physics/sgp4.ts';
import { gmstRad, isoFromUnixS } from '../physics/time.ts';

/** A span of time that is sampled. */
export interface Span {
  startUnixS: number;
  durationS: number;
  stepS: number;
}

/** Satellites of a file over a span of time; those that are nowhere in it are left out. */
export function sceneOfSets(name: string, sets: readonly ElementSet[], span: Span): Scene {
  const { startUnixS, durationS, stepS } = span;
  const orbits = elementOrbits(sets, startUnixS);
  const whole = Math.floor(durationS / stepS + 1e-9) + 1;
  const steps = whole + (durationS - (whole - 1) * stepS > 1e-6 ? 1 : 0);
  const tS = Float64Array.from({ length: steps }, (_, i) => Math.min(i * stepS, durationS));
  const objects = orbits.names.map((id, k) => emptyObject(id, tS, orbits.mean[k]));
  const [km, kmS] = [new Float64Array(3 * orbits.count), new Float64Array(3 * orbits.count)];
  for (let i = 0; i < steps; i++) {
    elementStatesEci(orbits, tS[i], km, kmS);
    objects.forEach((object, k) => {
      object.positionEciKm.set(km.subarray(3 * k, 3 * k + 3), 3 * i);
      object.velocityEciKmS.set(kmS.subarray(3 * k, 3 * k + 3), 3 * i);
    });
  }
  return movingSceneOf(name, objects, span);
}

/** Objects of ephemeris messages at the moments that the messages have. */
export function sceneOfEphemerides(name: string, list: readonly OemEphemeris[]): Scene {
  const startUnixS = list.reduce((first, { unixS }) => Math.min(first, unixS[0]), Infinity);
  const endUnixS = list.reduce((last, { unixS }) => Math.max(last, unixS.at(-1)!), -Infinity);
  const objects = list.map((each) => {
    const tS = Float64Array.from(each.unixS, (unixS) => unixS - startUnixS);
    const object = emptyObject(each.name, tS, { name: each.name, catalogNumber: null, designator: each.designator });
    each.stateKm.forEach((state, i) => {
      object.positionEciKm.set(state.subarray(0, 3), 3 * i);
      object.velocityEciKmS.set(state.subarray(3), 3 * i);
    });
    return object;
  });
  return movingSceneOf(name, objects, { startUnixS, durationS: endUnixS - startUnixS, stepS: 0 });
}

type Moving = Required<Pick<SceneObject, 'positionEciKm' | 'velocityEciKmS'>> & SceneObject;

function emptyObject(id: string, tS: Float64Array, of: NonNullable<SceneObject['catalogued']>): Moving {
  const { name, catalogNumber, designator } = of;
  const room = () => new Float64Array(3 * tS.length);
  return {
    id,
    group: 'satellites',
    kind: 'satellite',
    tS,
    positionEcefKm: room(),
    positionEciKm: room(),
    velocityEciKmS: room(),
    catalogued: { name, catalogNumber, designator },
  };
}

function movingSceneOf(name: string, objects: readonly Moving[], span: Span): Scene {
  for (const { tS, positionEciKm, positionEcefKm } of objects)
    tS.forEach((atS, i) => {
      turnAxesZ(gmstRad(span.startUnixS + atS), positionEciKm, positionEcefKm, 1, 3 * i);
    });
  const there = objects.filter(({ positionEciKm }) => positionEciKm.some(Number.isFinite));
  return { name, startUtc: isoFromUnixS(span.startUnixS), ...span, objects: there, places: [], links: [] };
}
