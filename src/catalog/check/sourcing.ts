import { eachNumber, type Source, type sourceKinds } from '../entry.ts';
import type { Basis } from '../field.ts';
import type { ReadCatalog } from '../load.ts';
import { pathParts } from '../number-sources.ts';
import type { Fault } from './check.ts';

/** What a number, an edge or a record rests on. */
interface Rests {
  source: string;
  basis: Basis;
  quotedBy?: string;
  via?: string;
}

const HEARSAY: Partial<Record<(typeof sourceKinds)[number], string>> = {
  aggregator: 'an aggregator',
  mirror: 'a copy of another page',
  forum: 'a forum',
  file: 'a dated public file',
};

/** What is called stated, and rests on hearsay. */
export function sourceFaults({ read, catalog }: ReadCatalog): Fault[] {
  return read.flatMap((at) => {
    const faults: Fault[] = [];
    const check = (rests: Rests, path: PropertyKey[]) => {
      const message = faultOf(rests, catalog.sources);
      if (message) faults.push({ rule: 'source', at, path: [...path, 'basis'], message });
    };
    eachNumber(at.entry.fields, (path, number) => check(number, pathParts(path)));
    for (const list of ['edges', 'ledger'])
      for (const [i, item] of ((at.entry.fields[list] ?? []) as Rests[]).entries()) check(item, [list, i]);
    return faults;
  });
}

/** Why a number is not stated though it says so. */
function faultOf({ source, basis, quotedBy, via }: Rests, sources: Record<string, Source>): string | undefined {
  const named = sources[source];
  if (basis !== 'stated' || named === undefined) return undefined;
  const readIn = quotedBy ?? named.quotedBy;
  for (const key of [source, readIn]) {
    const kind = key === undefined ? undefined : sources[key]?.kind;
    const hearsay = kind && HEARSAY[kind];
    if (hearsay) return `"${key}" is ${hearsay}: what it says is second-hand, not stated`;
  }
  if (named.kind === 'own') return 'an assumption of this catalog is not stated by anyone';
  if (named.seen === 'not-seen') return `"${source}" was not read: not stated`;
  if (named.seen === 'secondary' && readIn === undefined)
    return `"${source}" was seen only as quoted${via ? ` (${via})` : ''}: quotedBy names the source that was read`;
  return undefined;
}
