import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from 'cupola/physics';
import type { GlobeView } from './renderer.ts';

export const EARTH_KM = EARTH_MEAN_RADIUS_KM;

/** How a point in space appears. */
export const HIDDEN = 0;
export const NEAR = 1;
/** Behind the plane of the Earth's centre, beside its disc. */
export const FAR = 2;

/** Turns inertial positions into places of the picture. */
export interface Projector {
  kind: 'globe' | 'map' | 'space';
  /** Earth-fixed centre of the picture. */
  centreLonDeg: number;
  centreLatDeg: number;
  /** Radius of the globe as it appears, or pixels per radian of the map. */
  radiusPx: number;
  /** Distance of the eye from the Earth's centre, Earth radii; Infinity where it looks from far away. */
  eyeRadii: number;
  xPx: number;
  yPx: number;
  /** Place of the last projected point. */
  outX: number;
  outY: number;
  project(x: number, y: number, z: number): number;
  /** Projects `count` points; outSeen takes HIDDEN, NEAR or FAR. */
  projectAll(positionKm: Float64Array, count: number, outPx: Float32Array, outSeen: Uint8Array): void;
}

/** Earth-fixed longitude at the centre of the view. */
function centreLon(view: GlobeView, gmstRad: number): number {
  return view.frame === 'ecef' ? view.lonDeg : view.lonDeg - gmstRad / DEG_RAD;
}

/** Which way the view looks: sine and cosine of the inertial longitude and of the latitude of its middle. */
export function axesOf(view: GlobeView, gmstRad: number) {
  const lambda = centreLon(view, gmstRad) * DEG_RAD + gmstRad;
  const phi = view.latDeg * DEG_RAD;
  return { sl: Math.sin(lambda), cl: Math.cos(lambda), sp: Math.sin(phi), cp: Math.cos(phi) };
}

/** What all views of a round Earth share: its middle is the picture's. */
function middleOf(view: GlobeView, gmstRad: number, width: number, height: number) {
  const centreLonDeg = centreLon(view, gmstRad);
  return { centreLonDeg, centreLatDeg: view.latDeg, xPx: width / 2, yPx: height / 2, outX: 0, outY: 0 };
}

/** The Earth from far away: orthographic. */
export function globeProjector(view: GlobeView, gmstRad: number, width: number, height: number): Projector {
  const { sl, cl, sp, cp } = axesOf(view, gmstRad);
  const middle = middleOf(view, gmstRad, width, height);
  const { xPx, yPx } = middle;
  const radiusPx = 0.4 * Math.min(width, height) * view.zoom;
  const scale = radiusPx / EARTH_KM;
  const rimPx2 = radiusPx * radiusPx;
  const self: Projector = {
    kind: 'globe',
    radiusPx,
    eyeRadii: Infinity,
    ...middle,
    project(x, y, z) {
      const along = cl * x + sl * y;
      const dx = scale * (cl * y - sl * x);
      const dy = scale * (cp * z - sp * along);
      self.outX = xPx + dx;
      self.outY = yPx - dy;
      if (cp * along + sp * z > 0) return NEAR;
      return dx * dx + dy * dy > rimPx2 ? FAR : HIDDEN;
    },
    projectAll(p, count, outPx, outSeen) {
      for (let i = 0, a = 0; i < count; i++, a += 3) {
        const x = p[a];
        const y = p[a + 1];
        const z = p[a + 2];
        const along = cl * x + sl * y;
        const dx = scale * (cl * y - sl * x);
        const dy = scale * (cp * z - sp * along);
        outPx[2 * i] = xPx + dx;
        outPx[2 * i + 1] = yPx - dy;
        outSeen[i] = cp * along + sp * z > 0 ? NEAR : dx * dx + dy * dy > rimPx2 ? FAR : HIDDEN;
      }
    },
  };
  return self;
}

/** The whole Earth on a rectangle: longitude and latitude as they are. */
export function mapProjector(view: GlobeView, gmstRad: number, width: number, height: number): Projector {
  const centreLonDeg = centreLon(view, gmstRad);
  const lambda = centreLonDeg * DEG_RAD + gmstRad;
  const radiusPx = Math.min(width / (2 * Math.PI), height / Math.PI) * view.zoom;
  const centreLatDeg = view.zoom > 1 ? view.latDeg : 0;
  const xPx = width / 2;
  const yPx = height / 2 + radiusPx * centreLatDeg * DEG_RAD;
  const turn = (x: number, y: number) => {
    const lon = Math.atan2(y, x) - lambda;
    return lon - 2 * Math.PI * Math.round(lon / (2 * Math.PI));
  };
  const self: Projector = {
    kind: 'map',
    centreLonDeg,
    centreLatDeg,
    radiusPx,
    eyeRadii: Infinity,
    xPx,
    yPx,
    outX: 0,
    outY: 0,
    project(x, y, z) {
      self.outX = xPx + radiusPx * turn(x, y);
      self.outY = yPx - radiusPx * Math.atan2(z, Math.sqrt(x * x + y * y));
      return NEAR;
    },
    projectAll(p, count, outPx, outSeen) {
      for (let i = 0, a = 0; i < count; i++, a += 3) {
        const x = p[a];
        const y = p[a + 1];
        outPx[2 * i] = xPx + radiusPx * turn(x, y);
        outPx[2 * i + 1] = yPx - radiusPx * Math.atan2(p[a + 2], Math.sqrt(x * x + y * y));
        outSeen[i] = Number.isNaN(x) ? HIDDEN : NEAR;
      }
    },
  };
  return self;
}

/** Half of the angle that the picture spans from top to bottom in three dimensions. */
export const HALF_FIELD_RAD = 21 * DEG_RAD;
/** Distance of the eye from the Earth's centre at zoom 1, Earth radii. */
const FAR_EYE_RADII = 3.4;
/** Nothing nearer to the eye than this is drawn, Earth radii. */
export const NEAREST_RADII = 0.02;

export function eyeRadiiOf({ zoom }: GlobeView): number {
  return 1 + (FAR_EYE_RADII - 1) / zoom;
}

/** The Earth in perspective, from near. */
export function spaceProjector(view: GlobeView, gmstRad: number, width: number, height: number): Projector {
  const { sl, cl, sp, cp } = axesOf(view, gmstRad);
  const middle = middleOf(view, gmstRad, width, height);
  const { xPx, yPx } = middle;
  const eyeRadii = eyeRadiiOf(view);
  const focalPx = height / 2 / Math.tan(HALF_FIELD_RAD);
  const radiusPx = focalPx / Math.sqrt(eyeRadii * eyeRadii - 1);
  const rimPx2 = radiusPx * radiusPx;
  const eyeKm = eyeRadii * EARTH_KM;
  const edgeKm = EARTH_KM / eyeRadii;
  const nearestKm = NEAREST_RADII * EARTH_KM;
  const self: Projector = {
    kind: 'space',
    radiusPx,
    eyeRadii,
    ...middle,
    project(x, y, z) {
      const along = cl * x + sl * y;
      const nearKm = cp * along + sp * z;
      const depthKm = eyeKm - nearKm;
      if (!(depthKm > nearestKm)) return HIDDEN;
      const dx = (focalPx * (cl * y - sl * x)) / depthKm;
      const dy = (focalPx * (cp * z - sp * along)) / depthKm;
      self.outX = xPx + dx;
      self.outY = yPx - dy;
      if (nearKm > edgeKm) return NEAR;
      return dx * dx + dy * dy > rimPx2 ? FAR : HIDDEN;
    },
    projectAll(p, count, outPx, outSeen) {
      for (let i = 0, a = 0; i < count; i++, a += 3) {
        outSeen[i] = self.project(p[a], p[a + 1], p[a + 2]);
        outPx[2 * i] = self.outX;
        outPx[2 * i + 1] = self.outY;
      }
    },
  };
  return self;
}
