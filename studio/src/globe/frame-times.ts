const KEPT = 600;
const PHASES = ['propagation', 'scene', 'projection', 'drawing'] as const;
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

/** Median milliseconds of the parts of the last frames; for measurement, reached from outside as `cupolaFrames`. */
export const frameTimes = {
  medians(): Record<Phase, number> {
    const median = ({ ms, count }: (typeof rings)[Phase]) => {
      const known = ms.slice(0, Math.min(count, KEPT)).sort();
      return known[Math.floor(known.length / 2)] ?? Number.NaN;
    };
    return Object.fromEntries(PHASES.map((phase) => [phase, median(rings[phase])])) as Record<Phase, number>;
  },
  clear(): void {
    for (const phase of PHASES) rings[phase].count = 0;
  },
};

Object.assign(globalThis, { cupolaFrames: frameTimes });
