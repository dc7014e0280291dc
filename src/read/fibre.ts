import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import type { CablePlan, FibrePlan, SitePlan } from '../flow/architecture.ts';
import { said } from '../flow/said.ts';
import { unixSFromIso } from '../physics/time.ts';
import { defaults } from './defaults.ts';
import { type MergeContext, mergeElement } from './merge.ts';
import type { Scenario } from './schema.ts';

/**
 * Fibre of a scenario: the cables of the catalog that are ready at its epoch, or those that it names, with their landings.
 *
 * Names that are no cable are added to the problems of the context.
 */
export function fibrePlan(
  { fibre, epochUtc, networks }: Pick<Scenario, 'fibre' | 'epochUtc' | 'networks'>,
  context: MergeContext,
): FibrePlan {
  const { cables: known } = context.catalog.entries;
  const { cables: named, ...numbers } = fibre ?? {};
  named?.forEach((id, i) => {
    if (Object.hasOwn(known, id)) return;
    const unknown = said('problem.no-cable', { id, hint: suggestion(id, Object.keys(known)) });
    context.problems.push(problemAt(context.document, ['fibre', 'cables', i], 'unknown-cable', unknown));
  });
  const isReady = (id: string) => unixSFromIso(firstDay(String(known[id].fields.readyDate))) <= unixSFromIso(epochUtc);
  const ids = named ? [...new Set(named)].filter((id) => Object.hasOwn(known, id)) : Object.keys(known).filter(isReady);
  // without networks every message arrives at once, and no run computes with these numbers
  const noted = networks?.length ? context : { ...context, uses: [] };
  const entryOf = (kind: 'cables' | 'sites', id: string) =>
    mergeElement(kind, { id, use: id }, ['fibre'], noted) as unknown;
  const cables = ids.map((id) => entryOf('cables', id) as CablePlan);
  const landings: Record<string, SitePlan> = {};
  for (const site of cables.flatMap((cable) => cable.landings)) landings[site] ??= entryOf('sites', site) as SitePlan;
  return { ...defaults.fibre, ...numbers, cables, landings };
}

/** A year or month as its first moment. */
function firstDay(date: string): string {
  return `${[date, '01', '01'].join('-').split('-').slice(0, 3).join('-')}T00:00:00Z`;
}
