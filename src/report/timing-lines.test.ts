import { expect, test } from 'vitest';
import { plainStyle } from './text.ts';
import { timingLines } from './timing-lines.ts';

test('each stage has its time, a share of the whole, and a time a raid where it is made in every raid', () => {
  const stages = [
    { name: 'prepare', count: 3, spentMs: 600 },
    { name: 'links', count: 249, spentMs: 1400 },
  ];
  const lines = timingLines({ trials: 200, threads: 2, isCpuTime: true, stages }, plainStyle, 100).join('\n');
  expect(lines).toMatch(/prepare +3 +600\.0 +- +30\.0 %/);
  expect(lines).toMatch(/links +249 +1400\.0 +7\.000 +70\.0 %/);
  expect(lines).toContain('all 2 threads and the main one together: 2.00 s');
  expect(lines).toContain('Time of the processor');
});

test('a run of no time divides by nothing', () => {
  const stages = [{ name: 'cost', count: 1, spentMs: 0 }];
  const lines = timingLines({ trials: 0, threads: 2, isCpuTime: false, stages }, plainStyle, 100).join('\n');
  expect(lines).toMatch(/cost +1 +0\.0 +- +0\.0 %/);
  expect(lines).toContain('waiting counts');
});
