import { EARTH_MEAN_RADIUS_KM, type Ellipsoid, WGS84 } from '../physics/constants.ts';
import { ecefFromGeodetic, VERTICAL_RAD } from '../physics/ellipsoid.ts';
import { capHalfAngleRad, type GrazingSurface, grazingSurface, polarRadiusKm } from '../physics/sight.ts';

/** Rows of latitude with evenly spaced longitudes; cell = row × columns + column, columns counted east from 180° W. */
export interface CoverageGrid {
  /** [row] ascending, geodetic */
  latitudeRad: Float64Array;
  columns: number;
  /** The Earth's figure; WGS84 where left out. */
  earth?: Ellipsoid;
}

/** A sphere of the mean radius, on which many closed forms and tables stand. */
export const SPHERE: Ellipsoid = { equatorialRadiusKm: EARTH_MEAN_RADIUS_KM, flatteningRatio: 0 };

/** What a satellite covers: ground that sees it high enough, ground whose sky it reaches within a range, or whose sky it sees. */
export type CoverageCap =
  | { kind: 'elevation'; minElevationRad: number }
  | { kind: 'range'; rangeKm: number; targetAltitudeKm: number }
  | SightCap;

/** Targets of one height that a satellite sees: over a grazing height, within a field of regard around the nadir and a range. */
export interface SightCap {
  kind: 'sight';
  targetAltitudeKm: number;
  grazingKm: number;
  fieldOfRegardRad: number;
  rangeKm: number;
}

/** A grid of cell centres of equal angles; `columns` are cells of 360° / columns. */
export function equalAngleGrid(rows: number, columns: number): CoverageGrid {
  if (!Number.isInteger(rows) || rows < 1) throw new RangeError(`rows must be a whole number from 1: ${rows}`);
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`columns must be a whole number from 1: ${columns}`);
  const latitudeRad = Float64Array.from({ length: rows }, (_, row) => ((row + 0.5) / rows - 0.5) * Math.PI);
  return { latitudeRad, columns };
}

/** Longitude of a column's centre, -π to π. */
export function columnLongitudeRad(grid: CoverageGrid, column: number): number {
  return ((column + 0.5) / grid.columns - 0.5) * 2 * Math.PI;
}

/**
 * Earth-central half angle covered by a satellite at a distance from the centre, on a sphere of the mean radius.
 *
 * @returns 0 to π; negative or NaN where it covers nothing
 */
export function coveredAngleRad(cap: CoverageCap, radiusKm: number): number {
  if (cap.kind === 'elevation') return capHalfAngleRad(radiusKm - EARTH_MEAN_RADIUS_KM, cap.minElevationRad);
  return widestTargetAngleRad(cap, radiusKm, EARTH_MEAN_RADIUS_KM + cap.targetAltitudeKm, EARTH_MEAN_RADIUS_KM);
}

/** The same for targets at a distance from the centre, over a round Earth. */
function widestTargetAngleRad(
  cap: Exclude<CoverageCap, { kind: 'elevation' }>,
  radiusKm: number,
  target: number,
  earthRadiusKm: number,
): number {
  if (cap.kind === 'range') return rangeAngleRad(target, radiusKm, cap.rangeKm);
  return Math.min(horizonRad(earthRadiusKm + cap.grazingKm, radiusKm, target), lookAngleRad(cap, radiusKm, target));
}

/** Angle at the centre between two radii whose ends lie a distance apart; π where any two ends are nearer, NaN where none is. */
function rangeAngleRad(target: number, radiusKm: number, rangeKm: number): number {
  if (rangeKm === Infinity) return Math.PI;
  const cosine = (radiusKm * radiusKm + target * target - rangeKm * rangeKm) / (2 * radiusKm * target);
  return cosine < -1 ? Math.PI : Math.acos(cosine);
}

/** Angle at the centre between two radii whose ends just see each other over a sphere; a target below it is seen from its own horizon up. */
function horizonRad(sphereKm: number, radiusKm: number, target: number): number {
  const grazing = Math.min(target, sphereKm);
  return Math.acos(grazing / radiusKm) + Math.acos(grazing / target);
}

/** The lesser of two angles: edge of the field of regard, range. */
function lookAngleRad(cap: SightCap, radiusKm: number, target: number): number {
  const sine = (radiusKm * Math.sin(cap.fieldOfRegardRad)) / target;
  const isWide = cap.fieldOfRegardRad >= Math.PI / 2 || sine >= 1; // the field holds the whole Earth's disc, and targets beyond it
  const regard = isWide ? Math.PI : Math.asin(sine) - cap.fieldOfRegardRad;
  return Math.min(regard, rangeAngleRad(target, radiusKm, cap.rangeKm));
}

/**
 * Counts for every cell the satellites that cover its centre, on the grid's figure of the Earth: ground with its own vertical, as routes see it; targets at
 * their height over the ellipsoid, and so are grazing heights, as in the rule of sight.
 *
 * What a satellite covers of a row is a span of columns around its own longitude: one arc cosine gives it, and it is added at its two ends of a
 * difference array; a running sum along each row then gives the counts. Counts equal those of testing every pair, but for centres
 * within rounding (1e-12 rad) of an edge.
 *
 * @param positionEcefKm [satellite][xyz]; NaN covers nothing
 * @param outCount receives [row][column]
 */
export function countCovered(
  grid: CoverageGrid,
  positionEcefKm: Float64Array,
  count: number,
  cap: CoverageCap,
  outCount: Int32Array,
): void {
  addDifferences(grid, positionEcefKm, count, cap, outCount.fill(0));
  const { columns } = grid;
  for (let row = 0; row < grid.latitudeRad.length; row++) {
    let running = 0;
    const end = (row + 1) * columns;
    for (let cell = row * columns; cell < end; cell++) {
      running += outCount[cell];
      outCount[cell] = running;
    }
  }
}

/** Where the places of the rows lie, on the meridian of longitude 0: [row]. */
interface RowPlaces {
  axisKm: Float64Array;
  zKm: Float64Array;
  radiusKm: Float64Array;
  cosUp: Float64Array;
  sinUp: Float64Array;
  /** What lines of sight pass over, and how far the places are from the centre along its axes (see `GrazingSurface`). */
  surface: GrazingSurface;
  stretchedKm: Float64Array;
}

function rowPlaces({ latitudeRad, earth = WGS84 }: CoverageGrid, cap: CoverageCap): RowPlaces {
  const heightKm = cap.kind === 'elevation' ? 0 : cap.targetAltitudeKm;
  const surface = grazingSurface(cap.kind === 'sight' ? cap.grazingKm : 0, earth);
  const place = new Float64Array(3);
  const at = (pick: () => number) =>
    latitudeRad.map((latitude) => {
      ecefFromGeodetic(latitude, 0, heightKm, place, 0, earth);
      return pick();
    });
  const radiusKm = at(() => Math.hypot(place[0], place[2]));
  return {
    axisKm: at(() => place[0]),
    zKm: at(() => place[2]),
    radiusKm,
    cosUp: latitudeRad.map(Math.cos),
    sinUp: latitudeRad.map(Math.sin),
    surface,
    stretchedKm: cap.kind === 'sight' ? at(() => Math.hypot(place[0], place[2] * surface.axisStretch)) : radiusKm,
  };
}

/** A satellite by its distance from the Earth's axis and centre, and over the equator. */
interface Above {
  flatKm: number;
  zKm: number;
  radiusKm: number;
}

/**
 * Cosines of the difference of longitude up to which a satellite covers rows `from` to before `to`; over 1: nowhere, -1 or less: all of it.
 *
 * Written, not returned: a returned number would be boxed for each row.
 *
 * @param outCosine receives [row]
 */
function spanCosines(
  cap: CoverageCap,
  rows: RowPlaces,
  { flatKm, zKm, radiusKm }: Above,
  from: number,
  to: number,
  outCosine: Float64Array,
): void {
  if (cap.kind === 'elevation') {
    // up.(S - P) >= sin e |S - P|, both sides squared: a quadratic in the cosine, of which the larger root is the edge
    const s2 = Math.sin(cap.minElevationRad) ** 2;
    for (let row = from; row < to; row++) {
      const p = rows.radiusKm[row];
      const a = rows.sinUp[row] * (zKm - rows.zKm[row]) - rows.cosUp[row] * rows.axisKm[row];
      const b = rows.cosUp[row] * flatKm;
      const d = radiusKm * radiusKm + p * p - 2 * rows.zKm[row] * zKm;
      if (!(b > 1e-9)) {
        outCosine[row] = a >= 0 && a * a >= s2 * d ? -1 : 2;
        continue;
      }
      const f = 2 * rows.axisKm[row] * flatKm;
      const half = a * b + (s2 * f) / 2;
      const root = Math.sqrt(Math.max(0, half * half - b * b * (a * a - s2 * d)));
      outCosine[row] = (root - half) / (b * b);
    }
    return;
  }
  const { equatorialRadiusKm, axisStretch } = rows.surface;
  const stretchedKm = Math.sqrt(flatKm * flatKm + zKm * zKm * axisStretch * axisStretch);
  for (let row = from; row < to; row++) {
    const p = rows.radiusKm[row];
    const up = rows.zKm[row] * zKm;
    const across = rows.axisKm[row] * flatKm;
    const isSight = cap.kind === 'sight';
    const theta = isSight ? lookAngleRad(cap, radiusKm, p) : rangeAngleRad(p, radiusKm, cap.rangeKm);
    let level = p * radiusKm * Math.cos(theta) - up;
    if (isSight) {
      const q = rows.stretchedKm[row];
      const horizon = horizonRad(equatorialRadiusKm, stretchedKm, q);
      level = Math.max(level, q * stretchedKm * Math.cos(horizon) - up * axisStretch * axisStretch); // NaN: below the surface
    }
    if (!(theta >= 0 && !Number.isNaN(level))) outCosine[row] = 2;
    else if (across > 1e-6) outCosine[row] = level / across;
    else outCosine[row] = level <= 0 ? -1 : 2;
  }
}

/** A bound of the angle at the centre up to which a satellite covers places, whatever their latitude; NaN: none. */
function widestAngleRad(cap: CoverageCap, radiusKm: number, places: Float64Array, earth: Ellipsoid): number {
  let widest = Number.NaN;
  for (const place of [Math.min(...places), Math.max(...places)]) {
    const lowest = cap.kind === 'elevation' ? cap.minElevationRad - VERTICAL_RAD : 0;
    const angle =
      cap.kind === 'elevation'
        ? Math.acos((place / radiusKm) * Math.cos(lowest)) - lowest
        : widestTargetAngleRad(cap, radiusKm, place, polarRadiusKm(earth));
    if (!(angle <= widest)) widest = Number.isNaN(angle) ? widest : angle;
  }
  return widest + VERTICAL_RAD + 1e-3;
}

/** Adds +1 where a satellite's span of columns begins and -1 after it ends; spans that pass 180° are two. */
function addDifferences(
  grid: CoverageGrid,
  positionEcefKm: Float64Array,
  count: number,
  cap: CoverageCap,
  difference: Int32Array,
): void {
  const { latitudeRad, columns, earth = WGS84 } = grid;
  const rows = latitudeRad.length;
  const places = rowPlaces(grid, cap);
  const perRad = columns / (2 * Math.PI);
  const above: Above = { flatKm: 0, zKm: 0, radiusKm: 0 };
  const cosine = new Float64Array(rows);
  let lastRadiusKm = Number.NaN;
  let widest = Number.NaN;
  for (let k = 0; k < count; k++) {
    const x = positionEcefKm[3 * k];
    const y = positionEcefKm[3 * k + 1];
    const z = positionEcefKm[3 * k + 2];
    const flat2 = x * x + y * y;
    const r = Math.sqrt(flat2 + z * z);
    if (!(Math.abs(r - lastRadiusKm) < 1e-9)) {
      widest = widestAngleRad(cap, r, places.radiusKm, earth); // a shell has one radius
      lastRadiusKm = r;
    }
    if (!(widest >= 0)) continue;
    above.flatKm = Math.sqrt(flat2);
    above.zKm = z;
    above.radiusKm = r;
    const latitude = Math.asin(z / r);
    const centre = (Math.atan2(y, x) + Math.PI) * perRad - 0.5; // in columns
    const south = firstRow(latitudeRad, latitude - widest);
    let north = south;
    while (north < rows && latitudeRad[north] <= latitude + widest) north++;
    spanCosines(cap, places, above, south, north, cosine);
    for (let row = south; row < north; row++) {
      const cosSpan = cosine[row];
      if (!(cosSpan <= 1)) continue;
      const start = row * columns;
      const half = cosSpan <= -1 ? columns : Math.acos(cosSpan) * perRad;
      const from = Math.ceil(centre - half);
      const to = Math.floor(centre + half); // last column inside
      if (to - from + 1 >= columns) difference[start]++;
      else if (from > to) continue;
      else {
        const first = from < 0 ? from + columns : from >= columns ? from - columns : from;
        const after = first + to - from + 1;
        difference[start + first]++;
        if (after < columns) difference[start + after]--;
        else if (after > columns) {
          difference[start]++;
          difference[start + after - columns]--;
        }
      }
    }
  }
}

/** First row at or north of a latitude, by bisection. */
function firstRow(latitudeRad: Float64Array, from: number): number {
  let low = 0;
  let high = latitudeRad.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (latitudeRad[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
