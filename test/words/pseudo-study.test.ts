import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCaptured } from '../../src/cli/run-captured.ts';
import { command } from '../../src/cli/sweep.ts';
import { arraySystems } from '../../src/ensemble/array/job-scripts.ts';
import { studyResult } from '../../src/ensemble/results/study-result.ts';
import { shardComputer } from '../../src/ensemble/shards/compute-shard.ts';
import { doneShard } from '../../src/ensemble/shards/shard.ts';
import { StudyProgress } from '../../src/ensemble/shards/study-progress.ts';
import { parseStudy, planStudy } from '../../src/ensemble/study/plan-study.ts';
import { draw } from '../../src/figures/draw.ts';
import type { StudyResult } from '../../src/flow/study.ts';
import { studyPage } from '../../src/report/study/study-page.ts';
import { studyText } from '../../src/report/study/study-text.ts';
import { english } from '../../src/words/en/index.ts';
import { french } from '../../src/words/fr/index.ts';
import { inLanguage, meaningIn, speak } from '../../src/words/words.ts';
import { writeStudy } from '../ensemble/studies.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import { accented, pseudo, shownText, wordsLeft } from './pseudo.ts';

const catalog = testCatalog();
const folder = mkdtempSync(join(tmpdir(), 'cupola-pseudo-'));

beforeEach(() => speak(pseudo));
afterEach(() => speak(english));
afterAll(() => rmSync(folder, { recursive: true }));

const scenarioText = `name: ${accented('One missile')}
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
`;

const PLANES = "name: planes, input: 'interceptors.sbi.shells[0].planes'";
const DECISION = "name: decision, label: 'décîsîöñ, ŝ', input: command.c2.decisionS";
const along = 'between: { low: 5, high: 60 }';
const sampled = (sample: string) => `vary:
  - { ${PLANES}, ${along}, whole: true }
  - { ${DECISION}, ${along} }
sample: { ${sample} }
trials: 5
record: [cost]
`;

const grid = `vary:
  - { ${PLANES}, list: [5, 60, 90] }
  - { ${DECISION}, list: [10, 60, 900] }
  - { name: salvo, input: interceptors.sbi.salvo, list: [1] }
trials: 8
record: [cost, layers]
`;

/** Studies that say all that a study may: each design, goals that are reached, missed and open, more of the values than are named. */
const studies: Record<string, string> = {
  'a grid': `${grid}find: { output: noLeaker, atLeast: 0.3, along: planes }\nworst: { output: noLeaker, atLeast: 0.3, over: decision }\n`,
  'goals at most': `${grid}find: { output: expectedLeakers, atMost: 1, along: decision }\nworst: { output: expectedLeakers, atMost: 1, over: decision }\n`,
  'goals not reached': `${grid}find: { output: allEngaged, atLeast: 1, along: planes }\nworst: { output: allEngaged, atLeast: 1, over: decision }\n`,
  'one input': `vary: [{ ${PLANES}, list: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30] }]\ntrials: 5\n`,
  'a sample': sampled('method: latin-hypercube, count: 48'),
  'Sobol indices': sampled('method: saltelli, count: 16'),
  'elementary effects': sampled('method: morris, count: 4'),
  'one at a time': sampled('method: one-at-a-time'),
  'too few trials': `vary: [{ ${PLANES}, list: [1, 30] }]\nstop: { output: noLeaker, halfWidth: 0.0001, minTrials: 10, maxTrials: 20 }\n`,
};

/** A study as it came out; without `isDone` its last shard failed. */
function resultOf(lines: string, isDone: boolean): StudyResult {
  const texts = { scenarioFile: 's.yaml', scenarioText, files: {} };
  const plan = planStudy(parseStudy(`name: Ţéšţ\nscenario: s.yaml\n${lines}`, 'study.yaml'), texts, catalog, '1');
  const progress = new StudyProgress(plan.job);
  const compute = shardComputer(plan.job, catalog);
  const last = plan.job.points.length - 1;
  for (let shard = progress.next(10); shard; shard = progress.next(10))
    if (isDone || shard.pointIndex < last) progress.accept(shard, doneShard(shard, compute(shard)));
    else progress.fail(shard, '-');
  return studyResult(plan, progress);
}

/** Names of inputs, places in the scenario, the file of all rows, and hashes. */
const NAMES = 'planes Planes decision salvo interceptors sbi shells command decisionS points parquet';
const namesOf = ({ studyHash, resultHash, catalogHash }: StudyResult) => [
  NAMES,
  ...[studyHash, resultHash, resultHash.slice(0, 16), studyHash.slice(0, 16), catalogHash],
];

describe('a third language leaves no English in a study', () => {
  test.each(Object.entries(studies))('%s', (_name, lines) => {
    const result = resultOf(lines, true);
    expect(wordsLeft(studyText(result), namesOf(result))).toEqual([]);
    const page = studyPage(result, draw);
    expect(page).toContain('<html lang="qps">');
    expect(shownText(page).length).toBeGreaterThan(300);
    expect(wordsLeft(shownText(page), namesOf(result))).toEqual([]);
  });

  test('with a part that failed', () => {
    const result = resultOf(grid, false);
    const shard = result.failures[0].shard;
    for (const text of [studyText(result), shownText(studyPage(result, draw))]) {
      expect(text).toContain(shard);
      expect(wordsLeft(text.replaceAll('quot', ''), [...namesOf(result), shard])).toEqual([]);
    }
  });

  test('set up as a job array, looked at and gathered', async () => {
    const study = writeStudy(folder, `vary: [{ ${PLANES}, list: [10, 40] }]\ntrials: 20\n`);
    const jobs = join(folder, 'jobs');
    const said = async (...words: string[]) => {
      const { text, notes } = await runCaptured(command, words, new AbortController().signal);
      return [text, ...notes].join('\n');
    };
    const typed = Object.values(arraySystems).flatMap((system) => system.command);
    const known = [...typed, 'cd sweep STUDY array collect submit slurm resume out workers Test', folder, 'jobs study'];
    const answers = [
      await said(study, '--array', jobs),
      await said(study, '--array', jobs),
      await said('--status', '--out', jobs),
      await said('--status', '--out', folder),
      await said('--collect', jobs),
      await said('--collect', folder),
      await said(study, '--out', jobs, '--workers', '0'),
    ];
    for (const text of answers) {
      expect(text.length).toBeGreaterThan(30);
      const plain = text.replace(/\S*\.(sh|yaml|sub|json)\b.*|p\d+-t\d+-\d+/g, '');
      expect(wordsLeft(plain, known)).toEqual([]);
    }
  });
});

test('what stands behind rows and bands has its French', () => {
  const results = Object.values(studies).map((lines) => resultOf(lines, true));
  const rows = results.flatMap(({ tornado, curves }) => [
    ...tornado.map(({ basis }) => basis),
    ...curves.map(({ band }) => band),
  ]);
  const texts = [...new Set(rows)];
  expect(texts).toHaveLength(5);
  for (const text of texts) expect(inLanguage(french, () => meaningIn(text))).not.toBe(text);
});
