import type { StageTime } from '../flow/timings.ts';

/** Told when a stage begins and ends; stages that others ask for lie within those. */
export interface StageClock {
  enter(name: string): void;
  leave(): void;
}

/** Adds up the time of each stage by a clock that is given: the engine itself has none. */
export class StageTimes implements StageClock {
  readonly #nowMs: () => number;
  readonly #times = new Map<string, StageTime>();
  readonly #stack: StageTime[] = [];
  #sinceMs = 0;

  /** @param nowMs a clock that only rises */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  enter(name: string): void {
    this.#charge();
    const time = this.#times.get(name) ?? { name, count: 0, spentMs: 0 };
    this.#times.set(name, time);
    time.count++;
    this.#stack.push(time);
  }

  leave(): void {
    this.#charge();
    this.#stack.pop();
  }

  /** The times so far; counting begins anew. */
  take(): StageTime[] {
    const times = [...this.#times.values()];
    this.#times.clear();
    return times;
  }

  /** Gives the time since the last change to the stage that ran. */
  #charge(): void {
    const nowMs = this.#nowMs();
    const running = this.#stack.at(-1);
    if (running) running.spentMs += nowMs - this.#sinceMs;
    this.#sinceMs = nowMs;
  }
}
