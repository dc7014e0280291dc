import type { Timings } from '../flow/timings.ts';
import { count, fixed, percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** Where the time of a run went, stage by stage. */
export function timingLines({ stages, trials, threads, isCpuTime }: Timings, style: Style, width: number): string[] {
  const sumMs = stages.reduce((sum, { spentMs }) => sum + spentMs, 0);
  const rows = stages.map(({ name, count: times, spentMs }) => [
    name,
    count(times),
    fixed(spentMs, 1),
    times >= trials && trials > 0 ? fixed(spentMs / trials, 3) : '-',
    percent(sumMs > 0 ? spentMs / sumMs : 0, 1),
  ]);
  const spent = { threads, seconds: sumMs / 1000 };
  const words = isCpuTime ? say('timing.processor', spent) : say('timing.clock', spent);
  const head = [say('timing.stage'), say('timing.times'), 'ms', say('timing.ms-raid'), say('head.share')];
  return [
    heading(say('timing.title'), style),
    table(head, rows, ['left', 'right', 'right', 'right', 'right'], style),
    '',
    wrap(words, width, 2),
  ];
}
