import { Command, CommanderError } from 'commander';
import { InputError } from '../flow/problems.ts';
import { type CommandContext, type CommandSpec, configureSpec, InterruptedError } from './command.ts';
import { useCatalogAsOf } from './load-catalog.ts';
import { refusal } from './refusal.ts';

const COLUMNS = 100;

/** What a command printed, or why it refused. */
export interface Captured {
  isRefused: boolean;
  /** Standard output; of a refusal what standard error would say. */
  text: string;
  /** Warnings beside the answer. */
  notes: string[];
}

/** Runs a command as the command line would, with its output kept. @throws what is a bug */
export async function runCaptured(
  spec: CommandSpec,
  words: readonly string[],
  signal: AbortSignal,
  progress: CommandContext['progress'] = () => undefined,
): Promise<Captured> {
  let said = '';
  const command = new Command(spec.name).exitOverride().configureOutput({
    writeErr: (text) => {
      said += text;
    },
  });
  configureSpec(spec, command);
  command.action(() => undefined);
  const notes: string[] = [];
  let text = '';
  try {
    command.parse([...words], { from: 'user' });
    useCatalogAsOf(command.opts().asOf);
    await spec.run({
      args: command.processedArgs,
      options: command.opts(),
      out: (line) => {
        text += line.endsWith('\n') ? line : `${line}\n`;
      },
      note: (line) => void notes.push(line),
      progress,
      color: false,
      columns: COLUMNS,
      signal,
    });
    return { isRefused: false, text, notes };
  } catch (error) {
    if (error instanceof CommanderError) return { isRefused: true, text: said, notes };
    if (error instanceof InputError) return { isRefused: true, text: refusal(error), notes };
    if (error instanceof InterruptedError) return { isRefused: true, text: error.message, notes };
    throw error;
  }
}
