import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import type { Catalog, CatalogEntry } from './entry.ts';
import { problemAt, suggestion, type YamlDocument } from './yaml-document.ts';

/** A group of a raid by name, its numbers with their sources. */
export interface RaidGroup extends Record<string, unknown> {
  id: string;
  use: string;
  from?: string[];
  toward?: string[];
}

/** Groups of an entry of catalog/raids. */
export function raidGroups({ fields }: CatalogEntry): RaidGroup[] {
  return (fields.groups ?? []) as RaidGroup[];
}

/**
 * Reports classes and sites that a raid names and that do not exist, what a group lacks, and names that are given twice.
 *
 * @returns the groups without a fault
 */
export function checkRaids(
  entry: CatalogEntry,
  at: PropertyKey[],
  context: { entries: Catalog['entries']; document: YamlDocument; problems: Problem[] },
): RaidGroup[] {
  const seen = new Set<string>();
  return raidGroups(entry).filter((group, i) => {
    const faults = groupFaults(group, context.entries).map(({ path, code, said: sentence }) =>
      problemAt(context.document, [...at, 'groups', i, ...path], code, sentence),
    );
    if (seen.has(group.id)) {
      const twice = said('problem.given-twice', { id: group.id });
      faults.push(problemAt(context.document, [...at, 'groups', i, 'id'], 'duplicate-id', twice));
    }
    seen.add(group.id);
    context.problems.push(...faults);
    return faults.length === 0;
  });
}

interface Fault {
  path: PropertyKey[];
  code: string;
  said: Said;
}

function groupFaults(group: RaidGroup, { threats, sites }: Catalog['entries']): Fault[] {
  const faults: Fault[] = (['id', 'use', 'count', 'from', 'toward'] as const)
    .filter((name) => group[name] === undefined || (Array.isArray(group[name]) && group[name].length === 0))
    .map((name) => ({ path: [], code: 'missing', said: said('problem.raid-needs', { id: group.id ?? '', name }) }));
  if (group.use !== undefined && !Object.hasOwn(threats, group.use)) {
    const hint = suggestion(group.use, Object.keys(threats));
    faults.push({ path: ['use'], code: 'unknown-entry', said: said('problem.unknown-class', { id: group.use, hint }) });
  }
  for (const key of ['from', 'toward'] as const)
    group[key]?.forEach((site, k) => {
      if (Object.hasOwn(sites, site)) return;
      const hint = suggestion(site, Object.keys(sites));
      faults.push({ path: [key, k], code: 'unknown-site', said: said('problem.unknown-site', { id: site, hint }) });
    });
  return faults;
}
