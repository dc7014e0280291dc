import { createHash } from 'node:crypto';
import { bases } from '../catalog/field.ts';
import { csvText } from '../report/tables/csv.ts';
import { parquetBytes } from '../report/tables/parquet.ts';
import type { Column, TidyTable } from '../report/tables/tidy-table.ts';
import type { FolderFile } from './result-folder.ts';

/** The licence of the catalog: that of the program it comes with. */
const LICENCE = {
  name: 'Apache-2.0',
  title: 'Apache License 2.0',
  path: 'https://www.apache.org/licenses/LICENSE-2.0',
};

/** What a package of tables says of itself. */
interface PackageHead {
  version: string;
  /** Of the catalog: changes with any number or source. */
  catalogHash: string;
  /** As known at the end of this day, month or year; absent: all that there is. */
  asOfDate?: string;
}

/**
 * Tables as a data package: each as CSV with a table schema, and as Parquet, with the descriptor and the citation.
 *
 * @source frictionless-2017, Tabular Data Package
 */
export function dataPackage(tables: readonly TidyTable[], head: PackageHead): FolderFile[] {
  const files = tables.flatMap((table): [TidyTable, string, Uint8Array][] => [
    [table, 'csv', new TextEncoder().encode(csvText(table))],
    [table, 'parquet', parquetBytes(table)],
  ]);
  const descriptor = {
    profile: 'data-package',
    name: 'cupola-catalog',
    title: 'Cupola catalog: public numbers on space-based missile defence and the partners it depends on',
    description:
      'Every number with its range, unit, date, basis, source and place; the dated ledger of partners; the sources. Policy-analysis level, open literature.',
    version: versionOf(head),
    keywords: ['missile defence', 'space', 'cost estimate', 'supply chain', 'open data'],
    licenses: [LICENCE],
    contributors: [{ title: 'the Cupola authors', role: 'author' }],
    resources: files.map(([table, format, bytes]) => resourceOf(table, format, bytes)),
  };
  return [
    ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`],
    ['CITATION.cff', citation(head)],
    ...files.map(([{ name }, format, bytes]): FolderFile => [`${name}.${format}`, bytes]),
  ];
}

/** `0.2.0+88c0...`: the version of the program and the content of the catalog. */
export function versionOf({ version, catalogHash, asOfDate }: PackageHead): string {
  return `${version}+${catalogHash}${asOfDate === undefined ? '' : `.as-of-${asOfDate}`}`;
}

function resourceOf(table: TidyTable, format: string, bytes: Uint8Array) {
  const isCsv = format === 'csv';
  return {
    name: isCsv ? table.name : `${table.name}-${format}`,
    path: `${table.name}.${format}`,
    title: table.about,
    format,
    mediatype: isCsv ? 'text/csv' : 'application/vnd.apache.parquet',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ...(isCsv && { profile: 'tabular-data-resource', encoding: 'utf-8', schema: schemaOf(table) }),
  };
}

function schemaOf({ name, columns }: TidyTable) {
  const hasSource = columns.some((column) => column.name === 'source');
  return {
    fields: columns.map(fieldOf),
    missingValues: [''],
    primaryKey: 'id',
    ...(name !== 'sources' &&
      hasSource && { foreignKeys: [{ fields: 'source', reference: { resource: 'sources', fields: 'id' } }] }),
  };
}

const TYPES = { text: 'string', number: 'number', whole: 'integer' } as const;

function fieldOf({ name, kind, about }: Column) {
  const constraints =
    name === 'id' ? { required: true, unique: true } : name === 'basis' ? { required: true, enum: bases } : undefined;
  return { name, type: TYPES[kind], description: about, ...(constraints && { constraints }) };
}

/** @source citation-file-format-1-2 */
function citation(head: PackageHead): string {
  return [
    'cff-version: 1.2.0',
    'message: If you use these data, please cite them as below, and the sources of the numbers that you use.',
    'type: dataset',
    'title: "Cupola catalog"',
    'abstract: Public numbers on space-based missile defence and the partners it depends on, each with its source.',
    'authors:',
    '  - name: the Cupola authors',
    `version: ${JSON.stringify(versionOf(head))}`,
    `license: ${LICENCE.name}`,
    '',
  ].join('\n');
}
