import { Command } from 'commander';
import type { Repeat } from '../flow/repeat.ts';
import { BESIDE_ANSWER, type CommandContext, type CommandSpec, configureSpec } from './command.ts';
import type { LoadedScenario } from './load-scenario.ts';

/** Options that change how much is printed and how fast, not what is answered. */
const NO_NUMBER: ReadonlySet<string> = new Set(['brief', 'threads']);

/** What an answer was made from. */
interface Made {
  spec: CommandSpec;
  loaded: Pick<LoadedScenario, 'carried' | 'catalogHash'>;
  /** The command line that gives the same numbers, where the answer has one; default: the words as they were given. */
  command?: string;
}

/** An answer that carries its hash and all that it can be made again from. */
export async function carry<Answer extends object>(
  answer: Answer,
  { spec, loaded, command }: Made,
  context: CommandContext,
): Promise<Answer & { repeat: Repeat }> {
  const [{ repeatable, shellWords }, { fileWord }, { version }, { spoken }] = await Promise.all([
    import('../report/repeat-record.ts'),
    import('./repeat-line.ts'),
    import('./package-folder.ts'),
    import('../words/words.ts'),
  ]);
  return repeatable(answer, {
    version,
    catalogHash: loaded.catalogHash,
    engine: engineHere(),
    words: command === undefined ? await givenWords(spec, context) : withoutLaws(shellWords(command).slice(1)),
    language: spoken().code,
    files: loaded.carried.map((file) => ({ ...file, name: fileWord(file.name) })),
    ...(context.signal.aborted && { isCutShort: true }),
  });
}

/** Laws are of the report: they change no number of the answer. */
function withoutLaws(words: readonly string[]): string[] {
  const end = words.at(-1) === '--selftest' ? words.length - 3 : words.length;
  return words.slice(0, end);
}

/** What computes here. */
export function engineHere(): string {
  return `node ${process.versions.node}`;
}

/** The words of a command line, without those that change no number. */
async function givenWords(spec: CommandSpec, { args, options }: CommandContext): Promise<string[]> {
  const { elementWord, fileWord } = await import('./repeat-line.ts');
  const command = new Command(spec.name);
  configureSpec(spec, command);
  const [scenario, ...more] = args.flat().filter((word) => word !== undefined);
  const words = [spec.name, fileWord(scenario), ...more];
  for (const option of command.options) {
    const name = option.attributeName();
    const value = options[name];
    if (value === undefined || value === option.defaultValue || BESIDE_ANSWER.has(name) || NO_NUMBER.has(name))
      continue;
    if (value === true) words.push(option.long!);
    else
      for (const word of [value].flat())
        words.push(option.long!, name === 'elements' ? elementWord(String(word)) : String(word));
  }
  return words;
}
