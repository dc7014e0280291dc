// npm run nightly -- [PART[=COUNT] ...] [--count N] [--seed N] [--processes N] [--from N]: see docs/reliability.md
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lineOf, tryPart } from './night.ts';
import { parts } from './parts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    processes: { type: 'string' },
    from: { type: 'string' },
  },
});
const number = (name: keyof typeof values, otherwise: number) => {
  const value = Number(values[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`--${name} must be a whole number: ${values[name]}`);
  return value;
};
const asked = positionals.map((word) => word.split('=') as [string, string?]);
const unknown = asked.map(([name]) => name).filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));

const seed = number('seed', randomInt(2 ** 31));
console.log(`seed ${seed}`);
const lines: string[] = [];
let isSound = true;
for (const [name, own] of asked.length > 0 ? asked : Object.keys(parts).map((name) => [name] as [string, string?])) {
  if (stop.signal.aborted) break;
  const outcome = await tryPart(name, {
    seed,
    count: own === undefined ? number('count', parts[name].count) : Number(own),
    processes: number('processes', availableParallelism()),
    from: number('from', 0),
    signal: stop.signal,
    note: (text) => console.log(text),
    script: join(fileURLToPath(new URL('.', import.meta.url)), 'work.mjs'),
  });
  isSound &&= outcome.crashed === 0;
  lines.push(lineOf(name, outcome));
}
console.log(`\n${stop.signal.aborted ? 'Interrupted. ' : ''}Seed ${seed}:\n${lines.join('\n')}`);
process.exit(isSound ? (stop.signal.aborted ? 130 : 0) : 1);
