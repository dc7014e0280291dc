import type { Command } from 'commander';
import { say } from '../words/words.ts';
import { collect } from './collect.ts';

/** What a command is given: parsed words, and the world outside as values so that tests can replace it. */
export interface CommandContext {
  /** Positional arguments in order; missing optional ones are undefined. */
  args: (string | undefined)[];
  /** Options by camel-cased name, as commander gives them. */
  options: Record<string, unknown>;
  /** Writes to standard output: results only. */
  out(text: string): void;
  /** Writes a line to standard error: progress and warnings. */
  note(text: string): void;
  /** Replaces the progress line on standard error; nothing when it is not a terminal. */
  progress(text: string): void;
  /** Whether standard output takes colours. */
  color: boolean;
  /** Width of the terminal in characters. */
  columns: number;
  /** Aborted by Ctrl-C and by SIGTERM; the reason is the signal's name. */
  signal: AbortSignal;
}

/** Exit code of a command whose answer was computed and printed, but not written as it was asked to. */
export const EXIT_UNWRITTEN = 1;

/** Signals that end a command early with what it has, and the exit codes that shells give them. */
export const EXIT_BY_SIGNAL = { SIGINT: 130, SIGTERM: 143 } as const;

/** Exit code of a command that a signal ended early. */
export function exitCodeOf({ reason }: AbortSignal): number {
  return EXIT_BY_SIGNAL[reason as keyof typeof EXIT_BY_SIGNAL] ?? EXIT_BY_SIGNAL.SIGINT;
}

/** A signal came before there was anything to answer: said in the language spoken. */
export class InterruptedError extends Error {
  readonly exitCode: number;

  /** @param what was not done in time, as a sentence */
  constructor(signal: AbortSignal, what = say('command.interrupted')) {
    super(what);
    this.name = 'InterruptedError';
    this.exitCode = exitCodeOf(signal);
  }
}

/**
 * One command. The file of a command imports only light things at its top; whatever is heavy is imported inside `run`,
 * so that `cupola --help` stays quick.
 */
export interface CommandSpec {
  name: string;
  summary: string;
  /** Adds arguments and options. */
  configure(command: Command): void;
  /** Takes a scenario as its last argument, and what changes it: `--elements`, `--stale`, `--skip-bad`, `--set`. */
  readsScenario?: true;
  /** It has no words in other languages yet: asked for one, it says so. */
  isEnglishOnly?: true;
  /** Reads no catalog: takes no `--as-of`. */
  isDateless?: true;
  /** Lines shown under `--help`, each a command that works as printed. */
  examples: string[];
  /** Runs until it is told to stop: a signal is its usual end. */
  isServer?: boolean;
  /** Returns the exit code: 0, or 1 where the command itself is a check that failed. Throws InputError for bad input. */
  run(context: CommandContext): Promise<number>;
}

/** Gives a command its own words, and those that all have in common. */
export function configureSpec(spec: CommandSpec, command: Command): void {
  spec.configure(command);
  if (spec.readsScenario)
    setOption(command)
      .argument('<scenario>', 'scenario file (YAML); - for standard input')
      .option(
        '--elements <id=FILE>',
        'orbital elements of a network or layer (repeatable; of one id: the same satellites at several dates)',
        collect,
      )
      .option('--stale <days>', 'elements up to so many days from the epoch fly; default 30')
      .option('--skip-bad', 'leave out sets of elements that have faults, and say how many');
  command.option('-q, --quiet', 'no progress and no warnings on standard error; what is wrong is told all the same');
  if (!spec.isDateless) command.option('--as-of <date>', 'the catalog as it was known at this day, month or year');
}

/** Options that write files, print what is no JSON, or are of a terminal. */
export const BESIDE_ANSWER: ReadonlySet<string> = new Set(
  'html page xlsx out saveStages svg png csv geojson write mps force json quiet selftest explain trial timings'.split(
    ' ',
  ),
);

/** When a partner has left, for a command that looks at the force as if complete. */
export const WITHOUT_FORCE =
  '[@YEARSy], default 5 years before; or @DATE, seen at the end of the programme; @DATE+YEARSy so long after';

/** When a partner has left, for a command with the answer of `run`. */
export const WITHOUT_RUN =
  '[@YEARSy], such as spacex:denied@5y; or [@DATE] on which it leaves, in the answer by date; [@DATE+YEARSy] both';

/** When a partner leaves, for a command that looks at a programme by date. */
export const WITHOUT_DATES = '[@DATE], such as spacex:denied@2031; without a date before the first launch';

/** `--without`, where a command can be asked as if partners had left. */
export function withoutOption(command: Command, when: string): Command {
  return command.option(
    '--without <partner>',
    `as if this partner had left: ID[:stops|denied]${when} (repeatable)`,
    collect,
  );
}

/** `--set`, where a command reads scenarios. */
export function setOption(command: Command): Command {
  return command.option(
    '--set <path=value>',
    'a value over that of the scenario, by the paths of a study (repeatable)',
    collect,
  );
}
