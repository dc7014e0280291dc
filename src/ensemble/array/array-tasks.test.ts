import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StudyProgress } from '../shards/study-progress.ts';
import type { StudyJob } from '../study/study-job.ts';
import { boundedTaskTrials, hasTasks, openTasks, readNote, readTask, tasksFile, writeTasks } from './array-tasks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-tasks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function progressOf(points: number, trials: number): StudyProgress {
  const job = { points: Array.from({ length: points }, (_, i) => [i]), rule: { trials }, inputs: [] };
  return new StudyProgress(job as unknown as StudyJob);
}

test('tasks hold every trial of every point once, all but the last the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(100),
      (points, trials, more) => {
        const tasks = openTasks(progressOf(points, trials), more + 1);
        const held = tasks.map((shards) => shards.reduce((sum, { from, to }) => sum + to - from, 0));
        for (const [i, size] of held.entries())
          expect(i === held.length - 1 ? size <= more + 1 : size === more + 1).toBe(true);
        const all = tasks
          .flat()
          .flatMap(({ pointIndex, from, to }) =>
            Array.from({ length: to - from }, (_, i) => pointIndex * trials + from + i),
          );
        expect(all).toEqual(Array.from({ length: points * trials }, (_, i) => i));
      },
    ),
  );
});

test('there are never more tasks than a scheduler takes', () => {
  for (const [points, trials] of [
    [5000, 3],
    [1, 100_000],
    [999, 1],
  ] as const) {
    const progress = progressOf(points, trials);
    expect(openTasks(progress, boundedTaskTrials(progress, 1)).length).toBeLessThanOrEqual(1000);
  }
});

test('a task is read back by round and number; an earlier round stays', async () => {
  const tasks = openTasks(progressOf(3, 10), 20);
  await writeTasks(folder, { taskTrials: 20, round: 1 }, tasks);
  await writeTasks(folder, { taskTrials: 20, round: 2 }, tasks.slice(1));
  expect(await readNote(folder)).toEqual({ taskTrials: 20, round: 2 });
  expect(await readTask(folder, 1, 1)).toEqual(tasks[1]);
  expect(await readTask(folder, 2, 0)).toEqual(tasks[1]);
  expect(await hasTasks(folder, { taskTrials: 20, round: 2 }, tasks.slice(1))).toBe(true);
  expect(await hasTasks(folder, { taskTrials: 20, round: 2 }, tasks)).toBe(false);
  await expect(readTask(folder, 2, 1)).rejects.toThrow('has no task 1; there are 1');
  await expect(readTask(folder, 3, 0)).rejects.toThrow('there is no such round');
  writeFileSync(join(folder, tasksFile(2)), 'p0-t5-2\n');
  await expect(readTask(folder, 2, 0)).rejects.toThrow('was changed');
});

test.each(['{', '{}', '{"taskTrials":0,"round":1}', '{"taskTrials":3,"round":"1"}'])(
  'a note of %s is refused',
  async (text) => {
    expect(await readNote(folder)).toBeUndefined();
    writeFileSync(join(folder, 'array.json'), text);
    await expect(readNote(folder)).rejects.toThrow('was changed');
  },
);
