import type { Luck } from './luck.ts';

/** What became of an input: refused with its problems, or taken as it stands. */
export type Fate = 'refused' | 'accepted';

/** Something that must not be: a crash, a problem without its place, an input taken for another than it is. */
export class Fault extends Error {
  readonly input: string;

  /** @param input what was tried, to be looked at */
  constructor(message: string, input: string) {
    super(message);
    this.input = input;
  }
}

/** Tries inputs one by one. */
export interface Trier {
  /** @throws Fault, or whatever the program threw */
  tryOne(luck: Luck, index: number): Fate | Promise<Fate>;
  /** What all inputs of this process show together: faults, and what else is worth a line. */
  sum?(): { faults: string[]; lines: string[] };
  close?(): void | Promise<void>;
}

/** One kind of inputs. */
export interface Part {
  /** How many a night tries. */
  count: number;
  /** An input that takes longer hangs. */
  limitS: number;
  open(): Trier | Promise<Trier>;
}
