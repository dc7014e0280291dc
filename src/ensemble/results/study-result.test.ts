import { expect, test } from 'vitest';
import { testCatalog } from '../../../test/fixtures/catalog.ts';
import { tell } from '../../words/words.ts';
import { shardComputer } from '../shards/compute-shard.ts';
import { doneShard } from '../shards/shard.ts';
import { StudyProgress } from '../shards/study-progress.ts';
import { parseStudy, planStudy } from '../study/plan-study.ts';
import { studyResult } from './study-result.ts';

const scenarioText = `name: One missile
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
`;

function resultOf(lines: string) {
  const catalog = testCatalog();
  const texts = { scenarioFile: 's.yaml', scenarioText, files: {} };
  const plan = planStudy(parseStudy(`name: Test\nscenario: s.yaml\n${lines}`, 'study.yaml'), texts, catalog, '1');
  const progress = new StudyProgress(plan.job);
  const compute = shardComputer(plan.job, catalog);
  for (let shard = progress.next(10); shard; shard = progress.next(10))
    progress.accept(shard, doneShard(shard, compute(shard)));
  return studyResult(plan, progress);
}

const twoPoints = `vary: [{ name: planes, input: 'interceptors.sbi.shells[0].planes', list: [1, 30] }]\n`;

test('points that run out of trials before their interval is narrow are told of', () => {
  const tight = resultOf(`${twoPoints}stop: { output: noLeaker, halfWidth: 0.0001, minTrials: 10, maxTrials: 20 }\n`);
  expect(tight.notes.map(tell)).toEqual([
    'After 20 trials the 95 % interval of 2 of 2 design points is still wider than ±0.0001: raise maxTrials.',
  ]);
  const loose = resultOf(`${twoPoints}stop: { output: noLeaker, halfWidth: 0.5, minTrials: 10, maxTrials: 20 }\n`);
  expect(loose.notes).toEqual([]);
  const find = 'find: { output: noLeaker, atLeast: 0.5, along: planes }';
  const asked = resultOf(
    `${twoPoints}stop: { output: noLeaker, halfWidth: 0.5, minTrials: 10, maxTrials: 20 }\n${find}\n`,
  );
  const open = asked.points.filter(({ trials }) => trials === 20).length;
  expect(open).toBeGreaterThan(0);
  expect(asked.notes.map(tell)).toEqual([
    `After 20 trials the interval of ${open} of 2 design points still holds the level that is asked for: raise maxTrials to tell more.`,
  ]);
});

test('designs with indices of their own have no tornado that chance could draw', () => {
  const vary = `vary:
  - { name: s, input: command.c2.decisionS, between: { low: 5, high: 60 } }
  - { name: price, input: interceptors.sbi.launchUsdKg, between: { low: 500, high: 5000 } }
trials: 5
`;
  for (const method of ['saltelli', 'morris']) {
    const { tornado, sobol, morris } = resultOf(`${vary}sample: { method: ${method}, count: 2 }\n`);
    expect(tornado).toEqual([]);
    expect(sobol.length + morris.length).toBe(6);
  }
});

test('a Sobol sample that is no power of two is told of', () => {
  const vary = `vary: [{ name: s, input: command.c2.decisionS, between: { low: 5, high: 60 } }]\ntrials: 1\n`;
  const notes = (count: number) => resultOf(`${vary}sample: { method: sobol, count: ${count} }\n`).notes.map(tell);
  expect(notes(6)).toEqual([
    'A sample of 6 points is uneven: those of a Sobol sequence lie evenly in powers of two, such as 4 or 8.',
  ]);
  expect(notes(8)).toEqual([]);
});
