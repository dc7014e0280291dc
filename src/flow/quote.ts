import type { Band, Cause, DrawsMade } from './joint.ts';
import type { RunRecord } from './run-record.ts';

/** A question that can be answered with one number. */
export type Question =
  | { kind: 'leaves'; partner: string; mode: 'stops' | 'denied'; date?: string }
  | { kind: 'chance' | 'money' | 'takes'; date?: string }
  | { kind: 'enough'; musd: number; date?: string };
export type QuestionKind = Question['kind'];

/** The number of an answer, and what it is with the number on which it hangs at one end of its range in every draw. */
export interface QuoteEnd {
  /** The end. */
  atValue: number;
  /** The answer there. */
  value: number;
  /** Where somebody leaves: the chance with everybody in. */
  baseFraction?: number;
}

/** The number on which an answer hangs most, flown at the ends of its range. */
export interface QuoteVerdict extends Pick<Cause, 'path' | 'value' | 'low' | 'high' | 'basis' | 'source'> {
  ends: QuoteEnd[];
  /** Whether an end turns the answer around: from more likely than not to less, from a loss to none. */
  isTurned: boolean;
}

/** What is read off the draws for a question. */
export interface QuoteNumber {
  kind: QuestionKind;
  /** Date that the answer is of. */
  date: string;
  /** Share from 0 to 1, or millions of dollars. */
  value: number;
  /** Over the draws; null where the answer itself is a share of the draws. */
  band: Band | null;
  verdict: QuoteVerdict | null;
  /** Whether the number stands for the answer: no number within its own range turns it around or moves it far. */
  isQuotable: boolean;
}

/** One sentence to quote, what it rests on, and how it stands. */
export interface Quote extends QuoteNumber {
  question: string;
  sentence: string;
  verdictSentence: string;
  footnote: string[];
  sources: { id: string; title: string; producer: string; date: string; url?: string }[];
  draws: Omit<DrawsMade, 'causeFloorFraction'>;
  run: Omit<RunRecord, 'trials'> & { draws: number; raids: number };
}
