import { execFileSync } from 'node:child_process';

/**
 * A Python that can import these modules: the one that CUPOLA_PYTHON names, Debian's own or the first on the path. Debian's comes
 * before the path, for its packages are seen by no other.
 *
 * @returns its command; null where none can
 */
export function pythonWith(...modules: string[]): string | null {
  const code = modules.map((name) => `import ${name}`).join('\n');
  for (const command of [process.env.CUPOLA_PYTHON, '/usr/bin/python3', 'python3']) {
    if (!command) continue;
    try {
      execFileSync(command, ['-c', code], { stdio: 'ignore' });
      return command;
    } catch {
      // not this one
    }
  }
  return null;
}

/** Runs a script of this folder and reads the JSON that it prints. */
export function runPython<T>(python: string, script: string, words: readonly string[], input = ''): T {
  const said = execFileSync(python, [`test/python/${script}`, ...words], {
    input,
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 1e9,
  });
  return JSON.parse(said) as T;
}
