import type { SensorPlan } from '../flow/architecture.ts';
import type { SpaceElement, World } from '../flow/world.ts';
import { isInOrbit } from '../kinds/place.ts';
import { revisitTimeS } from '../kinds/sensors/revisit.ts';
import { satelliteSight } from '../kinds/sensors/satellite-sight.ts';
import { sensorKinds } from '../kinds/sensors/sensor-kinds.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import type { BallisticClass } from '../physics/ballistic-class.ts';
import { turnAxesZ } from '../physics/frames.ts';
import { orbitCount, orbitPositionsEciKm } from '../physics/orbits.ts';
import { type GrazingSurface, grazingSurface, rangeOverEarthKm } from '../physics/sight.ts';
import { gmstRad } from '../physics/time.ts';
import { isTrajectory, positionAt, type Trajectory } from '../physics/trajectory.ts';
import { altitudeAtKm } from '../physics/trajectory-build.ts';
import type { SurfacePoint } from '../physics/trajectory-track.ts';
import { type CoverageGrid, columnLongitudeRad } from './coverage-grid.ts';

/** When the launches of the map happen. */
export interface WarningSpan {
  /** First launch, seconds after the epoch. */
  fromS: number;
  /** Time between launches. */
  stepS: number;
  stepCount: number;
}

/** Warning of launches from every cell of a grid at one aim point; arrays are [row][column] of the grid, NaN without a flight. */
export interface WarningMap {
  stepCount: number;
  flightS: Float64Array;
  /** Share of the launches that a satellite detects before burnout. */
  seenFraction: Float64Array;
  /** Share of the launches that two or more satellites see at the same moment of the boost. */
  stereoFraction: Float64Array;
  /** From detection to impact, over the launches that are detected; NaN where none is. */
  warningMeanS: Float64Array;
  /** Least of them; 0 where a launch is not detected. */
  warningMinS: Float64Array;
}

/**
 * Warning time and stereo share over launch cells and the day, from the infrared satellites that detect the boost.
 *
 * From every cell a missile of the class flies to one aim point, at every time of the span. It is detected at the first moment, on a raster
 * of 5 s, at which a satellite sees the burning missile (above the cloud break, line of sight above the grazing height, inside the
 * field of regard), to a quarter of a second, plus half a revisit time for the first look and whole ones for the further looks needed, and before burnout. All
 * satellites work. Ground radars and detection after burnout are left out; delivery is too.
 *
 * @param world its sensors and orbits are read, not its threats
 * @param grid launch cells; latitudes are taken as geodetic
 */
export function warningMap(
  world: World,
  missile: BallisticClass,
  toward: SurfacePoint,
  grid: CoverageGrid,
  span: WarningSpan,
): WarningMap {
  const { stepCount } = span;
  if (!Number.isInteger(stepCount) || stepCount < 1) throw new RangeError(`stepCount must be from 1: ${stepCount}`);
  const watchers = boostWatchers(world);
  const launches = cellLaunches(missile, toward, grid);
  const map = emptyMap(grid.latitudeRad.length * grid.columns, stepCount);
  for (const { cell, trajectory } of launches) {
    map.flightS[cell] = trajectory.impactS;
    map.seenFraction[cell] = map.stereoFraction[cell] = map.warningMeanS[cell] = 0; // counts and sums until the end
  }
  for (let step = 0; step < stepCount; step++) {
    placeWatchers(watchers, world.architecture.epochUnixS, span.fromS + step * span.stepS, missile.burnS);
    for (const launch of launches) tally(map, launch, watchers);
  }
  for (const { cell } of launches) {
    map.warningMeanS[cell] /= map.seenFraction[cell];
    if (map.seenFraction[cell] < stepCount) map.warningMinS[cell] = 0;
    map.seenFraction[cell] /= stepCount;
    map.stereoFraction[cell] /= stepCount;
  }
  return map;
}

/** Time between the moments of a boost that are looked at. */
const RASTER_S = 5;

/** A sensor that detects the boost, and where its satellites are at every moment of it. */
interface Watcher {
  element: SpaceElement;
  surface: GrazingSurface;
  cloudBreakKm: number;
  regardCos: number;
  /** From first sight to detection, on average. */
  delayS: number;
  /** [moment][unit][xyz], Earth-fixed axes of the launch. */
  positionKm: Float64Array[];
}

interface Launch {
  cell: number;
  trajectory: Trajectory;
  /** [moment][xyz], Earth-fixed axes of the launch. */
  positionKm: Float64Array;
  altitudeKm: Float64Array;
}

function boostWatchers(world: World): Watcher[] {
  return world.space
    .filter(({ role, planIndex }) => role === 'sensor' && seesBoost(world.architecture.sensors[planIndex]))
    .map((element) => {
      const plan = world.architecture.sensors[element.planIndex];
      const { grazingKm, cloudBreakKm, fieldOfRegardRad } = satelliteSight(plan);
      return {
        element,
        surface: grazingSurface(grazingKm),
        cloudBreakKm,
        regardCos: Math.cos(fieldOfRegardRad),
        delayS: revisitTimeS(plan) * (plan.looksCount - 0.5),
        positionKm: [],
      };
    });
}

function seesBoost(plan: SensorPlan): boolean {
  return isInOrbit(plan) && (plan.sees ?? sensorKinds[plan.platform].sees).includes('boost');
}

function cellLaunches(missile: BallisticClass, toward: SurfacePoint, grid: CoverageGrid): Launch[] {
  const moments = Math.floor(missile.burnS / RASTER_S);
  const launches: Launch[] = [];
  for (let cell = 0; cell < grid.latitudeRad.length * grid.columns; cell++) {
    const latitudeRad = grid.latitudeRad[Math.floor(cell / grid.columns)];
    const from = { latitudeRad, longitudeRad: columnLongitudeRad(grid, cell % grid.columns), heightKm: 0 };
    const trajectory = buildBallistic(missile, from, toward, { stepS: 10 });
    if (!isTrajectory(trajectory)) continue;
    const positionKm = new Float64Array(3 * moments);
    const altitudeKm = new Float64Array(moments);
    for (let k = 0; k < moments; k++) {
      positionAt(trajectory, (k + 1) * RASTER_S, positionKm, 3 * k);
      altitudeKm[k] = altitudeAtKm(trajectory, (k + 1) * RASTER_S);
    }
    launches.push({ cell, trajectory, positionKm, altitudeKm });
  }
  return launches;
}

/** Moves the satellites of every watcher to the moments of a boost that starts at `launchS` after the epoch. */
function placeWatchers(watchers: readonly Watcher[], epochUnixS: number, launchS: number, burnS: number): void {
  const gmst = gmstRad(epochUnixS + launchS);
  for (const { element, positionKm } of watchers) {
    for (let k = 0; k < Math.floor(burnS / RASTER_S); k++) {
      positionKm[k] ??= new Float64Array(3 * element.count);
      let offset = 0;
      for (const part of element.parts) {
        orbitPositionsEciKm(part, launchS + (k + 1) * RASTER_S, positionKm[k], offset);
        offset += 3 * orbitCount(part);
      }
      turnAxesZ(gmst, positionKm[k], positionKm[k], element.count);
    }
  }
}

/** Adds one launch to the counts and sums of the map. */
function tally(map: WarningMap, launch: Launch, watchers: readonly Watcher[]): void {
  const { cell, trajectory, altitudeKm } = launch;
  let detectedS = Infinity;
  let isStereo = false;
  for (let k = 0; k < altitudeKm.length && !(isStereo && detectedS <= (k + 1) * RASTER_S); k++) {
    let sights = 0;
    for (const watcher of watchers) {
      if (altitudeKm[k] < watcher.cloudBreakKm) continue;
      const seen = countSights(watcher, watcher.positionKm[k], launch.positionKm, 3 * k, 2 - sights);
      sights += seen;
      if (seen > 0 && k * RASTER_S + watcher.delayS < detectedS)
        detectedS = Math.min(detectedS, firstSightS(watcher, launch, k) + watcher.delayS);
    }
    if (sights >= 2) isStereo = true;
  }
  if (isStereo) map.stereoFraction[cell]++;
  if (!(detectedS <= trajectory.burnoutS)) return;
  const warningS = trajectory.impactS - detectedS;
  map.seenFraction[cell]++;
  map.warningMeanS[cell] += warningS;
  if (!(map.warningMinS[cell] <= warningS)) map.warningMinS[cell] = warningS;
}

/** When a missile that is seen at moment k was first seen, after the moment before; paths between the two are taken as straight. */
function firstSightS(watcher: Watcher, launch: Launch, k: number): number {
  if (k === 0) return RASTER_S;
  const target = new Float64Array(3);
  const satellites = new Float64Array(watcher.positionKm[k].length);
  let [no, yes] = [0, 1];
  while (yes - no > 0.05) {
    const share = (no + yes) / 2;
    const heightKm = between(launch.altitudeKm[k - 1], launch.altitudeKm[k], share);
    for (let i = 0; i < 3; i++)
      target[i] = between(launch.positionKm[3 * (k - 1) + i], launch.positionKm[3 * k + i], share);
    for (let i = 0; i < satellites.length; i++)
      satellites[i] = between(watcher.positionKm[k - 1][i], watcher.positionKm[k][i], share);
    if (heightKm >= watcher.cloudBreakKm && countSights(watcher, satellites, target, 0, 1) > 0) yes = share;
    else no = share;
  }
  return (k + yes) * RASTER_S;
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Satellites at `p` that see the missile at `t` in `targetKm`, counted to one at least and `enough` at most. */
function countSights(
  { surface, regardCos }: Watcher,
  p: Float64Array,
  targetKm: Float64Array,
  t: number,
  enough: number,
): number {
  let count = 0;
  for (let a = 0; a < p.length && count < Math.max(1, enough); a += 3) {
    const rangeKm = rangeOverEarthKm(p, a, targetKm, t, surface);
    if (!(rangeKm > 0)) continue;
    const radius2 = p[a] * p[a] + p[a + 1] * p[a + 1] + p[a + 2] * p[a + 2];
    const down = radius2 - (p[a] * targetKm[t] + p[a + 1] * targetKm[t + 1] + p[a + 2] * targetKm[t + 2]);
    if (down >= regardCos * rangeKm * Math.sqrt(radius2)) count++;
  }
  return count;
}

function emptyMap(cells: number, stepCount: number): WarningMap {
  const unknown = () => new Float64Array(cells).fill(Number.NaN);
  return {
    stepCount,
    flightS: unknown(),
    seenFraction: unknown(),
    stereoFraction: unknown(),
    warningMeanS: unknown(),
    warningMinS: unknown(),
  };
}
