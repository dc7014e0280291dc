import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RunRows } from '../../src/flow/result.ts';
import { run } from '../../src/run/run.ts';
import { root, shippedScenario } from '../fixtures/shipped-scenario.ts';
import { differences, stored } from './differences.ts';

const TRIALS = 12;
const SEED = 20260731;
const MOST_LINES = 25;
const isUpdate = process.env.GOLDEN_UPDATE === '1';

/** Scenarios that name a file which does not come with the package, and where it may lie. */
const NEEDED: Record<string, { element: string; file: string }> = {
  'starlink-now': { element: 'starlink', file: '../shared/data/starlink-2026-05-12.tle' },
};

const names = readdirSync(`${root}scenarios`)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();

describe('whole runs of the shipped scenarios come out as last time', () => {
  for (const name of names) {
    const needed = NEEDED[name];
    const isMissing = needed !== undefined && !existsSync(root + needed.file);
    test.skipIf(isMissing)(isMissing ? `${name} (skipped: no ${needed.file})` : name, () => {
      const architecture = shippedScenario(name, needed ? { [needed.element]: needed.file } : {});
      Object.assign(architecture.analysis, { trials: TRIALS, seed: SEED });
      const actual = goldenOf(run(architecture));
      const file = `${root}test/golden/${name}/reference.json`;
      if (isUpdate) {
        mkdirSync(`${root}test/golden/${name}`, { recursive: true });
        writeFileSync(file, `${JSON.stringify(actual, null, 1)}\n`);
        return;
      }
      if (!existsSync(file)) throw new Error(`${name} has no golden yet: npm run golden:update`);
      const lines = differences(JSON.parse(readFileSync(file, 'utf8')), actual);
      if (lines.length > 0) throw new Error(message(name, lines));
    });
  }

  test('no golden is left over', () => {
    const folders = readdirSync(`${root}test/golden`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** What is compared: the answer without versions and lists of sources, and what became of every threat in every trial. */
function goldenOf({ result, outcomes }: RunRows): unknown {
  const { version: _version, provenance, ...answer } = result;
  const { numberCount, basisCount } = provenance;
  const trials = outcomes.map(({ shots, ...outcome }) => ({
    ...outcome,
    shots: shots.map(({ layerIndex, unitIndex, threatIndex, interceptS, result: what }) =>
      [layerIndex, unitIndex, threatIndex, interceptS.toFixed(6), what].join(' '),
    ),
  }));
  return stored({ ...answer, provenance: { numberCount, basisCount }, outcomes: trials });
}

function message(name: string, lines: string[]): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
  const more = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} more`] : [];
  const head = `${name}: ${lines.length} ${lines.length === 1 ? 'number differs' : 'numbers differ'} from the golden`;
  return [head, ...shown, ...more, 'If that is what the change should do: npm run golden:update'].join('\n');
}
