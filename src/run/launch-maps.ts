import { type CoverageGrid, columnLongitudeRad, equalAngleGrid } from '../effect/coverage-grid.ts';
import { warningMap } from '../effect/warning.ts';
import { type FlyOut, flyOutOf } from '../engage/fly-out.ts';
import { reachCount, reachRoom } from '../engage/reach-count.ts';
import type { Architecture, InterceptorPlan } from '../flow/architecture.ts';
import { allWork } from '../flow/availability.ts';
import type { LaunchMap, MapPlace } from '../flow/launch-map.ts';
import type { Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { isInOrbit } from '../kinds/place.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import type { BallisticClass } from '../physics/ballistic-class.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { gmstRad } from '../physics/time.ts';
import { copyTrajectory, isTrajectory, positionAt, rotateTrajectory, type Trajectory } from '../physics/trajectory.ts';
import type { WalkerOrbits } from '../physics/walker.ts';
import { worldAt } from '../world/world.ts';
import type { Prepared } from './prepare.ts';

/** Cells of the maps: 6 degrees by 6 degrees. */
const ROWS = 30;
const COLUMNS = 60;
/** Launches a cell, spread over the launch window. */
const MOMENTS = 6;
const SAMPLE_S = 5;

/**
 * Maps of the report: interceptors in reach of, and warning of, missiles launched from each cell at the raid's first aim point.
 *
 * The class of the raid's first ballistic group flies from every cell that it can. Reach: the boost, from the run's median release to
 * burnout, by the ball of free fall; satellites all work; Walker shells only. Warning: see `warningMap`.
 */
export function launchMaps(prepared: Prepared, { effect }: Result): LaunchMap[] {
  const { architecture } = prepared;
  const threat = architecture.threats.find(({ flight }) => flight === 'ballistic');
  const aim = threat?.toward[0];
  if (!threat || !aim) return [];
  const missile = threat as unknown as BallisticClass;
  const toward = { latitudeRad: aim.latDeg * DEG_RAD, longitudeRad: aim.lonDeg * DEG_RAD, heightKm: 0 };
  const places: MapPlace[] = [
    ...threat.from.map(({ latDeg, lonDeg, name }) => ({ latDeg, lonDeg, name })),
    { latDeg: aim.latDeg, lonDeg: aim.lonDeg, name: said('map.aim', { name: aim.name }) },
  ];
  const launches = cellLaunches(missile, toward);
  const shared = { rows: ROWS, columns: COLUMNS, places };
  const maps: LaunchMap[] = [];
  for (const element of prepared.elements.space) {
    const plan = architecture.interceptors[element.planIndex];
    const walkers = element.parts.filter((part) => part.kind === 'walker');
    const isBoost = (plan?.engages ?? ['boost']).includes('boost');
    if (element.role !== 'interceptor' || !isBoost || walkers.length === 0 || !effect) continue;
    const releaseS = effect.times.released.medianS;
    if (!(releaseS < missile.burnS)) continue;
    maps.push({
      ...shared,
      id: `reach-${element.id}`,
      title: said('map.reach', { id: element.id }),
      meaning: said('map.reach-say', { name: plan.name, releaseS: Math.round(releaseS) }),
      values: reachByCell(launches, walkers, architecture, plan, releaseS),
      unit: said('map.interceptors'),
      digits: 1,
      column: 'inReachMeanCount',
    });
  }
  if (architecture.sensors.some(isInOrbit))
    maps.push(...warning(prepared, missile, toward).map((map) => ({ ...shared, ...map })));
  return maps;
}

interface CellLaunch {
  cell: number;
  trajectory: Trajectory;
}

function cellLaunches(missile: BallisticClass, toward: Parameters<typeof buildBallistic>[2]): CellLaunch[] {
  const grid = equalAngleGrid(ROWS, COLUMNS);
  const launches: CellLaunch[] = [];
  for (let cell = 0; cell < ROWS * COLUMNS; cell++) {
    const latitudeRad = grid.latitudeRad[Math.floor(cell / COLUMNS)];
    const from = { latitudeRad, longitudeRad: columnLongitudeRad(grid, cell % COLUMNS), heightKm: 0 };
    const trajectory = buildBallistic(missile, from, toward, { stepS: 10 });
    if (isTrajectory(trajectory)) launches.push({ cell, trajectory });
  }
  return launches;
}

function reachByCell(
  launches: readonly CellLaunch[],
  shells: readonly WalkerOrbits[],
  architecture: Architecture,
  plan: InterceptorPlan,
  releaseS: number,
): number[] {
  const { epochUnixS, analysis } = architecture;
  const flyOut: FlyOut = flyOutOf(plan.accelerationG!, plan.deltaVKmS!, plan.flyOutMaxS ?? 1000);
  const values = new Array<number>(ROWS * COLUMNS).fill(Number.NaN);
  const perUnit = interceptorKinds[plan.basing].perPlaceCount(plan);
  for (const { cell, trajectory } of launches) {
    const turned = copyTrajectory(trajectory);
    let sum = 0;
    for (let k = 0; k < MOMENTS; k++) {
      const launchS = ((k + 0.5) * analysis.launchWindowS) / MOMENTS;
      rotateTrajectory(trajectory, gmstRad(epochUnixS + launchS), turned);
      const path = boostPath(turned, releaseS, plan.minAltitudeKm);
      for (const shell of shells)
        sum += reachCount(shell, launchS, path, flyOut, releaseS, reachRoom(shell.satellitesPerPlane, path.count));
    }
    values[cell] = (perUnit * sum) / MOMENTS;
  }
  return values;
}

/** The boost above the lowest intercept, a sample each few seconds. */
function boostPath(trajectory: Trajectory, releaseS: number, minAltitudeKm: number) {
  const times: number[] = [];
  const point = new Float64Array(3);
  for (let tS = releaseS + SAMPLE_S; tS <= trajectory.burnoutS; tS += SAMPLE_S) {
    positionAt(trajectory, tS, point, 0);
    if (Math.sqrt(point[0] ** 2 + point[1] ** 2 + point[2] ** 2) - 6371 >= minAltitudeKm) times.push(tS);
  }
  const positionEciKm = new Float64Array(3 * times.length);
  times.forEach((tS, j) => {
    positionAt(trajectory, tS, positionEciKm, 3 * j);
  });
  return { count: times.length, tS: Float64Array.from(times), positionEciKm };
}

function warning(prepared: Prepared, missile: BallisticClass, toward: Parameters<typeof warningMap>[2]) {
  const { architecture, elements, flights } = prepared;
  const world = worldAt(architecture, elements, flights, 0, allWork(elements));
  const { launchWindowS } = architecture.analysis;
  const grid = equalAngleGrid(ROWS, COLUMNS);
  const stepS = launchWindowS / 4;
  const map = warningMap(world, missile, toward, grid, { fromS: stepS / 2, stepS, stepCount: 4 });
  const hasFlight = Array.from(map.flightS, Number.isFinite);
  const unseen = Array.from(map.seenFraction, (share) => 100 * (1 - share));
  const stereo = Array.from(map.stereoFraction, (share) => 100 * share);
  const overall = (values: readonly number[]) => meanByArea(grid, values) / 100;
  const beside = [
    { column: 'neverSeenPercent', values: unseen },
    { column: 'stereoPercent', values: stereo },
  ];
  const shares = { unseen: overall(unseen), stereo: overall(stereo) };
  return [
    {
      id: 'warning',
      title: said('map.warning'),
      meaning: said('map.warning-say', shares),
      values: Array.from(map.warningMeanS, (valueS) => valueS / 60),
      blank: {
        cells: hasFlight.map((flies, cell) => flies && map.seenFraction[cell] === 0),
        meaning: said('map.unseen'),
      },
      beside,
      unit: said('map.minutes'),
      digits: 0,
      column: 'warningMeanMin',
    },
    ...(unseen.some((share) => share > 0)
      ? [percentMap('warning-unseen', 'map.never-seen', said('map.never-seen-say', shares), beside[0])]
      : []),
    percentMap('warning-stereo', 'map.stereo', said('map.stereo-say', shares), beside[1]),
  ];
}

function percentMap(
  id: string,
  title: 'map.never-seen' | 'map.stereo',
  meaning: Said,
  { column, values }: { column: string; values: number[] },
) {
  const scale: [number, number] = [0, 100];
  return { id, title: said(title), meaning, values, unit: said('map.percent'), digits: 0, column, scale };
}

/** Mean over the surface of the cells that have a value. */
function meanByArea({ latitudeRad, columns }: CoverageGrid, values: readonly number[]): number {
  let area = 0;
  let sum = 0;
  values.forEach((value, cell) => {
    if (!Number.isFinite(value)) return;
    const weight = Math.cos(latitudeRad[Math.floor(cell / columns)]);
    area += weight;
    sum += weight * value;
  });
  return sum / area;
}
