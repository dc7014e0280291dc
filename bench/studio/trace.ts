/** One event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Work of the page's main thread, frame by frame. */
export interface FrameTimes {
  /** From one animation frame to the next, milliseconds. */
  intervalMs: number[];
  /** All tasks of the main thread that start in the frame, milliseconds of the wall clock. */
  mainMs: number[];
  /** The same in CPU time of the thread; empty where the trace has none. */
  mainCpuMs: number[];
}

export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Groups the tasks of the busiest renderer's main thread by animation frame. */
export function frameTimes(trace: Buffer): FrameTimes {
  const { traceEvents: events } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const starts = new Map<string, number[]>();
  for (const event of events)
    if (event.name === 'FireAnimationFrame') starts.set(key(event), [...(starts.get(key(event)) ?? []), event.ts]);
  const [thread, found] = [...starts].sort((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
  const tasks = events.filter((event) => event.name === 'RunTask' && key(event) === thread && event.ph === 'X');
  tasks.sort((a, b) => a.ts - b.ts);
  const fired = found.sort((a, b) => a - b);
  // a frame may call several callbacks: it is the task that holds them
  let next = 0;
  const at: number[] = [];
  for (const { ts, dur = 0 } of tasks) {
    while (next < fired.length && fired[next] < ts) next++;
    if (next < fired.length && fired[next] < ts + dur) at.push(ts);
  }
  const frames = at.length - 1;
  const mainMs = new Array<number>(Math.max(0, frames)).fill(0);
  const mainCpuMs = [...mainMs];
  let isCpuKnown = tasks.length > 0;
  let frame = -1;
  for (const { ts, dur = 0, tdur } of tasks) {
    while (frame + 1 < at.length && ts >= at[frame + 1]) frame++;
    if (frame < 0 || frame >= frames) continue;
    mainMs[frame] = mainMs[frame] + dur / 1000;
    if (tdur === undefined) isCpuKnown = false;
    else mainCpuMs[frame] = mainCpuMs[frame] + tdur / 1000;
  }
  const intervalMs = Array.from({ length: Math.max(0, frames) }, (_, i) => (at[i + 1] - at[i]) / 1000);
  return { intervalMs, mainMs, mainCpuMs: isCpuKnown ? mainCpuMs : [] };
}

/** Value that a share of the others stay under. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
