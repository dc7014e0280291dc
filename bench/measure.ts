/** Seconds of CPU since a reading, of all threads of this process. */
export function cpuS(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Median wall-clock seconds of so many rounds of a piece of work. */
export function medianS(work: () => void, rounds: number): number {
  return median(
    Array.from({ length: rounds }, () => {
      const startMs = performance.now();
      work();
      return (performance.now() - startMs) / 1000;
    }),
  );
}
