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

/** As many counts, but one point whose missile cannot fly that far. */
export const onePointFails = `vary:
  - { name: aim, input: threat.missile.toward, list: [washington, { latDeg: -40, lonDeg: -70 }] }
trials: 40
record: [cost]
`;
