const KEPT = 600;
const PHASES = ['propagation', 'scene', 'earth', 'projection', 'drawing'] as const;
export type Phase = (typeof PHASES)[number];

const rings = Object.fromEntries(PHASES.map((phase) => [phase, { ms: new Float64Array(KEPT), count: 0 }])) as Record<
  Phase,
  { ms: Float64Array; count: number }
>;

/** Notes how long a part of a frame took since `startMs`. @returns now */
export function noteTime(phase: Phase, startMs: number): number {
  const nowMs = performance.now();
  const ring = rings[phase];
  ring.ms[ring.count++ % KEPT] = nowMs - startMs;
  return nowMs;
}

/** Milliseconds of each part of one frame. */
export type PhaseTimes = Record<Phase, number>;

/** What each part took when it was last done. */
export function lastTimes(): PhaseTimes {
  const last = ({ ms, count }: (typeof rings)[Phase]) => ms[(count + KEPT - 1) % KEPT];
  return Object.fromEntries(PHASES.map((phase) => [phase, last(rings[phase])])) as PhaseTimes;
}

/** Notes what a frame took that was drawn elsewhere. */
export function noteTimes(times: PhaseTimes): void {
  for (const phase of PHASES) {
    const ring = rings[phase];
    ring.ms[ring.count++ % KEPT] = times[phase];
  }
}

/** Median milliseconds of the parts of the last frames; for measurement, reached from outside as `cupolaFrames`. */
export const frameTimes = {
  medians(): PhaseTimes {
    const median = ({ ms, count }: (typeof rings)[Phase]) => {
      const known = ms.slice(0, Math.min(count, KEPT)).sort();
      return known[Math.floor(known.length / 2)] ?? Number.NaN;
    };
    return Object.fromEntries(PHASES.map((phase) => [phase, median(rings[phase])])) as PhaseTimes;
  },
  /** Frames since the last clearing. */
  count(): number {
    return rings.drawing.count;
  },
  clear(): void {
    for (const phase of PHASES) rings[phase].count = 0;
  },
};

Object.assign(globalThis, { cupolaFrames: frameTimes });
