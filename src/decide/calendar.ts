import type { GuidedFlight, LayerState } from '../flow/engagement.ts';
import type { TargetedOpportunities, UnguidedShot } from '../flow/orders.ts';
import type { AssignRules } from './assign.ts';

/** Shots set in time by unit: launches an interval apart, and no more in flight at once than its fire control guides. */
export class Calendar {
  /** Shots that found no place, as every fire control that could have guided them was busy. */
  readonly unguided: UnguidedShot[] = [];
  readonly #opportunities: TargetedOpportunities;
  readonly #state: LayerState;
  readonly #rules: AssignRules;
  /** By unit: launch times, rising. */
  readonly #launchesS = new Map<number, number[]>();
  /** By unit: flights in the hands of its fire control. */
  readonly #guided = new Map<number, GuidedFlight[]>();
  /** By unit: launches of this round. */
  readonly #usedCount = new Map<number, number>();

  constructor(opportunities: TargetedOpportunities, state: LayerState, rules: AssignRules) {
    this.#opportunities = opportunities;
    this.#state = state;
    this.#rules = rules;
  }

  /**
   * A shot in the calendar: by its own unit, or else by the first of the others that can; null where none can.
   *
   * Where its own unit can only once its fire control is free, whichever comes to the earliest intercept takes it.
   */
  place(wanted: number): [row: number, releaseS: number, interceptS: number] | null {
    const { objectIndex, threatIndex, unitIndex, interceptS, count } = this.#opportunities;
    const own = this.#flightLeft(wanted);
    if (own?.flight && !own.isHeld) return this.#launch(wanted, own.flight);
    let [best, flight, isHeld] = [wanted, own?.flight, own?.isHeld ?? false];
    let row = wanted;
    while (row > 0 && objectIndex[row - 1] === objectIndex[wanted]) row--;
    for (; row < count && objectIndex[row] === objectIndex[wanted]; row++) {
      const other = unitIndex[row] === unitIndex[wanted] ? null : this.#flightLeft(row);
      if (!other) continue;
      isHeld ||= other.isHeld;
      if (!other.flight || (flight && flight.interceptS <= other.flight.interceptS)) continue;
      [best, flight] = [row, other.flight];
      if (this.#rules.guidedCount === undefined) break;
    }
    if (flight) return this.#launch(best, flight);
    if (isHeld) {
      const [threat, object, atS] = [threatIndex[wanted], objectIndex[wanted], interceptS[wanted]];
      this.unguided.push({ threatIndex: threat, objectIndex: object, interceptS: atS });
    }
    return null;
  }

  /** Flight of a row from its own unit, and whether its fire control holds it back; null where the unit has no interceptor left or cannot. */
  #flightLeft(row: number): { flight: GuidedFlight | null; isHeld: boolean } | null {
    const unit = this.#opportunities.unitIndex[row];
    if ((this.#usedCount.get(unit) ?? 0) >= this.#state.remainingCount[unit]) return null;
    const free = this.#flight(row);
    if (!free) return null;
    const { guidedCount } = this.#rules;
    const flight = guidedCount === undefined ? free : this.#flight(row, guidedCount);
    return { flight, isHeld: flight?.releaseS !== free.releaseS };
  }

  #launch(row: number, flight: GuidedFlight): [row: number, releaseS: number, interceptS: number] {
    const unit = this.#opportunities.unitIndex[row];
    const { releaseS, interceptS } = flight;
    this.#usedCount.set(unit, (this.#usedCount.get(unit) ?? 0) + 1);
    this.#launchesS.set(
      unit,
      [...this.#launchesOf(unit), releaseS].sort((a, b) => a - b),
    );
    if (this.#rules.guidedCount !== undefined) this.#guided.set(unit, [...this.#guidedBy(unit), flight]);
    return [row, releaseS, interceptS];
  }

  /** Earliest flight of a row from its own unit; null where it would come too late. */
  #flight(row: number, guidedCount = Infinity): GuidedFlight | null {
    const { unitIndex, threatIndex, releaseS: readyS, interceptS: earliestS } = this.#opportunities;
    const unit = unitIndex[row];
    const { retime } = this.#rules;
    let releaseS = this.#launchableS(unit, Math.max(readyS[row], this.#state.nextReleaseS[unit]));
    for (;;) {
      let interceptS = earliestS[row];
      if (releaseS > readyS[row]) interceptS = retime?.(threatIndex[row], unit, releaseS, interceptS) ?? Number.NaN;
      if (Number.isNaN(interceptS)) return null;
      const freeS = guidedCount === Infinity ? releaseS : this.#freeS(unit, { releaseS, interceptS }, guidedCount);
      if (freeS === releaseS) return { releaseS, interceptS };
      releaseS = this.#launchableS(unit, freeS);
    }
  }

  /** First time from one on that keeps the interval to every other launch of the unit. */
  #launchableS(unit: number, fromS: number): number {
    const { launchIntervalS = 0 } = this.#rules;
    let releaseS = fromS;
    for (const launchS of this.#launchesOf(unit)) {
      if (Math.abs(launchS - releaseS) < launchIntervalS) releaseS = launchS + launchIntervalS;
    }
    return releaseS;
  }

  /** The release of a flight where its fire control is free for all of it; else when it next has a place. */
  #freeS(unit: number, { releaseS, interceptS }: GuidedFlight, guidedCount: number): number {
    const others = this.#guidedBy(unit);
    const starts = others.map((other) => other.releaseS).filter((tS) => tS > releaseS && tS < interceptS);
    for (const tS of [releaseS, ...starts.sort((a, b) => a - b)]) {
      const inFlight = others.filter((other) => other.releaseS <= tS && other.interceptS > tS);
      if (inFlight.length >= guidedCount) return Math.min(...inFlight.map((other) => other.interceptS));
    }
    return releaseS;
  }

  #launchesOf(unit: number): readonly number[] {
    return this.#launchesS.get(unit) ?? this.#state.launchesS[unit] ?? [];
  }

  #guidedBy(unit: number): readonly GuidedFlight[] {
    return this.#guided.get(unit) ?? this.#state.guided[unit] ?? [];
  }
}
