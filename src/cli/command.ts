import type { Command } from 'commander';

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
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
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
  /** Reads no catalog: takes no `--as-of`. */
  isDateless?: true;
  /** Lines shown under `--help`, each a command that works as printed. */
  examples: string[];
  /** Returns the exit code: 0, or 1 where the command itself is a check that failed. Throws InputError for bad input. */
  run(context: CommandContext): Promise<number>;
}

/** Gives a command its own words, and those that all have in common. */
export function configureSpec(spec: CommandSpec, command: Command): void {
  spec.configure(command);
  if (!spec.isDateless) command.option('--as-of <date>', 'the catalog as it was known at this day, month or year');
}
