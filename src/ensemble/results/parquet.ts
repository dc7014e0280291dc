import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { orStorageError, readLedger } from '../shards/ledger.ts';
import { type DoneShard, trialColumns } from '../shards/shard.ts';
import { partPath } from '../write-whole.ts';

/** Rows of one row group of the table of trials. */
const GROUP_ROWS = 100_000;

const TRIAL_TABLE = [
  { name: 'point', type: 'INT32' },
  { name: 'trial', type: 'INT32' },
  { name: 'startS', type: 'DOUBLE' },
  ...trialColumns.slice(1).map((name) => ({ name, type: 'INT32' })),
] as { name: string; type: 'DOUBLE' | 'INT32' }[];

/** Columns of the table of trials, in order. */
export const trialTableColumns: readonly string[] = TRIAL_TABLE.map(({ name }) => name);

const SCHEMA: ConstructorParameters<typeof ParquetWriter>[0]['schema'] = [
  { name: 'root', num_children: TRIAL_TABLE.length },
  ...TRIAL_TABLE.map(({ name, type }) => ({ name, type, repetition_type: 'OPTIONAL' as const })),
];

interface Piece {
  pointIndex: number;
  from: number;
  offset: number;
  length: number;
}

/**
 * The table of trials as Parquet and as CSV, one row each, in order of point and trial, read back from the ledger piece by piece: memory
 * does not grow with the number of trials.
 *
 * @param study hash of the study that the ledger is of
 * @param isCounted whether a shard with this name and hash was counted
 */
export async function writeTrials(
  paths: { parquet: string; csv: string },
  ledgerPath: string,
  study: string,
  isCounted: (id: string, hash: string) => boolean,
): Promise<void> {
  const pieces = await piecesOf(ledgerPath, study, isCounted);
  pieces.sort((a, b) => a.pointIndex - b.pointIndex || a.from - b.from);
  const source = await open(ledgerPath, 'r');
  try {
    await writePieces(paths.parquet, source, pieces, parquetTable());
    await writePieces(paths.csv, source, pieces, csvTable());
  } finally {
    await source.close();
  }
}

/** A kind of table: takes rows by column, and gives bytes as they come. */
interface TableWriter {
  add(rows: number[][]): Promise<Uint8Array>;
  end(): Promise<Uint8Array>;
}

function parquetTable(): TableWriter {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'cupola' });
  // empties what the writer holds; its count of all bytes stays
  const taken = () => {
    const held = bytes.getBytes().slice();
    bytes.index = 0;
    return held;
  };
  return {
    async add(rows) {
      const columnData = TRIAL_TABLE.map(({ name }, i) => ({ name, data: rows[i] }));
      await file.write({ columnData, rowGroupSize: GROUP_ROWS });
      return taken();
    },
    async end() {
      await file.finish();
      return taken();
    },
  };
}

function csvTable(): TableWriter {
  const encoder = new TextEncoder();
  let head = `${trialTableColumns.join(',')}\r\n`;
  const withHead = (text: string) => {
    const all = head + text;
    head = '';
    return encoder.encode(all);
  };
  return {
    add: async (rows) => withHead(rows[0].map((_, i) => `${rows.map((column) => column[i]).join(',')}\r\n`).join('')),
    end: async () => withHead(''),
  };
}

async function writePieces(path: string, source: File, pieces: readonly Piece[], table: TableWriter): Promise<void> {
  const beside = partPath(dirname(path));
  const target = await open(beside, 'w');
  try {
    await orStorageError(path, async () => {
      let rows = emptyRows();
      for (const piece of pieces) {
        addRows(rows, piece, await readPiece(source, piece));
        if (rows[0].length < GROUP_ROWS) continue;
        await writeAll(target, await table.add(rows));
        rows = emptyRows();
      }
      if (rows[0].length > 0) await writeAll(target, await table.add(rows));
      await writeAll(target, await table.end());
      await target.sync();
    });
    await target.close();
    await rename(beside, path);
  } catch (error) {
    await target.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

const emptyRows = (): number[][] => TRIAL_TABLE.map(() => []);

function addRows(rows: number[][], { pointIndex, from }: Piece, { result }: DoneShard): void {
  const trials = result.trials;
  trials?.startS?.forEach((_, i) => {
    rows[0].push(pointIndex);
    rows[1].push(from + i);
    for (const [c, name] of trialColumns.entries()) rows[2 + c].push(trials[name][i]);
  });
}

type File = Awaited<ReturnType<typeof open>>;

async function writeAll(target: File, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await target.write(bytes, at)).bytesWritten;
}

async function piecesOf(
  ledgerPath: string,
  study: string,
  isCounted: (id: string, hash: string) => boolean,
): Promise<Piece[]> {
  const pieces = new Map<string, Piece>();
  await readLedger(ledgerPath, study, ({ pointIndex, from }, { id, hash }, { offset, bytes }) => {
    if (isCounted(id, hash)) pieces.set(id, { pointIndex, from, offset, length: bytes.length });
  });
  return [...pieces.values()];
}

async function readPiece(source: File, { offset, length }: Piece): Promise<DoneShard> {
  const bytes = Buffer.alloc(length);
  await source.read(bytes, 0, length, offset);
  return JSON.parse(bytes.toString('utf8')) as DoneShard;
}
