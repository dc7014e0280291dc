import { flyOutOf, reachKm } from '../src/engage/fly-out.ts';
import { equip, prepareLayers } from '../src/engage/layer.ts';
import { opportunities } from '../src/engage/opportunities.ts';
import { type ReachPath, reachCount, reachRoom } from '../src/engage/reach-count.ts';
import { copyTrajectory, positionAt, rotateTrajectory, type Trajectory } from '../src/physics/trajectory.ts';
import { compileWalker, walkerPositionsEciKm } from '../src/physics/walker.ts';
import { spaceLayer } from '../test/fixtures/small-layers.ts';
import { type LatLon, smallWorld, solidFlight } from '../test/fixtures/small-world.ts';
import { medianS } from './measure.ts';

const SITES = 20;
const EPOCHS = 144;
const SAMPLES = 30;
const SIDEREAL_RAD_S = 7.2921159e-5;
const FLY_OUT = flyOutOf(15, 6, 120);
const RELEASE_S = 60;
const SHELL = compileWalker({
  pattern: 'delta',
  planes: 100,
  satellitesPerPlane: 100,
  altitudeKm: 400,
  inclinationDeg: 60,
  phasing: 1,
});

/** Interceptors in reach over a day of launches from many sites, beside the plain twin; and what a trial's search costs. */
export async function bench(): Promise<string[]> {
  return [...benchCounts(), ...benchTrial()];
}

function benchCounts(): string[] {
  const flights = Array.from({ length: SITES }, (_, i) => solidFlight(siteAt(i), [55, -100]));
  const turnedFlight = copyTrajectory(flights[0]);
  const path: ReachPath = {
    count: SAMPLES,
    tS: Float64Array.from({ length: SAMPLES }, (_, j) => ((j + 1) * flights[0].burnoutS) / SAMPLES),
    positionEciKm: new Float64Array(3 * SAMPLES),
  };
  const room = reachRoom(SHELL.satellitesPerPlane, SAMPLES);
  const counts = new Int32Array(SITES * EPOCHS);
  const fill = (flight: Trajectory, epoch: number) => {
    boostOnly(flight, turnedFlight, SIDEREAL_RAD_S * 600 * epoch);
    for (let j = 0; j < SAMPLES; j++) positionAt(turnedFlight, path.tS[j], path.positionEciKm, 3 * j);
  };
  const fastS = medianS(() => {
    for (let e = 0; e < EPOCHS; e++) {
      for (let i = 0; i < SITES; i++) {
        fill(flights[i], e);
        counts[e * SITES + i] = reachCount(SHELL, 600 * e, path, FLY_OUT, RELEASE_S, room);
      }
    }
  }, 5);
  const plain = new Int32Array(SITES * EPOCHS);
  const plainS = medianS(() => plainCounts(flights, fill, path, plain), 1);
  const different = counts.reduce((sum, n, k) => sum + (n === plain[k] ? 0 : 1), 0);
  return [
    `reach, 10,000 interceptors x ${SITES} sites x ${EPOCHS} epochs x ${SAMPLES} samples: ${fastS.toFixed(3)} s`,
    `  plain twin, every satellite at every sample: ${plainS.toFixed(2)} s, ${different} of ${counts.length} counts different`,
    `  ratio ${(plainS / fastS).toFixed(0)}`,
  ];
}

/** Turns the samples of a flight up to burnout only: the rest of the path plays no part here. */
function boostOnly(flight: Trajectory, out: Trajectory, angleRad: number): void {
  const count = Math.ceil(flight.burnoutS / flight.stepS) + 2;
  rotateTrajectory({ ...flight, count }, angleRad, Object.assign(out, { count, stepS: flight.stepS }));
}

function plainCounts(
  flights: Trajectory[],
  fill: (flight: Trajectory, epoch: number) => void,
  path: ReachPath,
  out: Int32Array,
): void {
  const tables = Array.from({ length: SAMPLES }, () => new Float64Array(3 * SHELL.count));
  for (let e = 0; e < EPOCHS; e++) {
    for (let j = 0; j < SAMPLES; j++) walkerPositionsEciKm(SHELL, 600 * e + path.tS[j], tables[j]);
    for (let i = 0; i < flights.length; i++) {
      fill(flights[i], e);
      const inReach = new Uint8Array(SHELL.count);
      for (let j = 0; j < SAMPLES; j++) {
        const flownS = path.tS[j] - RELEASE_S;
        const radiusKm = flownS <= FLY_OUT.maxS ? reachKm(FLY_OUT, flownS) : 0;
        const table = tables[j];
        const [x, y, z] = path.positionEciKm.subarray(3 * j, 3 * j + 3);
        for (let k = 0; k < SHELL.count; k++) {
          const dx = table[3 * k] - x;
          const dy = table[3 * k + 1] - y;
          const dz = table[3 * k + 2] - z;
          if (radiusKm > 0 && dx * dx + dy * dy + dz * dz <= radiusKm * radiusKm) inReach[k] = 1;
        }
      }
      out[e * flights.length + i] = inReach.reduce((sum, n) => sum + n, 0);
    }
  }
}

function benchTrial(): string[] {
  const flight = solidFlight();
  const lines: string[] = [];
  const seconds: number[] = [];
  for (const [planes, perPlane, threats] of [
    [100, 100, 10],
    [200, 200, 10],
    [100, 100, 100],
  ]) {
    const flights = Array.from({ length: threats }, () => flight);
    const world = smallWorld({ layers: [spaceLayer(planes, perPlane)], flights, spacingS: 2, startS: 5000 });
    const layers = prepareLayers(world).map((layer) => equip(layer));
    const orderS = Float64Array.from(world.threats, ({ launchS }) => launchS + 60);
    const oneWayS = new Float64Array(planes * perPlane).fill(0.1);
    let rows = 0;
    const s = medianS(() => {
      rows = opportunities(world, layers[0], orderS, oneWayS).count;
    }, 25);
    seconds.push(s);
    const size = `${(planes * perPlane).toLocaleString('en')} interceptors x ${threats} threats`;
    lines.push(`opportunities of one trial, ${size}: ${(1000 * s).toFixed(2)} ms, ${rows} rows`);
  }
  const [base, fourfold, tenfold] = seconds;
  const bySatellites = Math.log(fourfold / base) / Math.log(4);
  const byThreats = Math.log10(tenfold / base);
  lines.push(
    `  time grows with the power ${bySatellites.toFixed(2)} of satellites, ${byThreats.toFixed(2)} of threats`,
  );
  return lines;
}

function siteAt(i: number): LatLon {
  return [35 + ((i * 7) % 30), 30 + i * 5];
}
