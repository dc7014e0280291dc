import { spawnSync } from 'node:child_process';

/** What a program took, its threads included. */
export interface Taken {
  cpuS: number;
  wallS: number;
  peakMb: number;
}

const MARK = 'cupola-bench-took ';
/** Runs in the program itself, and says at its end what it took. */
const TELL = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\n${MARK}' + JSON.stringify({ cpuS: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 }) + '\\n');
});`;

/**
 * Runs Node with some words.
 *
 * @throws Error where the program does not end with 0
 */
export function takenBy(words: readonly string[]): Taken {
  const startMs = performance.now();
  const loader = `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('file:///'); ${TELL}`)}`;
  const { status, stderr, error } = spawnSync(process.execPath, ['--import', loader, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wallS = (performance.now() - startMs) / 1000;
  if (error) throw error;
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  const told = stderr.split('\n').find((line) => line.startsWith(MARK));
  if (!told) throw new Error(`${words.join(' ')} did not say what it took: ${stderr}`);
  return { ...(JSON.parse(told.slice(MARK.length)) as Omit<Taken, 'wallS'>), wallS };
}

/** The same of a command of `dist`. */
export function takenByCupola(line: string): Taken {
  return takenBy(['dist/cli/main.js', ...line.split(' ')]);
}
