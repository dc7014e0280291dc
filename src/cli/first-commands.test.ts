import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { describedPath, keysNamed } from '../read/described-path.ts';
import { loadParsed } from '../read/load-scenario.ts';
import { parseScenario } from '../read/parse.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import { newScenario } from './new-scenario.ts';

const catalog = testCatalog();

function specOf(name: string): CommandSpec {
  return commands.find((spec) => spec.name === name)!;
}

async function said(name: string, args: unknown[], options: Record<string, unknown> = {}): Promise<string> {
  const lines: string[] = [];
  const context: CommandContext = {
    args: args as string[],
    options,
    out: (text) => void lines.push(text),
    note: () => undefined,
    progress: () => undefined,
    color: false,
    columns: 100,
    signal: new AbortController().signal,
  };
  await specOf(name).run(context);
  return lines.join('\n');
}

test('a new scenario of any raid and any layer of the catalog can be run', () => {
  const picked = { name: 'My: "shield"', date: '2032-06-01', networks: ['sdn-backbone'], vehicles: ['falcon-9'] };
  for (const raid of Object.keys(catalog.entries.raids))
    for (const sensors of [[], ['next-gen-opir-geo', 'meo-tracking-epoch1', 'sda-tracking-t2']]) {
      const text = newScenario({ ...picked, raid, sensors, interceptors: ['cbo-2026-sbi', 'gbi'] }, catalog);
      const { name, interceptors, notes } = loadParsed(parseScenario(text, 'new.yaml'), catalog, {});
      expect(name).toBe('My: "shield"');
      expect(interceptors.map(({ id }) => id)).toEqual(['cbo-2026-sbi', 'gbi']);
      expect(notes.map(({ code }) => code).filter((code) => /-far$/.test(code))).toEqual([]);
    }
});

test('a key is described by its path in a scenario, and by its name alone', () => {
  expect(describedPath(['interceptors', 'sbi', 'salvo'])).toEqual({
    key: 'interceptors[].salvo',
    about: expect.stringContaining('shots'),
  });
  expect(describedPath(['analysis', 'horizonYr'])?.about).toContain('years');
  expect(describedPath(['interceptors', 'sbi', 'salvos'])).toBeUndefined();
  expect(keysNamed('salvo').map(({ key }) => key)).toContain('interceptors[].salvo');
});

test('explain tells the value, its basis and its source', async () => {
  const told = await said('explain', ['interceptors.sbi.lifeYr', 'scenarios/golden-dome.yaml']);
  expect(told).toContain('interceptors[].lifeYr');
  expect(told).toMatch(/5 \(3 to 8\) years; stated/);
  expect(told).toContain('Congressional Budget Office');
  await expect(said('explain', ['interceptors.sbi.nothing', 'scenarios/golden-dome.yaml'])).rejects.toThrow();
  await expect(said('explain', ['interceptors.sbi.lifeYr'])).rejects.toThrow();
});

test('explain shows what --set would make of a number', async () => {
  const told = await said('explain', ['interceptors.sbi.lifeYr', 'scenarios/golden-dome.yaml'], {
    set: ['interceptors.sbi.lifeYr=9'],
  });
  expect(told).toContain('9');
  expect(told).not.toContain('3 to 8');
});

test('check tells every problem of every file, and runs nothing', async () => {
  const told = JSON.parse(
    await said('check', [['scenarios/one-missile.yaml', 'test/fixtures/nowhere.yaml']], { json: true }),
  );
  expect(told.map(({ isRunnable }: { isRunnable: boolean }) => isRunnable)).toEqual([true, false]);
  expect(told[1].problems[0].message).not.toBe('');
  const wrong = ['interceptors.sbi.salvo=0', 'analysis.trials=-1'];
  await expect(said('check', [['scenarios/one-missile.yaml']], { set: wrong })).rejects.toMatchObject({
    problems: expect.any(Array),
  });
});

test('the shell completes every command and its options', async () => {
  const bash = await said('completion', ['bash']);
  for (const { name } of commands) expect(bash).toContain(` ${name}) words=`);
  const answer = execFileSync(
    'bash',
    ['-c', `${bash}\nCOMP_WORDS=(cupola run --bri) COMP_CWORD=2; _cupola; echo "\${COMPREPLY[@]}"`],
    { encoding: 'utf8' },
  );
  expect(answer.trim()).toBe('--brief');
});

test('the manual page has every command, option and example, and man reads it', async () => {
  const page = await said('man', []);
  const plain = page.replaceAll('\\-', '-');
  for (const { name, examples } of commands) {
    expect(plain).toContain(`.SS cupola ${name} `);
    for (const example of examples) expect(plain).toContain(example.replaceAll('\\', '\\e'));
  }
  expect(plain).toContain('.B --set <path=value>');
  expect(
    plain.split('\n').filter((line) => /^['.]/.test(line) && !/^\.(TH|SH|SS|TP|PP|B|I|nf|fi)\b/.test(line)),
  ).toEqual([]);
});
