import { problemAt } from '../catalog/yaml-document.ts';
import type { Place, SitePlan } from '../flow/architecture.ts';
import { said } from '../flow/said.ts';
import { type LatLon, latLonFault, parseLatLon, swapQuestion } from '../physics/lat-lon.ts';
import { type FibreLand, fibreLandOf } from './fibre-land.ts';
import { type MergeContext, mergeElement } from './merge.ts';
import { unknownEntry } from './unknown-name.ts';

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
      context.problems.push(unknownEntry('sites', id, path, context));
      return undefined;
    }
    const plan = mergeElement('sites', { id, use: id }, path, context) as unknown as SitePlan;
    used[id] = plan.fibre === undefined ? { ...plan, fibre: landOf(plan) } : plan;
    return used[id];
  };
  const landOf = (plan: SitePlan): FibreLand => {
    const land = fibreLandOf(plan, context.catalog);
    if (land === 'none') context.notes.push(said('note.no-fibre', { id: plan.id }));
    return land;
  };
  const place = (given: unknown, path: PropertyKey[]): Place => {
    if (typeof given === 'string') {
      const latLon = parseLatLon(given);
      if (latLon) return coordinatesPlace(latLon, given, path);
      const found = site(given, path);
      return { latDeg: found?.latDeg ?? 0, lonDeg: found?.lonDeg ?? 0, heightM: found?.heightM ?? 0, name: given };
    }
    const { latDeg, lonDeg, heightM, name } = given as Partial<Place> & { latDeg: number; lonDeg: number };
    ask({ latDeg, lonDeg });
    return { latDeg, lonDeg, heightM: heightM ?? 0, name: name ?? `${latDeg},${lonDeg}` };
  };
  const coordinatesPlace = (place: LatLon, name: string, path: PropertyKey[]): Place => {
    const fault = latLonFault(place);
    if (fault) context.problems.push(problemAt(context.document, path, 'bad-place', fault));
    else ask(place);
    return { ...place, heightM: 0, name };
  };
  const ask = (place: LatLon) => {
    const question = swapQuestion(place);
    if (question && !context.notes.some((note) => JSON.stringify(note) === JSON.stringify(question)))
      context.notes.push(question);
  };
  return { used, site, place };
}
