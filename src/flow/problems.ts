import type { Said } from './said.ts';

/** One thing wrong with the input, and where. */
export interface Problem {
  /** Stable key for tests and programs, such as `unknown-key`. */
  code: string;
  /** Where in the document: `networks[0].use`. Empty for the whole file. */
  path: string;
  /** What is wrong and what was expected, as a sentence without a full stop. */
  said: Said;
  /** File that was read, as the user named it. */
  file?: string;
  /** Line and column in the file, both from 1. */
  line?: number;
  column?: number;
}

/** Bad input: every problem at once. Programs read `problems`; people read the message. */
export class InputError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super();
    this.name = 'InputError';
    this.problems = problems;
  }

  /** The problems, a line each, in the language spoken when it is read. */
  override get message(): string {
    return this.problems.map((problem) => problemLine(problem, tellWith)).join('\n');
  }
}

let tellWith = ({ code, args }: Said): string => (args ? `${code} ${JSON.stringify(args)}` : code);

/** Says how sentences are told. `words` calls it when it is loaded; without words a problem is its code and arguments. */
export function tellProblemsWith(tell: (said: Said) => string): void {
  tellWith = tell;
}

/** `file:line:column path: sentence`, leaving out what is not known. */
function problemLine({ file, line, column, path, said }: Problem, tell: (said: Said) => string): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path && `${path}:`, tell(said)].filter(Boolean).join(' ');
}

/** A problem in the language spoken, with its place. */
export function problemText(problem: Problem): string {
  return problemLine(problem, tellWith);
}
