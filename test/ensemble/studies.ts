import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scenario = fileURLToPath(new URL('../../scenarios/one-missile.yaml', import.meta.url));

/** Writes a study of the smallest scenario into a folder. */
export function writeStudy(folder: string, lines: string, name = 'study.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, `name: Test\nscenario: ${scenario}\n${lines}`);
  return path;
}

/** Trials of each of the four points. */
export const TRIALS = 160;

/** Four points of a few seconds in all, cut into many shards. */
export const fourPoints = `vary:
  - { name: planes, input: 'interceptors.sbi.shells[0].planes', list: [10, 40] }
  - { name: decisionS, input: command.c2.decisionS, list: [10, 60] }
trials: ${TRIALS}
record: [cost, trials]
`;

const AIMS = 101;
/** The point of {@link onePointFails} that fails: the last. */
export const FAILS = 2 * AIMS - 1;
export const failingInputs = { site: { latDeg: 60, lonDeg: 10 }, aim: { latDeg: -34, lonDeg: 151 } };

/**
 * Two launch sites and many aims, the last of which only the first site reaches. So many points are not all tried beforehand, only
 * each value once: that this one cannot be flown shows when it is computed.
 */
export const onePointFails = `vary:
  - { name: site, input: threat.missile.from, list: [north-korea-interior, { latDeg: 60, lonDeg: 10 }] }
  - { name: aim, input: threat.missile.toward, list: [${nearAims().join(', ')}, { latDeg: -34, lonDeg: 151 }] }
trials: 2
record: [cost]
`;

function nearAims(): string[] {
  return Array.from({ length: AIMS - 1 }, (_, i) => `{ latDeg: ${(35 + i / 10).toFixed(1)}, lonDeg: -77 }`);
}
