import { type Problem, problemText } from '../flow/problems.ts';
import { say } from '../words/words.ts';

/** Faulty sets that are listed before the rest is only counted. */
const MOST_LISTED = 20;

/** Tells what of a file was left out, and why. */
export function noteLeftOut(faults: readonly Problem[], note: (line: string) => void): void {
  for (const fault of faults.slice(0, MOST_LISTED)) note(say('convert.left-out', { fault: problemText(fault) }));
  if (faults.length > MOST_LISTED) note(say('convert.left-more', { count: faults.length - MOST_LISTED }));
}
