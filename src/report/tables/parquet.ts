import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ColumnKind, TidyTable } from './tidy-table.ts';

const TYPES = { text: 'STRING', number: 'DOUBLE', whole: 'INT32' } as const;

/** A table as a Parquet file; columns may hold nulls. */
export function parquetBytes({ columns, data }: TidyTable): Uint8Array {
  const columnData = columns.map(({ name, kind }, c) => ({ name, data: data[c], type: typeOf(kind), nullable: true }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function typeOf(kind: ColumnKind): (typeof TYPES)[ColumnKind] {
  return TYPES[kind];
}
