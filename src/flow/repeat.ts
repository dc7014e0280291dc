/** How to make an answer again, and to know that it came out the same: `cupola verify` needs no other file. */
export interface Repeat {
  /** SHA-256 of the answer: its JSON with the keys in order, without `version`, `run`, `repeat`, `timings` and the hash of the catalog. */
  answerSha256: string;
  /** Version of the program. */
  version: string;
  /** Of the catalog that came with it, as known at the date of `--as-of` where one is among the words. */
  catalogHash: string;
  /** What computed it, such as `node 20.20.2`: the last bits of sines and powers are those of the engine. */
  engine: string;
  /** Words of the command line after `cupola`; files by their names below. */
  words: string[];
  /** Code of the language that its sentences are in. */
  language: string;
  /** What went in: the scenario, then files of orbital elements. */
  files: RepeatFile[];
  /** A signal stopped it early: what was done by then cannot be made again. */
  isCutShort?: true;
}

/** A file that went into an answer. */
export interface RepeatFile {
  /** As the command line or the scenario names it; of a full path on a command line the last part. */
  name: string;
  /** Of the element whose orbits it holds; absent: the scenario. */
  element?: string;
  sizeBytes: number;
  sha256: string;
  /** As read; absent where it is too large to be carried. */
  text?: string;
}

/** A place at which two answers differ. */
export interface AnswerDifference {
  /** Such as `effect.noLeaker.probability`. */
  path: string;
  /** Absent: not there. */
  before?: unknown;
  now?: unknown;
}

/** Whether an answer stands as it was written, and comes out the same again. */
export interface Verification {
  /**
   * `same`: to the last digit; `near`: every word and whole number, other numbers but for last digits; `different`; `cut-short`: it cannot
   * be made again.
   */
  verdict: 'same' | 'near' | 'different' | 'cut-short';
  /** Whether the hash is that of the answer in the file; of a report, which holds no answer to hash, true. */
  isAsWritten: boolean;
  /** The file is a report: its hash alone is compared. */
  isOfReport?: true;
  /** Files in it whose text is not that of their hash. */
  changedFiles: string[];
  /** What made it, and what makes it again. */
  before: RepeatMaker;
  now: RepeatMaker;
  /** Of the answer in the file, as hashed now, and of the one made again; absent where none was made. */
  answerSha256: string;
  nowSha256?: string;
  /** Values that were compared. */
  valuesCount: number;
  /** Where they differ, at most `MOST_DIFFERENCES` of `differencesCount`. */
  differences: AnswerDifference[];
  differencesCount: number;
  /** Largest share by which a number differs, of those that differ in nothing but last digits. */
  largestRatio?: number;
}

export type RepeatMaker = Pick<Repeat, 'version' | 'catalogHash' | 'engine'>;
