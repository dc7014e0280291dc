import type { GroundTrack, Scene } from '../../flow/scene.ts';
import { DEG_RAD } from '../../physics/constants.ts';
import { geodeticFromEcef } from '../../physics/ellipsoid.ts';

/** Lines on the ground under the satellites and missiles of a scene. */
export function groundTracks({ objects }: Scene): GroundTrack[] {
  const place = new Float64Array(3);
  return objects.map(({ id, group, catalogued, tS, positionEcefKm }) => {
    const [lonDeg, latDeg] = [new Float64Array(tS.length), new Float64Array(tS.length)];
    for (let i = 0; i < tS.length; i++) {
      geodeticFromEcef(positionEcefKm, place, 1, 3 * i, 0);
      latDeg[i] = place[0] / DEG_RAD;
      lonDeg[i] = place[1] / DEG_RAD;
    }
    return { id, group, ...(catalogued && { catalogued }), lonDeg, latDeg };
  });
}
