import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Install, install } from '../ensemble/install.ts';
import { finish } from '../ensemble/run-cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));
const ONE = join(root, 'scenarios/one-missile.yaml');
let program: Install;
let client: Client;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-mcp-'));
  program = install();
  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program.cli, 'mcp'], cwd: folder, stderr: 'ignore' }),
  );
}, 120_000);
afterAll(async () => {
  await client.close();
  program.remove();
  rmSync(folder, { recursive: true });
});

interface Answer {
  isError?: boolean;
  content: { type: string; text: string }[];
}
const call = async (name: string, input: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: input })) as unknown as Answer;
const cli = (words: string[]) => finish(program.cli, words, { cwd: folder });

test('the tools are listed with the words of their commands, and none writes a file', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['run', 'partners', 'source', 'reconcile', 'quote', 'catalog_search']);
  const keys = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
  for (const key of ['html', 'out', 'svg', 'png', 'csv', 'write', 'mps', 'force', 'saveStages'])
    expect(keys).not.toContain(key);
  const run = tools.find(({ name }) => name === 'run')!;
  expect(run.inputSchema.required).toEqual(['scenario']);
  expect(run.inputSchema.properties).toHaveProperty('without');
  expect(run.description).toMatch(/^Run a scenario/);
});

test('a tool prints the JSON of its command', async () => {
  const words = ['--set', 'interceptors.sbi.salvo=1', '--trials', '40', '--seed', '3', '--json'];
  const { out } = await cli(['run', ONE, ...words]);
  const answer = await call('run', { scenario: ONE, set: ['interceptors.sbi.salvo=1'], trials: 40, seed: '3' });
  expect(answer.isError).toBeUndefined();
  expect(answer.content.map(({ text }) => text)).toEqual([out.trimEnd()]);
  const found = await call('catalog_search', { words: 'starlink gen2' });
  expect(found.content[0].text).toBe((await cli(['catalog', 'search', 'starlink', 'gen2', '--json'])).out.trimEnd());
  const walk = await call('reconcile', { a: 'white-house-2025', b: 'cbo-2026' });
  expect(JSON.parse(walk.content[0].text)).toEqual(
    JSON.parse((await cli(['reconcile', 'white-house-2025', 'cbo-2026', '--json'])).out),
  );
});

test('a tool refuses as its command does', async () => {
  for (const [name, input, words] of [
    ['run', { scenario: 'nowhere.yaml' }, ['run', 'nowhere.yaml']],
    ['run', { scenario: ONE, trials: 'many', date: '20' }, ['run', ONE, '--trials', 'many', '--date', '20']],
    ['partners', { scenario: ONE }, ['partners', ONE]],
    ['source', { scenario: ONE }, ['source', ONE]],
    ['quote', { scenario: ONE, question: 'why is the sky blue' }, ['quote', ONE, 'why is the sky blue']],
    ['reconcile', { a: 'cbo' }, ['reconcile', 'cbo']],
  ] as const) {
    const answer = await call(name, input);
    const { code, notes } = await cli([...words]);
    expect(code).toBe(2);
    expect(answer.isError).toBe(true);
    expect(answer.content[0].text).toBe(notes.trimEnd());
  }
});

test('standard input, unknown tools and unknown words are no way in', async () => {
  for (const scenario of ['-', '/dev/stdin', '/proc/self/fd/0']) {
    const answer = await call('run', { scenario });
    expect([answer.isError, answer.content[0].text]).toEqual([true, expect.stringContaining('standard input')]);
  }
  expect((await call('run', { scenario: '--html=x.html' })).content[0].text).toContain('--html=x.html');
  expect((await call('run', { scenario: ONE, set: 'x' })).isError).toBe(true);
  expect((await call('studio', {})).isError).toBe(true);
});

test('answers come one at a time, with the catalog of their own date', async () => {
  writeFileSync(join(folder, 'one.yaml'), 'name: x\nepochUtc: 2028-06-01T00:00:00Z\n');
  const [old, now] = await Promise.all([
    call('catalog_search', { words: 'starlink', asOf: '2024-01' }),
    call('catalog_search', { words: 'starlink' }),
  ]);
  expect(old.content[0].text).not.toBe(now.content[0].text);
});
