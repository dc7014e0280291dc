import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EARTH_KM,
  globeProjector,
  HIDDEN,
  mapProjector,
  type Projector,
  spaceProjector,
} from '../../studio/src/globe/projector.ts';
import type { GlobeView } from '../../studio/src/globe/renderer.ts';
import { aimCamera, spaceCamera } from '../../studio/src/globe/space-camera.ts';

const WIDTH_PX = 900;
const HEIGHT_PX = 600;
const projectors = { globe: globeProjector, map: mapProjector, space: spaceProjector };

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const views = fc.record<GlobeView>({
  frame: fc.constantFrom('ecef', 'eci'),
  lonDeg: number(-180, 180),
  latDeg: number(-89, 89),
  zoom: number(0.5, 12),
});
const gmst = number(0, 2 * Math.PI);
/** Latitude, longitude, Earth radii. */
const places = fc.tuple(number(-1.5, 1.5), number(-Math.PI, Math.PI), number(1, 6.6));

function positionKm([lat, lon, radii]: [number, number, number], turnRad = 0): [number, number, number] {
  const r = radii * EARTH_KM;
  return [r * Math.cos(lat) * Math.cos(lon + turnRad), r * Math.cos(lat) * Math.sin(lon + turnRad), r * Math.sin(lat)];
}

function placeOf(projector: Projector, km: [number, number, number]): [number, number, number] {
  const seen = projector.project(...km);
  return [seen, projector.outX, projector.outY];
}

test('lines and signs are where the camera of the graphics processor has the satellites', () => {
  fc.assert(
    fc.property(views, gmst, places, (view, gmstRad, place) => {
      const km = positionKm(place);
      const projector = spaceProjector(view, gmstRad, WIDTH_PX, HEIGHT_PX);
      const [seen, x, y] = placeOf(projector, km);
      fc.pre(seen !== HIDDEN);
      const camera = spaceCamera();
      camera.aspect = WIDTH_PX / HEIGHT_PX;
      camera.updateProjectionMatrix();
      aimCamera(camera, view, gmstRad);
      const point = camera.position
        .clone()
        .set(...km)
        .divideScalar(EARTH_KM)
        .project(camera);
      const scale = Math.max(1, Math.abs(x), Math.abs(y));
      expect((0.5 + 0.5 * point.x) * WIDTH_PX).toSatisfy((px: number) => Math.abs(px - x) < 1e-6 * scale);
      expect((0.5 - 0.5 * point.y) * HEIGHT_PX).toSatisfy((px: number) => Math.abs(px - y) < 1e-6 * scale);
    }),
  );
});

test.each(['globe', 'map', 'space'] as const)(
  '%s: inertial axes hold the stars, Earth-fixed ones the ground',
  (kind) => {
    fc.assert(
      fc.property(views, gmst, gmst, places, (view, before, after, place) => {
        const at = (turnRad: number) => projectors[kind](view, turnRad, WIDTH_PX, HEIGHT_PX);
        const still = (turnRad: number) => (view.frame === 'eci' ? 0 : turnRad);
        const first = placeOf(at(before), positionKm(place, still(before)));
        const second = placeOf(at(after), positionKm(place, still(after)));
        const isWhole = (value: number, other: number, turn: number) =>
          Math.abs(value - other - turn * Math.round((value - other) / turn)) < 1e-3;
        fc.pre(first[0] !== HIDDEN && second[0] !== HIDDEN);
        const aroundPx = kind === 'map' ? 2 * Math.PI * at(0).radiusPx : Infinity;
        if (kind === 'map') expect(isWhole(first[1], second[1], aroundPx)).toBe(true);
        else expect(second[1]).toBeCloseTo(first[1], 3);
        expect(second[2]).toBeCloseTo(first[2], 3);
      }),
    );
  },
);

test('all points at once are as one by one', () => {
  fc.assert(
    fc.property(views, gmst, fc.array(places, { minLength: 1, maxLength: 8 }), (view, gmstRad, all) => {
      for (const make of Object.values(projectors)) {
        const projector = make(view, gmstRad, WIDTH_PX, HEIGHT_PX);
        const px = new Float32Array(2 * all.length);
        const seen = new Uint8Array(all.length);
        projector.projectAll(Float64Array.from(all.flatMap((each) => positionKm(each))), all.length, px, seen);
        all.forEach((each, i) => {
          const [how, x, y] = placeOf(projector, positionKm(each));
          expect(seen[i]).toBe(how);
          if (how !== HIDDEN) expect([px[2 * i], px[2 * i + 1]]).toEqual([Math.fround(x), Math.fround(y)]);
        });
      }
    }),
  );
});
