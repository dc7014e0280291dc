type Usage = { user: number; system: number };
const ofThread = (process as { threadCpuUsage?: () => Usage }).threadCpuUsage;

/** Whether {@link threadMs} leaves out the time in which another thread had the processor. */
export const isCpuTime = ofThread !== undefined;

/** CPU time of this thread, milliseconds; where Node cannot tell (before 23.9), a clock that runs on while the thread waits. */
export function threadMs(): number {
  if (!ofThread) return performance.now();
  const { user, system } = ofThread.call(process);
  return (user + system) / 1000;
}
