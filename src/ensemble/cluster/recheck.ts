import { randomInt } from 'node:crypto';
import { type Said, said } from '../../flow/said.ts';
import type { DoneShard, Shard } from '../shards/shard.ts';

const PARTS = 2 ** 32;

/** A worker sent a result that its shard does not have: what it sent before may be untrue as well. */
export class UntrueResultError extends Error {
  /** What is wrong, as a sentence. */
  readonly said: Said;

  constructor(fault: Said) {
    super(fault.code);
    this.said = fault;
  }
}

/** Which results are computed a second time, and by what. */
export interface RecheckOptions {
  /** Share of all results, from 0 to 1. */
  share: number;
  compute(shard: Shard): Promise<DoneShard>;
}

/** Computes a random part of the results of workers again, beside everything else, and compares. */
export class Recheck {
  readonly #options: RecheckOptions | undefined;
  readonly #under = new Set<Promise<void>>();
  #fault: { error: unknown } | undefined;

  constructor(options: RecheckOptions | undefined) {
    this.#options = options;
  }

  /** Takes note of a result; by chance, which no worker can foresee, it is computed again. */
  see(shard: Shard, { id, hash }: DoneShard, worker: string): void {
    const { share, compute } = this.#options ?? { share: 0 };
    if (!compute || randomInt(PARTS) >= share * PARTS) return;
    const check = compute(shard)
      .then((own) => {
        if (own.hash !== hash)
          throw untrue(id, sentBy(worker, hash), said('cluster.computed', { hash: shortHash(own.hash) }));
      })
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => this.#under.delete(check));
    this.#under.add(check);
  }

  /** Results that are being computed again. */
  get underCount(): number {
    return this.#under.size;
  }

  /** @throws UntrueResultError where a result was found untrue, or whatever kept it from being computed again */
  throwIfUntrue(): void {
    if (this.#fault) throw this.#fault.error;
  }

  /** Resolves when nothing is being computed again, or something untrue was found. */
  async settle(): Promise<void> {
    while (this.#under.size > 0 && !this.#fault) await Promise.race(this.#under);
  }
}

/** The two results of one shard, each with whose it is. */
export function untrue(id: string, first: Said, second: Said): UntrueResultError {
  return new UntrueResultError(said('cluster.untrue', { id, first, second }));
}

/** What a worker sent. */
export function sentBy(worker: string, hash: string): Said {
  return said('cluster.sent', { worker, hash: shortHash(hash) });
}

function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
