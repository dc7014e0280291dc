import type { Architecture } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { EARTH_EQUATORIAL_RADIUS_KM } from '../physics/constants.ts';
import { perigeeAltitudeKm } from '../physics/kepler-orbits.ts';

/** Eccentric orbits that meet the ground, at the eccentricity. */
export function orbitProblems(architecture: Architecture): Problem[] {
  return (['networks', 'sensors', 'interceptors'] as const).flatMap((list) =>
    architecture[list].flatMap(({ id, elliptical, elements }, i) =>
      (elements ? [] : (elliptical ?? [])).flatMap(({ semiMajorAxisKm, eccentricity }, k) => {
        const perigeeKm = perigeeAltitudeKm({ semiMajorAxisKm, ecc: eccentricity });
        if (perigeeKm > 0) return [];
        const mostRatio = 1 - EARTH_EQUATORIAL_RADIUS_KM / semiMajorAxisKm;
        const below = said('problem.below-ground', {
          id,
          km: -perigeeKm,
          semiMajorAxisKm,
          most: mostRatio.toFixed(4),
          eccentricity,
        });
        return [{ code: 'below-ground', path: `${list}[${i}].elliptical[${k}].eccentricity`, said: below }];
      }),
    ),
  );
}
