import type { Architecture } from '../flow/architecture.ts';
import type { SpaceElement } from '../flow/world.ts';
import { DAY_S, DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM, EARTH_J2_RATIO } from '../physics/constants.ts';
import type { MeanElements } from '../physics/mean-elements.ts';
import type { Orbits } from '../physics/orbits.ts';
import { syntheticNumber } from '../report/export/omm.ts';
import { unitNames } from '../run/scene.ts';

const TAU = 2 * Math.PI;

/**
 * Mean elements for SGP4 of the satellites of an element: of real ones as their file has them, of synthetic ones at the epoch.
 *
 * The mean motion is the one with which SGP4's secular drift by J2 gives the argument of latitude its rate here; drag is left out.
 * SGP4 adds short-period terms of up to 10 km, and its node drifts with terms of J2 squared and J4.
 */
export function meanElements(architecture: Architecture, element: SpaceElement, firstIndex = 0): MeanElements[] {
  const names = unitNames(architecture, element);
  const list: MeanElements[] = [];
  for (const part of element.parts) {
    if (part.kind === 'elements') {
      list.push(...part.mean);
      continue;
    }
    for (let k = 0; k < part.count; k++)
      list.push({
        name: names[list.length],
        catalogNumber: syntheticNumber(firstIndex + list.length),
        designator: '',
        epochUnixUs: Math.round(architecture.epochUnixS * 1e6),
        ...rounded(orbitOf(part, k)),
        ...NOT_MODELLED,
      });
  }
  return list;
}

/** What synthetic satellites have no value for. */
const NOT_MODELLED = {
  bstar: 0,
  meanMotionDot: 0,
  meanMotionDdot: 0,
  classification: 'U',
  elementSetNo: 999,
  revAtEpoch: 0,
};

/** To the digits that messages of elements have. */
function rounded({ meanMotionRevDay, ecc, ...angles }: ReturnType<typeof orbitOf>) {
  const digits = (value: number, count: number) => Number(value.toFixed(count));
  return {
    meanMotionRevDay: digits(meanMotionRevDay, 10),
    ecc: digits(ecc, 9),
    inclinationDeg: digits(angles.inclinationDeg, 6),
    raanDeg: digits(angles.raanDeg, 6),
    argPericenterDeg: digits(angles.argPericenterDeg, 6),
    meanAnomalyDeg: digits(angles.meanAnomalyDeg, 6),
  };
}

function orbitOf(part: Exclude<Orbits, { kind: 'elements' }>, k: number) {
  if (part.kind === 'kepler')
    return {
      meanMotionRevDay: (part.meanMotionRadS[k] * DAY_S) / TAU,
      ecc: part.ecc[k],
      inclinationDeg: part.inclinationRad[k] / DEG_RAD,
      raanDeg: turned(part.raanRad[k]),
      argPericenterDeg: turned(part.argPerigeeRad[k]),
      meanAnomalyDeg: turned(part.meanAnomalyRad[k]),
    };
  const plane = Math.floor(k / part.satellitesPerPlane);
  const slotRad = (TAU * (k % part.satellitesPerPlane)) / part.satellitesPerPlane;
  const c = Math.cos(part.inclinationRad);
  const ratio = EARTH_EQUATORIAL_RADIUS_KM / part.semiMajorAxisKm;
  const perigeeShare = 0.75 * EARTH_J2_RATIO * ratio * ratio * (5 * c * c - 1);
  return {
    meanMotionRevDay: ((part.meanMotionRadS / (1 + perigeeShare)) * DAY_S) / TAU,
    ecc: 0,
    inclinationDeg: part.inclinationRad / DEG_RAD,
    raanDeg: turned(part.raanRad[plane]),
    argPericenterDeg: 0,
    meanAnomalyDeg: turned(part.planePhaseRad[plane] + slotRad),
  };
}

function turned(rad: number): number {
  return (((rad / DEG_RAD) % 360) + 360) % 360;
}
