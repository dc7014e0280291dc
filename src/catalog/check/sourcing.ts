import { type Said, said } from '../../flow/said.ts';
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

const HEARSAY: readonly (typeof sourceKinds)[number][] = ['aggregator', 'mirror', 'forum', 'file'];

/** What is called stated, and rests on hearsay. */
export function sourceFaults({ read, catalog }: ReadCatalog): Fault[] {
  return read.flatMap((at) => {
    const faults: Fault[] = [];
    const check = (rests: Rests, path: PropertyKey[]) => {
      const fault = faultOf(rests, catalog.sources);
      if (fault) faults.push({ rule: 'source', at, path: [...path, 'basis'], said: fault });
    };
    eachNumber(at.entry.fields, (path, number) => check(number, pathParts(path)));
    for (const list of ['edges', 'ledger'])
      for (const [i, item] of ((at.entry.fields[list] ?? []) as Rests[]).entries()) check(item, [list, i]);
    return faults;
  });
}

/** Why a number is not stated though it says so. */
function faultOf({ source, basis, quotedBy, via }: Rests, sources: Record<string, Source>): Said | undefined {
  const named = sources[source];
  if (basis !== 'stated' || named === undefined) return undefined;
  const readIn = quotedBy ?? named.quotedBy;
  for (const key of [source, readIn]) {
    const kind = key === undefined ? undefined : sources[key]?.kind;
    if (kind && HEARSAY.includes(kind)) return said('check-rule.hearsay', { key: key!, kind: said(`kind.${kind}`) });
  }
  if (named.kind === 'own') return said('check-rule.own');
  if (named.seen === 'not-seen') return said('check-rule.not-read', { source });
  if (named.seen === 'secondary' && readIn === undefined)
    return said('check-rule.as-quoted', { source, via: via ? ` (${via})` : '' });
  return undefined;
}
