import type { Architecture } from './architecture.ts';

/**
 * Names by which the random streams of a run call its elements: what an element is, not what it is called or where it stands in
 * a list.
 *
 * A name is the role, the catalog entry (of an element without one, its kind), and, from the second of a class on, the place in it:
 * `sensor/uewr`, `interceptor/gbi#2`. Places in a class follow the content of the elements. So ids and the order of lists
 * change no draw, one element more leaves the draws of all other classes alone, and a changed number of an element that is
 * alone in its class keeps its luck.
 */
export interface StreamKeys {
  /** By position in the list of the architecture. */
  networks: string[];
  sensors: string[];
  interceptors: string[];
  /** By position in the list and in `sites`: sites have draws of their own, by class and place. */
  sensorSites: string[][];
  interceptorSites: string[][];
}

export function streamKeys(architecture: Pick<Architecture, 'networks' | 'sensors' | 'interceptors'>): StreamKeys {
  const { networks, sensors, interceptors } = architecture;
  const networkKeys = keysOf(networks, (plan) => `network/${entryOf(plan) ?? 'own'}`, new Map());
  const names = new Map(networks.map(({ id }, i) => [id, networkKeys[i]]));
  const sensorKeys = keysOf(sensors, (plan) => `sensor/${entryOf(plan) ?? `own-${plan.platform}`}`, names);
  const interceptorKeys = keysOf(interceptors, (plan) => `interceptor/${entryOf(plan) ?? `own-${plan.basing}`}`, names);
  return {
    networks: networkKeys,
    sensors: sensorKeys,
    interceptors: interceptorKeys,
    sensorSites: siteKeys(sensors, sensorKeys),
    interceptorSites: siteKeys(interceptors, interceptorKeys),
  };
}

/** Entry of the catalog that a resolved element was made from. */
export function entryOf(plan: object): string | undefined {
  return (plan as { entry?: string }).entry;
}

/**
 * The content of a resolved element as text, the same for elements that differ in names alone.
 *
 * @param names what stands for each network among the terminals
 * @param left further fields that are left out
 */
export function contentText(
  plan: object,
  names: ReadonlyMap<string, string> = new Map(),
  left: readonly string[] = [],
): string {
  const fields = Object.entries(plan)
    .filter(([name, value]) => value !== undefined && !NAMES.includes(name) && !left.includes(name))
    .map(([name, value]) => [name, name === 'terminals' ? termsOf(value, names) : value] as const);
  const first = (name: string) => (PLACES.includes(name) ? 0 : 1);
  return JSON.stringify(fields.sort(([a], [b]) => first(a) - first(b) || (a < b ? -1 : 1)));
}

const NAMES = ['id', 'name', 'note', 'asOfDate'];
/** What tells apart elements of one class first, so that other numbers of one may change without a change of places. */
const PLACES = ['sites', 'site', 'shells', 'geostationary', 'elliptical', 'elements'];

function termsOf(terminals: readonly string[], names: ReadonlyMap<string, string>): string[] {
  return terminals.map((id) => names.get(id) ?? id).sort();
}

function keysOf<Plan extends object>(
  plans: readonly Plan[],
  classOf: (plan: Plan) => string,
  names: ReadonlyMap<string, string>,
): string[] {
  const members = new Map<string, number[]>();
  plans.forEach((plan, i) => {
    const name = classOf(plan);
    members.set(name, [...(members.get(name) ?? []), i]);
  });
  const keys: string[] = [];
  for (const [name, own] of members) {
    const text = own.length > 1 ? new Map(own.map((i) => [i, contentText(plans[i]!, names)])) : undefined;
    if (text) own.sort((a, b) => compareText(text.get(a)!, text.get(b)!) || a - b);
    own.forEach((i, place) => {
      keys[i] = rankedKey(name, place);
    });
  }
  return keys;
}

function siteKeys(plans: readonly { sites?: string[] }[], keys: readonly string[]): string[][] {
  const taken = new Map<string, number>();
  const found: string[][] = plans.map(() => []);
  const inOrder = keys.map((_, i) => i).sort((a, b) => compareText(keys[a], keys[b]));
  for (const i of inOrder)
    for (const site of plans[i].sites ?? []) {
      const name = `${keys[i].replace(/#\d+$/, '')}@${site}`;
      const place = taken.get(name) ?? 0;
      taken.set(name, place + 1);
      found[i].push(rankedKey(name, place));
    }
  return found;
}

/** Name of the member at a place, from 0, of a class. */
export function rankedKey(name: string, place: number): string {
  return place === 0 ? name : `${name}#${place + 1}`;
}

/** Order of keys: the first of every class, then the second of every class, each by name. */
export function compareKeys(a: string, b: string): number {
  const placeOf = (key: string) => Number(/#(\d+)$/.exec(key)?.[1] ?? 1);
  return placeOf(a) - placeOf(b) || compareText(a, b);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
