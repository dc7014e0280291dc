/** How the driver wants a record made. It never changes what an outcome comes to. */
export interface How<Made> {
  /** The same record of an earlier raid, whose arrays may be written over; absent: make a new one. */
  spare?: Made;
  /** Leave out what no outcome depends on. */
  isBrief: boolean;
  /** What happens after this is not wanted, seconds after the first launch. */
  untilS: number;
  /** Nor what is seen of a flight this long after its launch. */
  flightS: number;
}

/** One step of a raid: a function of records that gives one record. It gets what it reads, and nothing else. */
export interface StageOf<Records, Reads extends keyof Records, Writes extends keyof Records> {
  /** As timings and documentation call it. */
  name: string;
  /** What it does, in a few words. */
  about: string;
  reads: readonly Reads[];
  writes: Writes;
  make(given: Pick<Records, Reads>, how: How<Records[Writes]>): Records[Writes];
  /** In a salvo: whether the layer is through with its salvos after this. */
  ends?(made: Records[Writes]): boolean;
}

/** A record that is made moment by moment: see {@link Moments}. */
export interface MomentStageOf<Records, Reads extends keyof Records, Writes extends keyof Records> {
  name: string;
  about: string;
  reads: readonly Reads[];
  writes: Writes;
  /** Rising, seconds after the first launch. */
  momentsS(given: Pick<Records, Reads>): readonly number[];
  /** @param index position of the moment */
  makeAt(given: Pick<Records, Reads>, index: number, how: How<MomentOf<Records[Writes]>>): MomentOf<Records[Writes]>;
}

type MomentOf<Record> = Record extends Moments<infer Made> ? Made : never;

/** A stage as the driver sees it, whatever its types: `stageOf` and `momentsOf` have checked them. */
export interface RaidStage<Records, Writes extends keyof Records = keyof Records> {
  name: string;
  about: string;
  reads: readonly (keyof Records & string)[];
  writes: Writes & string;
  make?(given: never, how: never): unknown;
  ends?(made: never): boolean;
  momentsS?(given: never): readonly number[];
  makeAt?(given: never, index: number, how: never): unknown;
}

/** Makes stages over a set of records: names of records are checked, and `make` is given exactly what it reads. */
export function stageOf<Records>() {
  return <Reads extends keyof Records & string, Writes extends keyof Records & string>(
    stage: StageOf<Records, Reads, Writes>,
  ): RaidStage<Records, Writes> => stage;
}

/** The same for a record that is made moment by moment. */
export function momentsOf<Records>() {
  return <Reads extends keyof Records & string, Writes extends keyof Records & string>(
    stage: MomentStageOf<Records, Reads, Writes>,
  ): RaidStage<Records, Writes> => stage;
}

/**
 * A record by moment, such as the links at one minute of a raid and at fifteen. Whoever reads it asks for a time; whether a moment is made
 * then, or was before, is the driver's business.
 */
export class Moments<Made> {
  readonly timesS: readonly number[];
  readonly #make: (index: number) => Made;
  readonly #made: Made[] = [];

  constructor(timesS: readonly number[], make: (index: number) => Made) {
    this.timesS = timesS;
    this.#make = make;
  }

  /** Those that were asked for so far, in order of time. */
  get made(): readonly Made[] {
    return this.#made;
  }

  /** Position of the last moment at or before a time; the first in any case. */
  indexAt(tS: number): number {
    let index = 0;
    while (index + 1 < this.timesS.length && this.timesS[index + 1] <= tS) index++;
    return index;
  }

  at(tS: number): Made {
    return this.upTo(tS).at(-1)!;
  }

  /** All at or before a time; the first in any case. */
  upTo(tS: number): Made[] {
    const count = this.indexAt(tS) + 1;
    while (this.#made.length < count) this.#made.push(this.#make(this.#made.length));
    return this.#made.slice(0, count);
  }

  toJSON(): readonly Made[] {
    return this.#made;
  }
}
