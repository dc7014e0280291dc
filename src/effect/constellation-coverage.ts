import type { Architecture } from '../flow/architecture.ts';
import type { ConstellationCoverage, ShellCoverage } from '../flow/coverage.ts';
import type { SpaceElement } from '../flow/world.ts';
import { DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM } from '../physics/constants.ts';
import { type CapOptions, type ConstellationCap, constellationCap } from './constellation-caps.ts';
import { coverage, coverageByLatitude, coverageOverall } from './coverage.ts';
import { type CoverageGrid, coveredAngleRad } from './coverage-grid.ts';
import { minimumCapDeg } from './coverage-minimum-cap.ts';

export interface CoverageOptions extends CapOptions {
  /** Satellites that must cover every place; default 1. */
  fold?: number;
  stepS?: number;
  durationS?: number;
  /** Called after each step of time with the share done. */
  onProgress?: (fraction: number) => void;
}

const LATITUDE_STEP_DEG = 5;
const COLUMNS = 72;
const DAY_S = 86_400;

/**
 * How many satellites of a layer cover each latitude over a day, and the smallest cap of continuous whole-Earth coverage of its shells.
 *
 * Places lie 5 degrees apart from pole to pole and all round. What a satellite covers: see `constellationCap`. Satellites that are
 * out of order are left in.
 */
export function constellationCoverage(
  architecture: Architecture,
  element: SpaceElement,
  options: CoverageOptions = {},
): ConstellationCoverage {
  const { fold = 1, stepS = 120, durationS = DAY_S, onProgress } = options;
  const plan = planOf(architecture, element);
  const rule = constellationCap(architecture, element, options);
  const grid = latitudeGrid();
  const layers = element.parts.map((orbits) => ({ orbits, cap: rule.cap }));
  const steps = Math.max(1, Math.floor(durationS / stepS));
  const found = coverage(layers, grid, architecture.epochUnixS, 0, stepS, steps, (done) => onProgress?.(done / steps));
  const overall = coverageOverall(grid, found);
  const shells = shellCoverages(element, plan.shells ?? [], rule, fold);
  const minimums = shells.map((shell) => shell.minimumCapDeg).filter((value) => !Number.isNaN(value));
  return {
    id: element.id,
    name: plan.name ?? element.id,
    role: element.role,
    satelliteCount: element.count,
    rule: rule.rule,
    targetAltitudeKm: rule.targetAltitudeKm,
    capDeg: widestCapDeg(element, rule, shells),
    fold,
    minimumCapDeg: minimums.length > 0 ? Math.min(...minimums) : Number.NaN,
    isContinuous: shells.some((shell) => shell.capDeg >= shell.minimumCapDeg),
    shells,
    meanInViewByLatitude: coverageByLatitude(grid, found).map((row) => ({
      latitudeDeg: Math.round(row.latitudeRad / DEG_RAD),
      mean: row.meanCount,
      min: row.minCount,
      zeroFraction: row.zeroFraction,
    })),
    min: overall.minCount,
    max: overall.maxCount,
    mean: overall.meanCount,
    zeroFraction: overall.zeroFraction,
  };
}

function latitudeGrid(): CoverageGrid {
  const rows = 180 / LATITUDE_STEP_DEG + 1;
  return {
    latitudeRad: Float64Array.from({ length: rows }, (_, row) => (row * LATITUDE_STEP_DEG - 90) * DEG_RAD),
    columns: COLUMNS,
  };
}

function planOf({ networks, sensors, interceptors }: Architecture, { role, planIndex }: SpaceElement) {
  return (role === 'network' ? networks : role === 'sensor' ? sensors : interceptors)[planIndex]!;
}

function shellCoverages(
  element: SpaceElement,
  shells: readonly { id?: string }[],
  { cap }: ConstellationCap,
  fold: number,
): ShellCoverage[] {
  return element.parts.flatMap((part, i) => {
    if (part.kind !== 'walker') return [];
    return {
      id: shells[i]?.id ?? `shell-${i + 1}`,
      satelliteCount: part.count,
      altitudeKm: part.semiMajorAxisKm - EARTH_EQUATORIAL_RADIUS_KM,
      capDeg: coveredAngleRad(cap, part.semiMajorAxisKm) / DEG_RAD,
      minimumCapDeg: minimumCapDeg(part, fold),
    };
  });
}

/** Of the shells, or of satellites on other orbits at their mean distance. */
function widestCapDeg({ parts }: SpaceElement, { cap }: ConstellationCap, shells: readonly ShellCoverage[]): number {
  const others = parts.flatMap((part) =>
    part.kind === 'kepler'
      ? Array.from(part.semiMajorAxisKm, (radiusKm) => coveredAngleRad(cap, radiusKm) / DEG_RAD)
      : [],
  );
  const all = [...shells.map(({ capDeg }) => capDeg), ...others].filter((value) => !Number.isNaN(value));
  return all.length > 0 ? Math.max(...all) : Number.NaN;
}
