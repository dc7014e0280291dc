import { type Problem, problemText } from '../flow/problems.ts';

/** Faulty sets that are listed before the rest is only counted. */
const MOST_LISTED = 20;

/** Tells what of a file was left out, and why. */
export function noteLeftOut(faults: readonly Problem[], note: (line: string) => void): void {
  for (const fault of faults.slice(0, MOST_LISTED)) note(`left out: ${problemText(fault)}`);
  if (faults.length > MOST_LISTED) note(`left out: ${faults.length - MOST_LISTED} more`);
}
