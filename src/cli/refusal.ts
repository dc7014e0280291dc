import { InputError } from '../flow/problems.ts';

/** Problems that are written out: a file of another kind may have one a line. */
const MOST_PROBLEMS = 50;

/** What is said of bad input: its problems, a line each, and how many there are. */
export function refusal({ problems }: InputError): string {
  const { length } = problems;
  const rest = length > MOST_PROBLEMS ? `and ${length - MOST_PROBLEMS} more\n` : '';
  const { message } = new InputError(problems.slice(0, MOST_PROBLEMS));
  return `${message}\n${rest}${length} ${length === 1 ? 'problem' : 'problems'}; nothing was run.\n`;
}
