import type { Architecture } from '../flow/architecture.ts';
import { WORKS } from '../flow/availability.ts';
import type { ConstellationCoverage, FlyOutCoverage, ShellCoverage } from '../flow/coverage.ts';
import type { SpaceElement } from '../flow/world.ts';
import { DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM } from '../physics/constants.ts';
import { type CapOptions, type ConstellationCap, constellationCap } from './constellation-caps.ts';
import { coverage, coverageByLatitude, coverageOverall } from './coverage.ts';
import { type CoverageCap, type CoverageGrid, coveredAngleRad } from './coverage-grid.ts';
import { minimumCapDeg } from './coverage-minimum-cap.ts';

export interface CoverageOptions extends CapOptions {
  /** Satellites that must cover every place; default 1. */
  fold?: number;
  stepS?: number;
  durationS?: number;
  /** [unit] of the element: its state; absent: all work. */
  states?: Uint8Array;
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
 * out of order are left in, unless `states` says which are not there; a shell with gaps has no smallest cap.
 */
export function constellationCoverage(
  architecture: Architecture,
  element: SpaceElement,
  options: CoverageOptions = {},
): ConstellationCoverage {
  const { fold = 1, stepS = 120, durationS = DAY_S, states, onProgress } = options;
  const plan = planOf(architecture, element);
  const rule = constellationCap(architecture, element, options);
  const grid = latitudeGrid();
  const ofParts = states && statesOfParts(element, states);
  const layers = element.parts.map((orbits, i) => ({ orbits, cap: rule.cap, states: ofParts?.[i] }));
  const steps = Math.max(1, Math.floor(durationS / stepS));
  const found = coverage(
    layers,
    grid,
    { epochUnixS: architecture.epochUnixS, startS: 0, stepS, stepCount: steps },
    (done) => onProgress?.(done / steps),
  );
  const overall = coverageOverall(grid, found);
  const half = (part: 'north' | 'south') => {
    const { minCount, meanCount, zeroFraction } = coverageOverall(grid, found, part);
    return { min: minCount, mean: meanCount, zeroFraction };
  };
  const shells = shellCoverages(element, plan.shells ?? [], { rule, fold, ofParts });
  const minimums = shells.map((shell) => shell.minimumCapDeg).filter((value) => !Number.isNaN(value));
  return {
    id: element.id,
    name: plan.name ?? element.id,
    role: element.role,
    satelliteCount: ofParts?.reduce((sum, each) => sum + workingCount(each), 0) ?? element.count,
    ...(element.health && { health: element.health }),
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
    north: half('north'),
    south: half('south'),
    withLessTime: withLessTime(architecture, element, rule, options, overall.meanCount),
    flyOutS: rule.flyOutS,
    min: overall.minCount,
    max: overall.maxCount,
    mean: overall.meanCount,
    zeroFraction: overall.zeroFraction,
  };
}

/** Shares of the fly-out for which the number in reach is told beside it. */
const LESS_TIME = [0.8, 0.6, 0.4];

/** The mean with less time to fly out: each satellite covers its cap's share of the sphere, so that the mean falls as the caps do. */
function withLessTime(
  architecture: Architecture,
  element: SpaceElement,
  { flyOutS, cap }: ConstellationCap,
  options: CapOptions,
  mean: number,
): FlyOutCoverage[] {
  if (Number.isNaN(flyOutS)) return [];
  const shares = (each: CoverageCap) =>
    element.parts.reduce((sum, part) => {
      const radiiKm = part.kind === 'kepler' ? Array.from(part.semiMajorAxisKm) : [];
      if (part.kind === 'walker') radiiKm.push(part.semiMajorAxisKm);
      const share = radiiKm.reduce(
        (all, radiusKm) => all + (1 - Math.cos(coveredAngleRad(each, radiusKm) || 0)) / 2,
        0,
      );
      return sum + share * (part.kind === 'walker' ? part.count : 1);
    }, 0);
  const whole = shares(cap);
  if (!(whole > 0)) return [];
  return LESS_TIME.map((share) => {
    const lessS = Math.round(share * flyOutS);
    const less = constellationCap(architecture, element, { ...options, flyOutS: lessS });
    return { flyOutS: lessS, mean: (mean * shares(less.cap)) / whole };
  });
}

function latitudeGrid(): CoverageGrid {
  const rows = 180 / LATITUDE_STEP_DEG + 1;
  return {
    latitudeRad: Float64Array.from({ length: rows }, (_, row) => (row * LATITUDE_STEP_DEG - 90) * DEG_RAD),
    columns: COLUMNS,
  };
}

function planOf({ networks, sensors, interceptors }: Architecture, { role, planIndex }: SpaceElement) {
  return (role === 'network' ? networks : role === 'sensor' ? sensors : interceptors)[planIndex];
}

function shellCoverages(
  element: SpaceElement,
  shells: readonly { id?: string }[],
  { rule, fold, ofParts }: { rule: ConstellationCap; fold: number; ofParts?: Uint8Array[] },
): ShellCoverage[] {
  return element.parts.flatMap((part, i) => {
    if (part.kind !== 'walker') return [];
    const satelliteCount = ofParts ? workingCount(ofParts[i]) : part.count;
    return {
      id: shells[i]?.id ?? `shell-${i + 1}`,
      satelliteCount,
      altitudeKm: part.semiMajorAxisKm - EARTH_EQUATORIAL_RADIUS_KM,
      capDeg: coveredAngleRad(rule.cap, part.semiMajorAxisKm) / DEG_RAD,
      minimumCapDeg: satelliteCount < part.count ? Number.NaN : minimumCapDeg(part, fold),
    };
  });
}

/** States by part, cut from those of the element. */
function statesOfParts({ parts }: SpaceElement, states: Uint8Array): Uint8Array[] {
  let end = 0;
  return parts.map(({ count }) => {
    end += count;
    return states.subarray(end - count, end);
  });
}

function workingCount(states: Uint8Array): number {
  return states.reduce((sum, state) => sum + (state === WORKS ? 1 : 0), 0);
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
