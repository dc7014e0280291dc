import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { PointResult, StudyInput } from '../../flow/study.ts';
import { orStorageError, readLedger } from '../shards/ledger.ts';
import { type DoneShard, trialColumns } from '../shards/shard.ts';
import { labelOf } from '../study/value-label.ts';
import { partPath, writeWhole } from '../write-whole.ts';

/** Rows of one row group of the table of trials. */
const GROUP_ROWS = 100_000;

interface Column {
  name: string;
  type: 'DOUBLE' | 'INT32' | 'STRING';
  data: unknown[];
}

/** The table of design points as a Parquet file: index, inputs, state, trials, then every column of the answer. */
export async function writePoints(
  path: string,
  points: readonly PointResult[],
  inputs: readonly StudyInput[],
): Promise<void> {
  const names = [...new Set(points.flatMap(({ columns }) => Object.keys(columns)))];
  const columns: Column[] = [
    { name: 'point', type: 'INT32', data: points.map(({ index }) => index) },
    ...inputs.map((input, i) =>
      inputColumn(
        input,
        points.map(({ values }) => values[i]),
      ),
    ),
    { name: 'state', type: 'STRING', data: points.map(({ state }) => state) },
    { name: 'trials', type: 'INT32', data: points.map(({ trials }) => trials) },
    ...names.map(
      (name): Column => ({ name, type: 'DOUBLE', data: points.map(({ columns }) => orNull(columns[name])) }),
    ),
  ];
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'cupola' });
  await file.write({ columnData: columns.map(({ name, data }) => ({ name, data })) });
  await file.finish();
  await writeWhole(path, bytes.getBytes());
}

/** Numbers stay numbers; anything else becomes its label in the study, or the word that stands for it. */
function inputColumn({ name, labels }: StudyInput, values: unknown[]): Column {
  if (values.every((value) => typeof value === 'number')) return { name, type: 'DOUBLE', data: values };
  const words = values.map(labelOf);
  const order = [...new Set(words)];
  const isLabelled = labels?.length === order.length;
  const data = isLabelled ? words.map((word) => labels[order.indexOf(word)]) : words;
  return { name, type: 'STRING', data };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function schemaOf(
  columns: readonly Pick<Column, 'name' | 'type'>[],
): ConstructorParameters<typeof ParquetWriter>[0]['schema'] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) =>
      type === 'STRING'
        ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const)
        : ({ name, type, repetition_type: 'OPTIONAL' } as const),
    ),
  ];
}

const TRIAL_TABLE = [
  { name: 'point', type: 'INT32' },
  { name: 'trial', type: 'INT32' },
  { name: 'startS', type: 'DOUBLE' },
  ...trialColumns.slice(1).map((name) => ({ name, type: 'INT32' })),
] as Pick<Column, 'name' | 'type'>[];

interface Piece {
  pointIndex: number;
  from: number;
  offset: number;
  length: number;
}

/**
 * The table of trials, one row each, in order of point and trial, read back from the ledger piece by piece: memory does not
 * grow with the number of trials.
 *
 * @param study hash of the study that the ledger is of
 * @param isCounted whether a shard with this name and hash was counted
 */
export async function writeTrials(
  path: string,
  ledgerPath: string,
  study: string,
  isCounted: (id: string, hash: string) => boolean,
): Promise<void> {
  const beside = partPath(dirname(path));
  const pieces = await piecesOf(ledgerPath, study, isCounted);
  pieces.sort((a, b) => a.pointIndex - b.pointIndex || a.from - b.from);
  const source = await open(ledgerPath, 'r');
  const target = await open(beside, 'w');
  try {
    await orStorageError(path, async () => {
      const bytes = new ByteWriter();
      const file = new ParquetWriter({ writer: bytes, schema: schemaOf(TRIAL_TABLE), createdBy: 'cupola' });
      let rows = emptyRows();
      const writeGroup = async () => {
        await file.write({
          columnData: TRIAL_TABLE.map(({ name }, i) => ({ name, data: rows[i]! })),
          rowGroupSize: GROUP_ROWS,
        });
        rows = emptyRows();
        await flush(target, bytes);
      };
      for (const piece of pieces) {
        addRows(rows, piece, await readPiece(source, piece));
        if (rows[0]!.length >= GROUP_ROWS) await writeGroup();
      }
      if (rows[0]!.length > 0) await writeGroup();
      await file.finish();
      await flush(target, bytes);
      await target.sync();
    });
    await target.close();
    await rename(beside, path);
  } catch (error) {
    await target.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

const emptyRows = (): number[][] => TRIAL_TABLE.map(() => []);

function addRows(rows: number[][], { pointIndex, from }: Piece, { result }: DoneShard): void {
  const trials = result.trials;
  trials?.startS?.forEach((_, i) => {
    rows[0]!.push(pointIndex);
    rows[1]!.push(from + i);
    for (const [c, name] of trialColumns.entries()) rows[2 + c]!.push(trials[name]![i]!);
  });
}

type File = Awaited<ReturnType<typeof open>>;

/** Writes what a writer holds, and empties it; its count of all bytes stays. */
async function flush(target: File, bytes: ByteWriter): Promise<void> {
  const held = bytes.getBytes();
  for (let at = 0; at < held.length; ) at += (await target.write(held, at)).bytesWritten;
  bytes.index = 0;
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
