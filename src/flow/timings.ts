/** What one stage of a run took. */
export interface StageTime {
  name: string;
  /** How often its record was made, on all threads. */
  count: number;
  /** Of its own, all threads together: what others took that it asked for is theirs. */
  spentMs: number;
}

/** Where the time of a run went. It differs from run to run, and no other number depends on it. */
export interface Timings {
  /** Raids that were simulated. */
  trials: number;
  threads: number;
  /** Whether times are those of the processor; else they run on while a thread waits for one. */
  isCpuTime: boolean;
  /** In the order of the pipeline. */
  stages: StageTime[];
}
