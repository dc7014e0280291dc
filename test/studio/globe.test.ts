import { geoContains, geoDistance } from 'd3-geo';
import { expect, test } from 'vitest';
import { Disc, type PathSink } from '../../studio/src/globe/disc-path.ts';
import { farSideOf, land, landRings } from '../../studio/src/globe/earth-shapes.ts';
import { globeProjector, type Projector } from '../../studio/src/globe/projector.ts';

const DEG = Math.PI / 180;
const SIZE_PX = 600;
/** Points nearer to a coast or to the edge of the disc than this are not asked for. */
const MARGIN_PX = 3;

/** A path as lists of corners, filled by the even-odd rule. */
class Corners implements PathSink {
  readonly rings: [number, number][][] = [];
  moveTo(x: number, y: number): void {
    this.rings.push([[x, y]]);
  }
  lineTo(x: number, y: number): void {
    this.rings.at(-1)!.push([x, y]);
  }
  closePath(): void {}

  holds(x: number, y: number): boolean {
    let isIn = false;
    for (const ring of this.rings)
      ring.forEach(([ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length];
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
      });
    return isIn;
  }

  isNear(x: number, y: number): boolean {
    return this.rings.some((ring) =>
      ring.some(([ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length];
        const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
        const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2)) : 0;
        return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y) < MARGIN_PX;
      }),
    );
  }
}

function viewFrom(lonDeg: number, latDeg: number, eyeRadii = Infinity): Projector {
  const projector = globeProjector({ frame: 'ecef', lonDeg, latDeg, zoom: 1 }, 0, SIZE_PX, SIZE_PX);
  return { ...projector, eyeRadii };
}

/** Longitude and latitude seen at a place of the disc. */
function placeAt(projector: Projector, x: number, y: number): [number, number] | undefined {
  const { radiusPx, eyeRadii, centreLonDeg, centreLatDeg } = projector;
  const dx = (x - projector.xPx) / radiusPx;
  const dy = (projector.yPx - y) / radiusPx;
  const s2 = dx * dx + dy * dy;
  if (s2 > 0.96) return undefined;
  let sinC = Math.sqrt(s2);
  if (eyeRadii !== Infinity) {
    // the ray meets the sphere where sin c / (eye - cos c) = s / sqrt(eye^2 - 1)
    const k = sinC / Math.sqrt(eyeRadii * eyeRadii - 1);
    const c = Math.asin(k * eyeRadii * Math.cos(Math.atan(k))) - Math.atan(k);
    sinC = Math.sin(c);
  }
  const cosC = Math.sqrt(1 - sinC * sinC);
  const [ux, uy] = s2 > 0 ? [dx / Math.sqrt(s2), dy / Math.sqrt(s2)] : [0, 0];
  const phi = centreLatDeg * DEG;
  const z = cosC * Math.sin(phi) + uy * sinC * Math.cos(phi);
  const along = cosC * Math.cos(phi) - uy * sinC * Math.sin(phi);
  const lon = centreLonDeg + Math.atan2(ux * sinC, along) / DEG;
  return [((((lon + 180) % 360) + 360) % 360) - 180, Math.asin(z) / DEG];
}

const views: [number, number, number][] = [
  [0, 0, Infinity],
  [175, 48, Infinity],
  [-160, -20, Infinity],
  [-100, 89, Infinity],
  [60, -88, Infinity],
  [-75, 40, Infinity],
  [100, 10, 3.4],
  [-150, 30, 1.6],
];

test.each(views)('land seen from %d, %d at %d radii is where d3 has it', (lonDeg, latDeg, eyeRadii) => {
  const projector = viewFrom(lonDeg, latDeg, eyeRadii);
  const path = new Corners();
  new Disc(projector).traceAreas(path, landRings);
  let asked = 0;
  const wrong: string[] = [];
  for (let y = 5; y < SIZE_PX; y += 23)
    for (let x = 5; x < SIZE_PX; x += 23) {
      const place = placeAt(projector, x, y);
      if (!place || path.isNear(x, y)) continue;
      asked++;
      if (geoContains(land, place) !== path.holds(x, y)) wrong.push(place.map((v) => v.toFixed(1)).join(', '));
    }
  expect(asked).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test.each(views)('night seen from %d, %d at %d radii is the side away from the sun', (lonDeg, latDeg, eyeRadii) => {
  const projector = viewFrom(lonDeg, latDeg, eyeRadii);
  for (const sun of [
    [30, 20],
    [-120, -23],
    [178, 0],
  ] as [number, number][]) {
    const path = new Corners();
    new Disc(projector).traceAreas(path, [farSideOf(...sun)]);
    for (let y = 5; y < SIZE_PX; y += 37)
      for (let x = 5; x < SIZE_PX; x += 37) {
        const place = placeAt(projector, x, y);
        if (!place || path.isNear(x, y)) continue;
        expect(path.holds(x, y), `${place} for a sun over ${sun}`).toBe(geoDistance(place, sun) > Math.PI / 2);
      }
  }
});

test('shapes are dense enough that no chord leaves the sphere', () => {
  for (const { points: p } of landRings)
    for (let a = 3; a < p.length; a += 3)
      expect(p[a] * p[a - 3] + p[a + 1] * p[a - 2] + p[a + 2] * p[a - 1]).toBeGreaterThan(Math.cos(4.01 * DEG));
});

test('land right behind the Earth adds nothing to the picture, land in its middle all of its corners', () => {
  for (const ring of landRings.filter(({ cap }) => cap!.radiusRad < 1)) {
    const [x, y, z] = ring.cap!.middle;
    const lonDeg = Math.atan2(y, x) / DEG;
    const latDeg = Math.asin(z) / DEG;
    const behind = new Corners();
    new Disc(viewFrom(lonDeg + 180, -latDeg)).traceAreas(behind, [ring]);
    expect(behind.rings).toEqual([]);
    const before = new Corners();
    new Disc(viewFrom(lonDeg, latDeg)).traceAreas(before, [ring]);
    expect(before.rings.map((corners) => corners.length)).toEqual([ring.points.length / 3 - 1]);
  }
});
