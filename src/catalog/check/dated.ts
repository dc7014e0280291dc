import { said } from '../../flow/said.ts';
import type { Kind } from '../kinds.ts';
import type { ReadCatalog } from '../load.ts';
import type { Fault } from './check.ts';

/** Kinds whose entries came into the world: each says since when it is known. */
const DATED: readonly Kind[] = ['networks', 'sensors', 'interceptors', 'launchers', 'systems'];

/** Entries and contracts that do not say since when they are known: `--as-of` would show them too early. */
export function dateFaults({ read }: ReadCatalog): Fault[] {
  return read.flatMap((at): Fault[] => {
    const { kind, knownFrom, id, fields } = at.entry;
    if (DATED.includes(kind) && knownFrom === undefined)
      return [{ rule: 'date', at, path: ['id'], said: said('check-rule.entry-undated', { id }) }];
    const edges = (fields.edges ?? []) as {
      role: string;
      forFunction?: string;
      knownFrom?: string;
      fromDate?: string;
    }[];
    return edges.flatMap((edge, i): Fault[] => {
      const isFirm = edge.role === 'contract' || edge.role === 'candidate';
      if (!isFirm || edge.forFunction === undefined || edge.knownFrom || edge.fromDate) return [];
      return [{ rule: 'date', at, path: ['edges', i], said: said('check-rule.edge-undated') }];
    });
  });
}
