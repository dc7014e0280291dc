import { coverage } from '../src/effect/coverage.ts';
import { countCovered, equalAngleGrid } from '../src/effect/coverage-grid.ts';
import { DEG_RAD } from '../src/physics/constants.ts';
import { ecefFromGeodetic } from '../src/physics/ellipsoid.ts';
import { compileWalker, type WalkerOrbits, walkerPositionsEcefKm } from '../src/physics/walker.ts';
import { medianS } from './measure.ts';

const ROUNDS = 5;
const SHELL = compileWalker({
  pattern: 'delta',
  planes: 100,
  satellitesPerPlane: 100,
  altitudeKm: 550,
  inclinationDeg: 53,
  phasing: 17,
});
const CAP = { kind: 'elevation' as const, minElevationRad: 25 * DEG_RAD };

/** Throughput of moving a shell and of counting coverage, each beside a plain twin on typed arrays that gives the same answer. */
export async function bench(): Promise<string[]> {
  return [...benchPositions(), ...benchCoverage()];
}

function benchPositions(): string[] {
  const fast = new Float64Array(3 * SHELL.count);
  const plain = new Float64Array(3 * SHELL.count);
  walkerPositionsEcefKm(SHELL, 4321, 1.5, fast);
  plainPositions(SHELL, 4321, 1.5, plain);
  const steps = 1000;
  const fastS = warmMedianS(() => {
    for (let k = 0; k < steps; k++) walkerPositionsEcefKm(SHELL, 60 * k, 4.4e-3 * k, fast);
  });
  const plainS = warmMedianS(() => {
    for (let k = 0; k < steps / 10; k++) plainPositions(SHELL, 60 * k, 4.4e-3 * k, plain);
  });
  const fastRate = (steps * SHELL.count) / fastS / 1e6;
  const plainRate = (0.1 * steps * SHELL.count) / plainS / 1e6;
  return [
    `positions of a shell, Earth-fixed, 10,000 satellites: ${fastRate.toFixed(0)} M satellite-steps/s`,
    `  plain twin, sines and cosines for each satellite:   ${plainRate.toFixed(0)} M satellite-steps/s`,
    `  ratio ${(fastRate / plainRate).toFixed(1)}, farthest apart ${(1e6 * apartKm()).toFixed(3)} mm`,
  ];

  function apartKm(): number {
    walkerPositionsEcefKm(SHELL, 86400, 2, fast);
    plainPositions(SHELL, 86400, 2, plain);
    return fast.reduce((worst, value, k) => Math.max(worst, Math.abs(value - plain[k])), 0);
  }
}

function benchCoverage(): string[] {
  const grid = equalAngleGrid(71, 141);
  const steps = 48;
  const fastS =
    warmMedianS(
      () => coverage([{ orbits: SHELL, cap: CAP }], grid, { epochUnixS: 0, startS: 0, stepS: 60, stepCount: steps }),
      3,
    ) / steps;
  const positions = new Float64Array(3 * SHELL.count);
  walkerPositionsEcefKm(SHELL, 1234.5, 1, positions);
  const counts = new Int32Array(71 * 141);
  const plain = new Int32Array(71 * 141);
  countCovered(grid, positions, SHELL.count, CAP, counts);
  const plainS = warmMedianS(() => plainCounts(positions, plain), 3);
  const different = counts.reduce((sum, n, cell) => sum + (n === plain[cell] ? 0 : 1), 0);
  if (different > 0) throw new Error(`${different} of 10,011 counts are not those of the plain twin`);
  return [
    `coverage, 10,000 satellites x 10,011 places: ${(1440 * fastS).toFixed(2)} s for a day of 60 s steps`,
    `  plain twin, every pair:                    ${(1440 * plainS).toFixed(0)} s, every count the same`,
    `  ratio ${(plainS / fastS).toFixed(1)}`,
  ];
}

function plainPositions(orbits: WalkerOrbits, tS: number, gmst: number, out: Float64Array): void {
  const { planes, satellitesPerPlane, semiMajorAxisKm: a, inclinationRad } = orbits;
  let o = 0;
  for (let p = 0; p < planes; p++) {
    for (let s = 0; s < satellitesPerPlane; s++) {
      const u = orbits.planePhaseRad[p] + (2 * Math.PI * s) / satellitesPerPlane + orbits.meanMotionRadS * tS;
      const node = orbits.raanRad[p] + orbits.raanRateRadS * tS - gmst;
      const across = Math.sin(u) * Math.cos(inclinationRad);
      out[o++] = a * (Math.cos(u) * Math.cos(node) - across * Math.sin(node));
      out[o++] = a * (Math.cos(u) * Math.sin(node) + across * Math.cos(node));
      out[o++] = a * Math.sin(u) * Math.sin(inclinationRad);
    }
  }
}

/** Every satellite against every place on the ellipsoid, by the sine of its elevation. */
function plainCounts(positions: Float64Array, out: Int32Array): void {
  const grid = equalAngleGrid(71, 141);
  const leastSine = Math.sin(CAP.minElevationRad);
  const place = new Float64Array(3);
  for (let cell = 0; cell < out.length; cell++) {
    const latitude = grid.latitudeRad[Math.floor(cell / 141)];
    const longitude = (((cell % 141) + 0.5) / 141 - 0.5) * 2 * Math.PI;
    ecefFromGeodetic(latitude, longitude, 0, place);
    const upX = Math.cos(latitude) * Math.cos(longitude);
    const upY = Math.cos(latitude) * Math.sin(longitude);
    const upZ = Math.sin(latitude);
    let seen = 0;
    for (let i = 0; i < positions.length; i += 3) {
      const dx = positions[i] - place[0];
      const dy = positions[i + 1] - place[1];
      const dz = positions[i + 2] - place[2];
      const up = dx * upX + dy * upY + dz * upZ;
      if (up >= leastSine * Math.sqrt(dx * dx + dy * dy + dz * dz)) seen++;
    }
    out[cell] = seen;
  }
}

function warmMedianS(work: () => void, rounds = ROUNDS): number {
  work();
  return medianS(work, rounds);
}
