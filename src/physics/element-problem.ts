import { type Said, said } from '../flow/said.ts';
import type { ElementSet } from './sgp4.ts';

/** One thing wrong in a file of orbital elements. */
export interface ElementProblem {
  /** stable key, such as `tle-checksum` */
  code: string;
  /** what is wrong and what was expected */
  said: Said;
  /** From 1; 1 where the file as a whole is meant. */
  line: number;
  /** From 1, where it is known. */
  column?: number;
}

/** What a file of elements holds: the good sets, and every problem of the rest. */
export interface ParsedElements {
  sets: ElementSet[];
  problems: ElementProblem[];
}

/** More text than this is refused unread. */
export const MAX_ELEMENT_TEXT_LENGTH = 128 * 1024 * 1024;

/** More satellites than this are refused. */
export const MAX_ELEMENT_SET_COUNT = 200_000;
/** Problems listed before the rest are only counted. */
export const MAX_ELEMENT_PROBLEM_COUNT = 1000;

/** Adds the problem, or counts it in a last one when there are too many to read. */
export function addProblem(problems: ElementProblem[], code: string, sentence: Said, line = 1): void {
  if (problems.length < MAX_ELEMENT_PROBLEM_COUNT) {
    problems.push({ code, said: sentence, line });
  } else if (problems.length === MAX_ELEMENT_PROBLEM_COUNT) {
    problems.push({
      code: 'too-many-problems',
      said: said('elements.more-problems', { limit: MAX_ELEMENT_PROBLEM_COUNT }),
      line,
    });
  }
}

/** A file that is refused as a whole. */
export function refusedFile(
  code: string,
  sentence: Said,
  place: { line?: number; column?: number } = {},
): ParsedElements {
  return { sets: [], problems: [{ code, said: sentence, line: 1, ...place }] };
}
