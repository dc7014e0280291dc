import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command line under way. */
export interface Running {
  child: ChildProcess;
  /** Everything it wrote to standard output and standard error so far. */
  out(): string;
  notes(): string;
  /** Resolves with the exit code, null after a signal. */
  done: Promise<number | null>;
  /** Resolves when its notes hold the words. */
  says(words: string): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a command of an installed program. */
export function start(
  cli: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Running {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let notes = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    notes += text;
  });
  const done = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    out: () => out,
    notes: () => notes,
    done,
    says: async (words) => {
      for (let i = 0; !notes.includes(words); i++) {
        if (i > 600) throw new Error(`never said "${words}":\n${notes}`);
        if (child.exitCode !== null)
          throw new Error(`ended with ${child.exitCode} before it said "${words}":\n${notes}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    kill: async (signal = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await done;
    },
  };
}

/** Runs a command to its end. */
export async function finish(
  cli: string,
  args: string[],
  options?: Parameters<typeof start>[2],
): Promise<{ code: number | null; out: string; notes: string }> {
  const running = start(cli, args, options);
  const code = await running.done;
  return { code, out: running.out(), notes: running.notes() };
}
