/**
 * The catalog: its schema, its loader, and what an entry holds.
 *
 * @module
 */
export { catalogAsOf } from './as-of.ts';
export { type CatalogDiff, diffCatalog, type ValueChange } from './diff.ts';
export {
  basisCounts,
  type Catalog,
  type CatalogEntry,
  type EntryValues,
  eachNumber,
  isSourced,
  type Source,
} from './entry.ts';
export { type Basis, bases, type Field, type Resolved, type Shape, type SourcedNumber } from './field.ts';
export { type Kind, kinds } from './kinds.ts';
export { type CatalogFile, loadCatalog } from './load.ts';
