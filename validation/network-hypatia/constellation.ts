import type { Architecture } from '../../src/flow/architecture.ts';
import { elementOrbits } from '../../src/physics/sgp4.ts';
import { unixSFromIso } from '../../src/physics/time.ts';
import { parseTle, tleChecksum } from '../../src/physics/tle.ts';
import { prepareTransport, type Transport } from '../../src/transport/transport.ts';

/** What the files of Hypatia say of a constellation. */
export interface HypatiaShell {
  id: string;
  planes: number;
  satellitesPerPlane: number;
  inclinationDeg: number;
  revolutionsPerDay: number;
  /** Longest link between ground and satellite: the flat cone of Hypatia. */
  userMaxKm: number;
  crosslinkMaxKm: number;
}

export const shells: Record<string, HypatiaShell> = {
  'kuiper-630': {
    id: 'kuiper-630',
    planes: 34,
    satellitesPerPlane: 34,
    inclinationDeg: 51.9,
    revolutionsPerDay: 14.8,
    userMaxKm: 1260,
    crosslinkMaxKm: 5442.958203036287,
  },
  'starlink-550': {
    id: 'starlink-550',
    planes: 72,
    satellitesPerPlane: 22,
    inclinationDeg: 53,
    revolutionsPerDay: 15.19,
    userMaxKm: 1089.68641819562,
    crosslinkMaxKm: 5016.591233098428,
  },
};

const EPOCH = '2000-01-01T00:00:00Z';

/** The element sets that Hypatia writes: angles to four decimals, every second plane half a slot ahead. */
export function elementText(shell: HypatiaShell): string {
  const lines: string[] = [];
  for (let p = 0; p < shell.planes; p++) {
    for (let s = 0; s < shell.satellitesPerPlane; s++) {
      const half = p % 2 === 1 ? 180 / shell.satellitesPerPlane : 0;
      const meanAnomalyDeg = (s * 360) / shell.satellitesPerPlane + half;
      const number = String(p * shell.satellitesPerPlane + s + 1).padStart(5, '0');
      const angle = (deg: number) => deg.toFixed(4).padStart(8);
      const first = `1 ${number}U 00000ABC 00001.00000000  .00000000  00000-0  00000+0 0    0`;
      const second =
        `2 ${number} ${angle(shell.inclinationDeg)} ${angle((p * 360) / shell.planes)} 0000001 ${angle(0)} ` +
        `${angle(meanAnomalyDeg)} ${shell.revolutionsPerDay.toFixed(8).padStart(11)}    0`;
      lines.push(`${shell.id} ${p * shell.satellitesPerPlane + s}`, closed(first), closed(second));
    }
  }
  return lines.join('\n');
}

/** A constellation of Hypatia as a network: +grid for good, no delay at satellites, users by range alone. */
export function hypatiaTransport(shell: HypatiaShell): Transport {
  const epochUnixS = unixSFromIso(EPOCH);
  const { sets, problems } = parseTle(elementText(shell));
  if (problems.length > 0) throw new RangeError(`element sets must be sound: ${problems[0].said.code}`);
  const architecture = {
    name: shell.id,
    epochUtc: EPOCH,
    epochUnixS,
    networks: [
      {
        id: shell.id,
        name: shell.id,
        shells: [
          {
            planes: shell.planes,
            satellitesPerPlane: shell.satellitesPerPlane,
            altitudeKm: 600, // the element sets say where the satellites are; the shell only how they link
            inclinationDeg: shell.inclinationDeg,
            alternateHalfSlot: true,
          },
        ],
        crosslinks: 'plus-grid',
        crosslinkMaxKm: shell.crosslinkMaxKm,
        hopDelayMs: 0,
        userMinElevationDeg: 0,
        userMaxKm: shell.userMaxKm,
        gatewayMinElevationDeg: 0,
      },
    ],
    bridges: [],
    fibre: { speedRatio: 0.68, detourRatio: 1.5, seaDetourRatio: 1.2, routerDelayMs: 0, cables: [], landings: {} },
    sensors: [],
    command: [],
    interceptors: [],
    uses: [],
    launch: { launchers: [] },
    sites: {},
  } as unknown as Architecture;
  const part = elementOrbits(sets, epochUnixS);
  return prepareTransport(architecture, {
    space: [{ id: shell.id, key: shell.id, role: 'network', planIndex: 0, parts: [part], count: part.count }],
    ground: [],
  });
}

function closed(line: string): string {
  return `${line}${tleChecksum(`${line}0`)}`;
}
