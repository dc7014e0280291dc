/** What a column holds. `whole` are counts and positions, `number` anything else that is measured. */
export type ColumnKind = 'text' | 'number' | 'whole';

export interface Column {
  /** With its unit as suffix, such as `detectedS`. */
  name: string;
  kind: ColumnKind;
  /** What it holds, in a phrase. */
  about: string;
}

/** Null where nothing is known, where a text is empty and where a number is not finite: CSV cannot tell these apart. */
export type TableCell = string | number | null;

/** A table of a run: one row a thing, one column a fact. Column by column, as Parquet keeps it. */
export interface TidyTable {
  /** Name of the file without its ending. */
  name: string;
  /** What one row is. */
  about: string;
  columns: Column[];
  /** By column. */
  data: TableCell[][];
}

/** A column and how to get it from a row. */
export type Field<Row> = [name: string, kind: ColumnKind, about: string, value: (row: Row) => TableCell | undefined];

/** A table from records: each field takes its value out of each record. */
export function tidyTable<Row>(
  name: string,
  about: string,
  records: readonly Row[],
  fields: readonly Field<Row>[],
): TidyTable {
  return {
    name,
    about,
    columns: fields.map(([column, kind, text]) => ({ name: column, kind, about: text })),
    data: fields.map(([, , , value]) => records.map((record) => clean(value(record)))),
  };
}

function clean(value: TableCell | undefined): TableCell {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/** How many rows a table has. */
export function rowCount({ data }: TidyTable): number {
  return data[0]?.length ?? 0;
}
