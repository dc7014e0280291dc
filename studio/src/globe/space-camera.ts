import { DEG_RAD } from 'cupola/physics';
import { PerspectiveCamera } from 'three';
import { axesOf, eyeRadiiOf, HALF_FIELD_RAD, NEAREST_RADII } from './projector.ts';
import type { GlobeView } from './renderer.ts';

const FARTHEST_RADII = 60;
/** Over a pole the camera has no way up. */
const MOST_LAT_RAD = 89.99 * DEG_RAD;

/** What the graphics processor looks through: the same picture as that of `spaceProjector`. Earth radii, inertial axes. */
export function spaceCamera(): PerspectiveCamera {
  const camera = new PerspectiveCamera((2 * HALF_FIELD_RAD) / DEG_RAD, 1, NEAREST_RADII, FARTHEST_RADII);
  camera.up.set(0, 0, 1);
  return camera;
}

/** Points the camera at the Earth's centre from where the view has the eye. */
export function aimCamera(camera: PerspectiveCamera, view: GlobeView, gmstRad: number): void {
  const { sl, cl } = axesOf(view, gmstRad);
  const phi = Math.max(-MOST_LAT_RAD, Math.min(MOST_LAT_RAD, view.latDeg * DEG_RAD));
  camera.position.set(Math.cos(phi) * cl, Math.cos(phi) * sl, Math.sin(phi)).multiplyScalar(eyeRadiiOf(view));
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
}
