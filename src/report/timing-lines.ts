import type { Timings } from '../flow/timings.ts';
import { count, percent } from './number.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** Where the time of a run went, stage by stage. */
export function timingLines({ stages, trials, threads, isCpuTime }: Timings, style: Style, width: number): string[] {
  const sumMs = stages.reduce((sum, { spentMs }) => sum + spentMs, 0);
  const rows = stages.map(({ name, count: times, spentMs }) => [
    name,
    count(times),
    spentMs.toFixed(1),
    times >= trials && trials > 0 ? (spentMs / trials).toFixed(3) : '-',
    percent(sumMs > 0 ? spentMs / sumMs : 0, 1),
  ]);
  const clock = isCpuTime
    ? 'Time of the processor'
    : 'Time by the clock: this version of Node cannot tell that of the processor, so waiting counts';
  const words = `${clock}, all ${threads} threads and the main one together: ${(sumMs / 1000).toFixed(2)} s. Reading files and starting threads are left out.`;
  return [
    heading('Where the time went', style),
    table(['stage', 'times', 'ms', 'ms a raid', 'share'], rows, ['left', 'right', 'right', 'right', 'right'], style),
    '',
    wrap(words, width, 2),
  ];
}
