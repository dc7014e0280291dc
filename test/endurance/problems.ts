import { type Problem, problemText } from '../../src/flow/problems.ts';
import '../../src/words/words.ts';
import { Fault } from './part.ts';

/** What is wrong with a file as a whole has no line. */
const WHOLE_FILE = new Set(['too-large', 'empty', 'not-text', 'yaml', 'other-kind']);
const NOT_WORDS = /undefined|\[object Object\]|\bNaN\b/;

/** Whether problems tell what is wrong and where, in a text whose lines end so. @throws Fault */
export function checkProblems(problems: readonly Problem[], text: string, lineEnd: RegExp = /\n/): void {
  if (problems.length === 0) throw new Fault('refused without a problem', text);
  const lines = text.split(lineEnd);
  for (const problem of problems) {
    const { code, file, line, column } = problem;
    const told = problemText(problem);
    const fail = (why: string) => {
      throw new Fault(`${why}: ${code}: ${told}`, text);
    };
    if (file === undefined) fail('a problem without its file');
    if (line === undefined && !WHOLE_FILE.has(code)) fail('a problem without its line');
    if (line !== undefined && !(line >= 1 && line <= lines.length)) fail(`line ${line} of ${lines.length}`);
    if (line !== undefined && column !== undefined && !(column >= 1 && column <= lines[line - 1].length + 2))
      fail(`column ${column} of a line of ${lines[line - 1].length} characters`);
    if (line !== undefined && column === undefined) fail('a problem without its column');
    if (NOT_WORDS.test(told) && !/undefined|object Object|nan/i.test(text)) fail('a sentence with a hole');
  }
}
