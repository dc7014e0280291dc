import { EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { capHalfAngleRad } from '../physics/sight.ts';

/** Rows of latitude with evenly spaced longitudes; cell = row × columns + column, columns counted east from 180° W. */
export interface CoverageGrid {
  /** [row] ascending, geocentric */
  latitudeRad: Float64Array;
  columns: number;
}

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
 * Earth-central half angle covered by a satellite at a distance from the centre, on a spherical Earth.
 *
 * @returns 0 to π; negative or NaN where it covers nothing
 */
export function coveredAngleRad(cap: CoverageCap, radiusKm: number): number {
  if (cap.kind === 'elevation') return capHalfAngleRad(radiusKm - EARTH_MEAN_RADIUS_KM, cap.minElevationRad);
  if (cap.kind === 'sight') return sightAngleRad(cap, radiusKm);
  return rangeAngleRad(EARTH_MEAN_RADIUS_KM + cap.targetAltitudeKm, radiusKm, cap.rangeKm);
}

/** Angle at the centre between two radii whose ends lie a distance apart; π where any two ends are nearer, NaN where none is. */
function rangeAngleRad(target: number, radiusKm: number, rangeKm: number): number {
  if (rangeKm === Infinity) return Math.PI;
  const cosine = (radiusKm * radiusKm + target * target - rangeKm * rangeKm) / (2 * radiusKm * target);
  return cosine < -1 ? Math.PI : Math.acos(cosine);
}

/** The least of three angles: horizon at the grazing height, edge of the field of regard, range. */
function sightAngleRad(cap: SightCap, radiusKm: number): number {
  const target = EARTH_MEAN_RADIUS_KM + cap.targetAltitudeKm;
  const grazing = Math.min(target, EARTH_MEAN_RADIUS_KM + cap.grazingKm); // a target below it is seen from its own horizon up
  const horizon = Math.acos(grazing / radiusKm) + Math.acos(grazing / target);
  const sine = (radiusKm * Math.sin(cap.fieldOfRegardRad)) / target;
  const isWide = cap.fieldOfRegardRad >= Math.PI / 2 || sine >= 1; // the field holds the whole Earth's disc, and targets beyond it
  const regard = isWide ? Math.PI : Math.asin(sine) - cap.fieldOfRegardRad;
  return Math.min(horizon, regard, rangeAngleRad(target, radiusKm, cap.rangeKm));
}

/**
 * Counts for every cell the satellites whose cap holds its centre.
 *
 * For each satellite and each row that its cap meets, one arc cosine gives the span of columns, which is added at its two ends of a
 * difference array; a running sum along each row then gives the counts. Counts equal those of testing every pair, but for centres
 * within rounding (1e-14 rad) of a cap's edge.
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

/** Adds +1 where a satellite's span of columns begins and -1 after it ends; spans that pass 180° are two. */
function addDifferences(
  grid: CoverageGrid,
  positionEcefKm: Float64Array,
  count: number,
  cap: CoverageCap,
  difference: Int32Array,
): void {
  const { latitudeRad, columns } = grid;
  const rows = latitudeRad.length;
  const rowSin = latitudeRad.map(Math.sin);
  const rowCos = latitudeRad.map(Math.cos);
  const perRad = columns / (2 * Math.PI);
  let lastRadiusKm = Number.NaN;
  let theta = Number.NaN;
  for (let k = 0; k < count; k++) {
    const x = positionEcefKm[3 * k];
    const y = positionEcefKm[3 * k + 1];
    const z = positionEcefKm[3 * k + 2];
    const flat2 = x * x + y * y;
    const r = Math.sqrt(flat2 + z * z);
    if (!(Math.abs(r - lastRadiusKm) < 1e-9)) {
      theta = coveredAngleRad(cap, r); // a shell has one radius
      lastRadiusKm = r;
    }
    if (!(theta >= 0)) continue;
    const sinSat = z / r;
    const cosSat = Math.sqrt(flat2) / r;
    const cosTheta = Math.cos(theta);
    const latitude = Math.asin(sinSat);
    const centre = (Math.atan2(y, x) + Math.PI) * perRad - 0.5; // in columns
    let row = firstRow(latitudeRad, latitude - theta - 1e-12);
    for (; row < rows && latitudeRad[row] <= latitude + theta + 1e-12; row++) {
      const cosSpan = (cosTheta - rowSin[row] * sinSat) / (rowCos[row] * cosSat);
      if (cosSpan > 1) continue;
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
