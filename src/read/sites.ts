import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import type { Place, SitePlan } from '../flow/architecture.ts';
import { said } from '../flow/said.ts';
import { type MergeContext, mergeElement } from './merge.ts';

/** Finds sites of the catalog and remembers which were asked for. */
export interface SiteLookup {
  used: Record<string, SitePlan>;
  /** A site by id; a problem at `path` where there is none. */
  site(id: string, path: PropertyKey[]): SitePlan | undefined;
  /** A place given as a site or as coordinates. */
  place(given: unknown, path: PropertyKey[]): Place;
}

export function resolveSites(context: MergeContext): SiteLookup {
  const used: Record<string, SitePlan> = {};
  const known = context.catalog.entries.sites;
  const site = (id: string, path: PropertyKey[]): SitePlan | undefined => {
    if (Object.hasOwn(used, id)) return used[id];
    if (!Object.hasOwn(known, id)) {
      const unknown = said('problem.unknown-site', { id, hint: suggestion(id, Object.keys(known)) });
      context.problems.push(problemAt(context.document, path, 'unknown-site', unknown));
      return undefined;
    }
    used[id] = mergeElement('sites', { id, use: id }, path, context) as unknown as SitePlan;
    return used[id];
  };
  const place = (given: unknown, path: PropertyKey[]): Place => {
    if (typeof given === 'string') {
      const found = site(given, path);
      return { latDeg: found?.latDeg ?? 0, lonDeg: found?.lonDeg ?? 0, heightM: found?.heightM ?? 0, name: given };
    }
    const { latDeg, lonDeg, heightM, name } = given as Partial<Place> & { latDeg: number; lonDeg: number };
    return { latDeg, lonDeg, heightM: heightM ?? 0, name: name ?? `${latDeg},${lonDeg}` };
  };
  return { used, site, place };
}
