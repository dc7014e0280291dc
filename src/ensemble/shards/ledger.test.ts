import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Ledger, readLedger, StorageError } from './ledger.ts';
import { type DoneShard, doneShard } from './shard.ts';

const STUDY = 'a'.repeat(64);
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-ledger-'));
  path = join(folder, 'ledger.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shardOf = (from: number): DoneShard =>
  doneShard(
    { pointIndex: 0, from, to: from + 5 },
    { effect: null, layerIds: ['sbi'], notes: [{ code: 'text', args: { text: `from ${from}` } }] },
  );

async function idsIn(): Promise<string[]> {
  const ids: string[] = [];
  await readLedger(path, STUDY, (_shard, { id }) => void ids.push(id));
  return ids;
}

test('what was appended is read back, in order', async () => {
  const { ledger } = await Ledger.open(path, STUDY, () => expect.unreachable());
  await Promise.all([0, 5, 10, 15].map((from) => ledger.append([shardOf(from)])));
  await ledger.append([shardOf(20), shardOf(25)]);
  await ledger.close();
  expect((await idsIn()).length).toBe(6);
});

test('a line torn at any byte is cut off, the lines before it stay', async () => {
  const { ledger } = await Ledger.open(path, STUDY, () => undefined);
  await ledger.append([shardOf(0), shardOf(5)]);
  await ledger.close();
  const { size } = statSync(path);
  const firstEnd = readFileSync(path).indexOf(10) + 1;
  for (const end of [size - 1, firstEnd + 1, firstEnd, firstEnd - 1, 1]) {
    truncateSync(path, end);
    const found: string[] = [];
    const { ledger: again, bad } = await Ledger.open(path, STUDY, (_shard, { id }) => void found.push(id));
    expect(bad).toBe(0);
    expect(found).toEqual(end >= firstEnd ? ['p0-t0-5'] : []);
    await again.append([shardOf(5)]);
    await again.close();
    expect(await idsIn()).toEqual([...found, 'p0-t5-10']);
    writeFileSync(
      path,
      [shardOf(0), shardOf(5)].map((done) => `${JSON.stringify({ ...done, study: STUDY })}\n`).join(''),
    );
  }
});

test('lines that are not sound are counted and left out', async () => {
  const { ledger } = await Ledger.open(path, STUDY, () => undefined);
  await ledger.append([shardOf(0)]);
  await ledger.close();
  appendFileSync(path, 'rubbish\n{"id":"p0-t5-10"}\n');
  const spoiled = { ...shardOf(5), study: STUDY, hash: 'f'.repeat(64) };
  appendFileSync(path, `${JSON.stringify(spoiled)}\n`);
  const found: string[] = [];
  const { ledger: again, bad } = await Ledger.open(path, STUDY, (_shard, { id }) => void found.push(id));
  await again.close();
  expect(found).toEqual(['p0-t0-5']);
  expect(bad).toBe(3);
});

test('each sound line is found at its place, whatever bytes stand between', async () => {
  const { ledger } = await Ledger.open(path, STUDY, () => undefined);
  await ledger.append([shardOf(0)]);
  await ledger.close();
  const more = (from: number) => Buffer.from(`${JSON.stringify({ ...shardOf(from), study: STUDY })}\n`);
  const rubbish = Buffer.from([0xff, 13, 0xfe, 13, 10, 10, 0xe2, 0x82, 10]);
  appendFileSync(path, Buffer.concat([rubbish, more(5), rubbish, more(10)]));
  const bytes = readFileSync(path);
  const found: string[] = [];
  await readLedger(path, STUDY, (_shard, { id }, line) => {
    expect(JSON.parse(bytes.toString('utf8', line.offset, line.offset + line.bytes.length)).id).toBe(id);
    found.push(id);
  });
  expect(found).toEqual(['p0-t0-5', 'p0-t5-10', 'p0-t10-15']);
});

test('lines of another study never count', async () => {
  const { ledger } = await Ledger.open(path, 'b'.repeat(64), () => undefined);
  await ledger.append([shardOf(0)]);
  await ledger.close();
  const { ledger: ours, bad } = await Ledger.open(path, STUDY, () => expect.unreachable());
  expect(bad).toBe(1);
  await ours.append([shardOf(5)]);
  await ours.close();
  expect(await idsIn()).toEqual(['p0-t5-10']);
});

test('a full disk is a StorageError', async () => {
  const { ledger } = await Ledger.open('/dev/full', STUDY, () => undefined);
  await expect(ledger.append([shardOf(0)])).rejects.toThrow(StorageError);
  await ledger.close();
});
