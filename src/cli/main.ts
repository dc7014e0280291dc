#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { isSystemError, systemWords } from '../ensemble/system-error.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { languages } from '../words/languages.ts';
import { speak } from '../words/words.ts';
import {
  type CommandContext,
  type CommandSpec,
  configureSpec,
  EXIT_BY_SIGNAL,
  EXIT_UNWRITTEN,
  exitCodeOf,
  InterruptedError,
} from './command.ts';
import { commands } from './commands.ts';
import { version } from './package-folder.ts';
import { refusal } from './refusal.ts';
import { inSources } from './source-lines.ts';

const EXIT_BUG = 1;
const EXIT_BAD_INPUT = 2;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`Standard output cannot be written: ${systemWords(error)}.\n`);
  process.exit(EXIT_UNWRITTEN);
});
process.stderr.on('error', () => undefined); // nobody can be told
process.exitCode = await main(process.argv);

/** Runs one command line and returns its exit code. */
async function main(argv: string[]): Promise<number> {
  const program = new Command('cupola')
    .description('What a space-based missile defence stops, costs and depends on, from open sources.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('`cupola --help` lists the commands.')
    .exitOverride();
  let exitCode = 0;
  for (const spec of commands)
    attach(program, spec, (code) => {
      exitCode = code;
    });
  if (argv.length <= 2) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

function attach(program: Command, spec: CommandSpec, done: (code: number) => void): void {
  const command = program.command(spec.name).description(spec.summary).showSuggestionAfterError().exitOverride();
  command.showHelpAfterError(`\`cupola ${spec.name} --help\` lists what it takes.`);
  configureSpec(spec, command);
  command.option('--lang <code>', `language of what is printed: ${languages.map(({ code }) => code).join(', ')}`);
  command.addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}`);
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2) as (string | undefined)[];
    const { lang, quiet, ...options } = command.opts();
    await speakLanguage(lang, spec);
    if (options.asOf !== undefined) (await import('./load-catalog.ts')).useCatalogAsOf(String(options.asOf));
    const signal = stopSignal();
    const code = await spec.run(context(args, options, { signal, isQuiet: quiet === true }));
    done(code === 0 && signal.aborted && !spec.isServer ? exitCodeOf(signal) : code);
  });
}

/** Speaks the language that is asked for, by the option or by CUPOLA_LANG. @throws InputError for one that there is not */
async function speakLanguage(asked: string | undefined, { name, isEnglishOnly }: CommandSpec): Promise<void> {
  const wanted = asked ?? (process.env.CUPOLA_LANG || languages[0].code);
  const entry = languages.find(({ code }) => code === wanted);
  const path = asked === undefined ? 'CUPOLA_LANG' : '--lang';
  if (!entry) {
    const known = languages.map(({ code }) => code);
    throw new InputError([{ code: 'unknown-language', path, said: said('option.language', { known, word: wanted }) }]);
  }
  if (isEnglishOnly && entry !== languages[0]) {
    if (asked === undefined) return;
    speak(await entry.load()); // the refusal itself can be said
    throw new InputError([{ code: 'no-language', path, said: said('option.english-only', { command: name }) }]);
  }
  speak(await entry.load());
}

/** Aborted by the first signal to stop; the second one ends the program at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const [name, exitCode] of Object.entries(EXIT_BY_SIGNAL))
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(exitCode);
      stop.abort(name);
    });
  return stop.signal;
}

function context(
  args: (string | undefined)[],
  options: Record<string, unknown>,
  { signal, isQuiet }: { signal: AbortSignal; isQuiet: boolean },
): CommandContext {
  const live = process.stderr.isTTY === true && !isQuiet;
  return {
    args,
    options,
    out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    note: (text) => void (isQuiet || process.stderr.write(`${live ? '\r\x1b[K' : ''}${text}\n`)),
    progress: (text) => void (live && process.stderr.write(`\r\x1b[K${text}`)),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    columns: process.stdout.columns ?? 100,
    signal,
  };
}

/** Bad input, wrong words and paths that cannot be exit with 2, everything else is our bug and exits with 1. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_BAD_INPUT;
  if (error instanceof InputError) {
    process.stderr.write(refusal(error));
    return EXIT_BAD_INPUT;
  }
  if (error instanceof InterruptedError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (isSystemError(error) && error.path !== undefined) {
    process.stderr.write(`${error.path}: ${systemWords(error)}.\n`);
    return EXIT_BAD_INPUT;
  }
  process.stderr.write(`This is a bug in cupola ${version}, please report it:\n`);
  process.stderr.write(`${error instanceof Error ? inSources(error.stack ?? error.message) : String(error)}\n`);
  if (error instanceof Error && error.cause) process.stderr.write(`cause: ${String(error.cause)}\n`);
  return EXIT_BUG;
}
