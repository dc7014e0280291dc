import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../../src/cli/export.ts';
import { runCommand } from '../fixtures/run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-networks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(format: string, name: string, ...more: string[]): Promise<string> {
  const file = join(folder, name);
  await runCommand(command, [format, 'scenarios/networks.yaml', ...more, '--out', file]);
  return file;
}

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

test('links go out as CSV and Parquet alike; shortest ways over them are the delays', async () => {
  const links = rowsOf(await exported('links', 'links.csv', '--from', '600'));
  const delays = rowsOf(await exported('delays', 'delays.csv', '--from', '600'));
  const kinds = new Map<string, number>();
  for (const [, , , kind] of links) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect([...kinds.keys()].sort()).toEqual(['crosslink', 'fibre', 'gateway']);
  const near = new Map<string, [string, number][]>();
  const join2 = (a: string, b: string, s: number) => near.set(a, [...(near.get(a) ?? []), [b, s]]);
  for (const [, from, to, , s] of links) {
    join2(from, to, Number(s));
    join2(to, from, Number(s));
  }
  const [, from, to, oneWayS] = delays.find(
    ([, a, b]) => (a === 'schriever' && b === 'guam') || (a === 'guam' && b === 'schriever'),
  )!;
  const least = new Map([[from, 0]]);
  for (let queue = [from]; queue.length > 0; ) {
    const next: string[] = [];
    for (const name of queue)
      for (const [other, s] of near.get(name) ?? []) {
        const sum = least.get(name)! + s;
        if (!(sum < (least.get(other) ?? Infinity) - 1e-15)) continue;
        least.set(other, sum);
        next.push(other);
      }
    queue = [...new Set(next)];
  }
  expect(least.get(to)).toBeCloseTo(Number(oneWayS), 9);
  const parquet = await exported('links', 'links.parquet', '--from', '600');
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(`select count(*)::int, sum("oneWayS") from '${parquet}'`);
  const [count, sum] = read.getRows()[0];
  expect(count).toBe(links.length);
  expect(sum).toBeCloseTo(
    links.reduce((all, row) => all + Number(row[4]), 0),
    6,
  );
});

test('GraphML is read by another parser as the same graph', async () => {
  const file = await exported('graphml', 'networks.graphml', '--from', '600');
  const script = `import sys, xml.etree.ElementTree as E
n={'g':'http://graphml.graphdrawing.org/xmlns'}
g=E.parse(sys.argv[1]).getroot().find('g:graph',n)
ids={x.get('id') for x in g.findall('g:node',n)}
edges=g.findall('g:edge',n)
assert all(e.get('source') in ids and e.get('target') in ids for e in edges)
print(len(edges))`;
  const edges = Number(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }));
  expect(edges).toBe(rowsOf(join(folder, 'links.csv')).length);
});

test('a contact plan holds each link while it stands, both ways, with its range', async () => {
  const text = readFileSync(
    await exported('contacts', 'plan.txt', '--from', '0', '--duration', '180', '--step', '60', '--rate-mbps', '8'),
    'utf8',
  );
  const lines = text.trim().split('\n');
  expect(lines[1]).toBe('@ 2028/06/01-00:00:00');
  const contacts = lines.filter((line) => line.startsWith('a contact'));
  const ranges = lines.filter((line) => line.startsWith('a range'));
  expect(contacts.length).toBe(ranges.length);
  expect(contacts.length % 2).toBe(0);
  for (const line of contacts) expect(line).toMatch(/^a contact \+(0|60|120) \+(60|120|180) \d+ \d+ 1000000$/);
  const ends = contacts.map((line) => Number(line.split(' ')[3].slice(1)));
  expect(new Set(ends)).toEqual(new Set([60, 120, 180])); // gateways change their satellites
});

test('without a rate the links have those of their networks; as JSON the plan is that of HDTN', async () => {
  const words = ['--from', '0', '--duration', '120', '--step', '60'];
  const ion = readFileSync(await exported('contacts', 'rates.txt', ...words), 'utf8').split('\n');
  const rates = new Set(
    ion.filter((line) => line.startsWith('a contact')).map((line) => Number(line.split(' ').at(-1))),
  );
  expect([...rates].every((rate) => rate > 0)).toBe(true);
  const plan = JSON.parse(readFileSync(await exported('contacts', 'plan.json', ...words), 'utf8')) as {
    nodes: Record<string, string>;
    contacts: Record<string, number>[];
  };
  expect(plan.contacts).toHaveLength(ion.filter((line) => line.startsWith('a contact')).length);
  expect(new Set(plan.contacts.map(({ rateBitsPerSec }) => rateBitsPerSec / 8))).toEqual(rates);
  plan.contacts.forEach((contact, i) => {
    expect(contact.contact).toBe(i);
    expect(contact.endTime).toBeGreaterThan(contact.startTime);
    for (const end of ['source', 'dest']) expect(plan.nodes).toHaveProperty(String(contact[end]));
  });
});
