/** One thing wrong with the input, and where. */
export interface Problem {
  /** Stable key for tests and programs, such as `unknown-key`. */
  code: string;
  /** Where in the document: `networks[0].use`. Empty for the whole file. */
  path: string;
  /** What is wrong and what was expected, as a sentence without a full stop. */
  message: string;
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
    super(problems.map(problemText).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** `file:line:column path: message`, leaving out what is not known. */
export function problemText({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path && `${path}:`, message].filter(Boolean).join(' ');
}
