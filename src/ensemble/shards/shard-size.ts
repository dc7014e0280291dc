const FIRST_TRIALS = 20;
const MAX_TRIALS = 100_000;
/** Weight of the newest shard in the running estimate. */
const NEWEST = 0.3;

/** How many trials a shard gets, so that one takes about as long as wanted. The result does not depend on it. */
export class ShardSize {
  readonly #wantedS: number;
  readonly #fixed: number | undefined;
  #trialS: number | undefined;

  /** @param fixed as many as this, whatever they take */
  constructor(wantedS: number, fixed?: number) {
    this.#wantedS = wantedS;
    this.#fixed = fixed;
  }

  /** Notes what a shard took. */
  note(trials: number, spentS: number): void {
    if (trials < 1) return;
    const trialS = spentS / trials;
    this.#trialS = this.#trialS === undefined ? trialS : (1 - NEWEST) * this.#trialS + NEWEST * trialS;
  }

  /** Whether there is an estimate yet. */
  get isKnown(): boolean {
    return this.#fixed !== undefined || this.#trialS !== undefined;
  }

  /** @param left trials to go, shared by `threads` threads: the end should come for all at about the same time */
  trials(left: number, threads: number): number {
    if (this.#fixed !== undefined) return this.#fixed;
    if (this.#trialS === undefined) return FIRST_TRIALS;
    const even = Math.max(FIRST_TRIALS, Math.ceil(left / (4 * threads)));
    return Math.max(1, Math.min(MAX_TRIALS, even, Math.round(this.#wantedS / Math.max(1e-9, this.#trialS))));
  }
}
