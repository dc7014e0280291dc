import { catalogAsOf } from '../catalog/as-of.ts';
import type { Catalog, CatalogEntry } from '../catalog/entry.ts';
import type { Shape } from '../catalog/field.ts';
import { type Kind, kinds } from '../catalog/kinds.ts';
import { checkNumberSources } from '../catalog/number-sources.ts';
import { checkRaids } from '../catalog/raid-references.ts';
import { problemAt, suggestion, type YamlDocument } from '../catalog/yaml-document.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { addOwnEdges } from './own-edges.ts';
import { ownFields } from './own-number.ts';
import type { ParsedScenario } from './parse.ts';
import { unknownEntry } from './unknown-name.ts';

/** An entry as a scenario writes it: fields that replace those of an entry of the catalog, or a new one. */
type OwnEntry = { id: string; use?: string; name?: string; note?: string; partner?: string } & Record<string, unknown>;

/**
 * The catalog that a scenario sees: as known at its `asOfDate`, where the command line names none, with the sources, sites,
 * entries and edges that the scenario brings itself.
 *
 * @param problems takes every mistake of what the scenario brings, at its line
 */
export function catalogOf({ scenario, document }: ParsedScenario, catalog: Catalog, problems: Problem[] = []): Catalog {
  const isDated = scenario.asOfDate !== undefined && catalog.asOfDate === undefined;
  const known = isDated ? catalogAsOf(catalog, scenario.asOfDate!) : catalog;
  if (!scenario.sources && !scenario.sites && !scenario.catalog && !hasOwnEdges(scenario.partners)) return known;
  const seen: Catalog = {
    ...known,
    sources: { ...known.sources },
    entries: Object.fromEntries(
      Object.entries(known.entries).map(([kind, byId]) => [kind, { ...byId }]),
    ) as Catalog['entries'],
  };
  const context = { catalog: seen, document, problems };
  addSources(scenario.sources ?? {}, context);
  const lists = Object.entries((scenario.catalog ?? {}) as Partial<Record<Kind, OwnEntry[]>>);
  const own = [
    ...((scenario.sites ?? []) as OwnEntry[]).map((entry, i) => placed('sites', entry, ['sites', i])),
    ...lists.flatMap(([kind, list]) => list.map((entry, i) => placed(kind as Kind, entry, ['catalog', kind, i]))),
  ];
  checkIds(own, context);
  for (const each of own) addEntry(each, context);
  for (const { kind, entry, path } of own) {
    checkSites(kind, entry, path, context);
    const made = seen.entries[kind][entry.id];
    if (kind === 'raids' && made && entry.groups !== undefined)
      made.fields = { ...made.fields, groups: checkRaids(made, path, { ...context, entries: seen.entries }) };
  }
  if (scenario.partners) addOwnEdges(scenario.partners, context);
  return seen;
}

export interface OwnContext {
  /** Copy of the catalog that takes what is the scenario's own. */
  catalog: Catalog;
  document: YamlDocument;
  problems: Problem[];
}

interface Placed {
  kind: Kind;
  entry: OwnEntry;
  path: PropertyKey[];
}

const placed = (kind: Kind, entry: OwnEntry, path: PropertyKey[]): Placed => ({ kind, entry, path });

function hasOwnEdges(partners: ParsedScenario['scenario']['partners']): boolean {
  return Object.keys(partners ?? {}).some((key) => key !== 'use');
}

function addSources(own: NonNullable<ParsedScenario['scenario']['sources']>, context: OwnContext): void {
  const { catalog, document, problems } = context;
  for (const [key, source] of Object.entries(own)) {
    if (Object.hasOwn(catalog.sources, key) || key === 'scenario')
      problems.push(problemAt(document, ['sources', key], 'duplicate-id', said('problem.already-source', { id: key })));
    else catalog.sources[key] = source;
  }
}

/** An identifier belongs to one entry of all kinds; a scenario may replace an entry once, and only by its own kind. */
function checkIds(own: readonly Placed[], { catalog, document, problems }: OwnContext): void {
  const seen = new Map<string, PropertyKey[]>();
  for (const { kind, entry, path } of own) {
    const { id } = entry;
    const report = (twice: Said) => problems.push(problemAt(document, [...path, 'id'], 'duplicate-id', twice));
    const elsewhere = Object.entries(catalog.entries).find(
      ([other, byId]) => other !== kind && Object.hasOwn(byId, id),
    );
    if (elsewhere) report(said('problem.already-entry', { id, kind: elsewhere[0] }));
    else if (seen.has(id)) report(said('problem.given-twice', { id }));
    seen.set(id, path);
  }
}

function addEntry({ kind, entry, path }: Placed, context: OwnContext): void {
  const { catalog, document, problems } = context;
  const byId = catalog.entries[kind];
  const { id, use } = entry;
  if (use !== undefined && !Object.hasOwn(byId, use)) {
    problems.push(unknownEntry(kind, use, [...path, 'use'], context));
    return;
  }
  const baseId = use ?? id;
  const base = Object.hasOwn(byId, baseId) ? byId[baseId] : undefined;
  const shape = kinds[kind] as Shape;
  const own = ownFields(shape, entry, document, path);
  checkNumberSources(own, path, { document, sources: catalog.sources, problems });
  const fields = { ...base?.fields, ...own };
  const missing = Object.entries(shape).filter(([name, field]) => !field.optional && fields[name] === undefined);
  for (const [name, { doc }] of missing)
    problems.push(problemAt(document, path, 'missing', said('problem.needs-give', { id, name, doc }))); // prettier-ignore
  const head: CatalogEntry = base ?? { id, kind, name: id, file: document.file, fields };
  byId[id] = {
    ...head,
    id,
    fields,
    name: entry.name ?? (use === undefined ? head.name : id),
    note: entry.note ?? head.note,
    partner: entry.partner ?? head.partner,
    file: document.file,
  };
}

/** Sites that an own entry names and that do not exist; they are told here, and not again where the entry is used. */
function checkSites(
  kind: Kind,
  entry: OwnEntry,
  path: PropertyKey[],
  { catalog, document, problems }: OwnContext,
): void {
  const made = catalog.entries[kind][entry.id];
  for (const list of ['gateways', 'sites', 'landings']) {
    const named = entry[list];
    if (!made || !Array.isArray(named)) continue;
    const isSite = (site: string) => Object.hasOwn(catalog.entries.sites, site);
    named.forEach((site: string, i) => {
      if (isSite(site)) return;
      const hint = suggestion(site, Object.keys(catalog.entries.sites));
      const unknown = said('problem.unknown-site', { id: site, hint });
      problems.push(problemAt(document, [...path, list, i], 'unknown-site', unknown));
    });
    made.fields = { ...made.fields, [list]: named.filter(isSite) };
  }
}
