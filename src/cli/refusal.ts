import { InputError } from '../flow/problems.ts';
import { say } from '../words/words.ts';

/** Problems that are written out: a file of another kind may have one a line. */
const MOST_PROBLEMS = 50;

/** What is said of bad input: its problems, a line each, and how many there are. */
export function refusal({ problems }: InputError): string {
  const { length } = problems;
  const rest = length > MOST_PROBLEMS ? `${say('refusal.rest', { count: length - MOST_PROBLEMS })}\n` : '';
  const { message } = new InputError(problems.slice(0, MOST_PROBLEMS));
  return `${message}\n${rest}${say('refusal.count', { count: length })}\n`;
}
