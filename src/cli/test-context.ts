import { Command } from 'commander';
import { type CommandContext, type CommandSpec, configureSpec } from './command.ts';
import { useCatalogAsOf } from './load-catalog.ts';

/** What a command printed and returned. */
export interface Ran {
  code: number;
  out: string;
  notes: string[];
}

/** Runs a command as the command line would, with its own words and a captured output. */
export async function runCommand(
  spec: CommandSpec,
  words: string[],
  change: Partial<CommandContext> = {},
): Promise<Ran> {
  const program = new Command(spec.name).exitOverride().configureOutput({ writeErr: () => undefined });
  configureSpec(spec, program);
  program.action(() => undefined);
  program.parse(words, { from: 'user' });
  useCatalogAsOf(program.opts().asOf);
  let out = '';
  const notes: string[] = [];
  const code = await spec.run({
    args: program.args,
    options: program.opts(),
    out: (text) => {
      out += text.endsWith('\n') ? text : `${text}\n`;
    },
    note: (text) => void notes.push(text),
    progress: () => undefined,
    color: false,
    columns: 100,
    signal: new AbortController().signal,
    ...change,
  });
  return { code, out, notes };
}

/** Words of an example line after `cupola NAME`. */
export function wordsOf(example: string): string[] {
  return example.split(' ').slice(2);
}
