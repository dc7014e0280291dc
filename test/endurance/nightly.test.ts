import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A seed that has been tried in far larger numbers: what breaks here has changed. */
const SEED = 20261130;

test('a small night finds nothing: each input is refused with its place, or taken as it is written', {
  timeout: 600_000,
}, async () => {
  const parts = ['scenarios=500', 'elements=1500', 'links=300', 'commands=6'];
  const words = ['scripts/nightly.mjs', ...parts, '--seed', String(SEED), '--processes', '1'];
  const child = spawn(process.execPath, words, { cwd: root });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((ended) => child.on('close', ended));
  expect(code, said).toBe(0);
  const last = said.slice(said.lastIndexOf(`Seed ${SEED}:`));
  for (const part of parts)
    expect(last).toMatch(new RegExp(`^${part.replace('=', ': ')} tried in`.replace('1500', '1,500'), 'm'));
  expect(last).not.toContain(', 0 refused');
});
