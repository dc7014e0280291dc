import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Footprint } from 'cupola';
import type { Aims } from '../globe/aims.ts';
import { type Fleet, fleetOf } from '../globe/fleet.ts';
import { categories, otherColor } from '../globe/palette.ts';
import type { Group } from '../globe/renderer.ts';
import { nameText, text } from '../i18n/text.ts';
import { plainName } from '../worker/plain-name.ts';
import type { ElementInfo, RaidScene, SiteInfo } from '../worker/protocol.ts';
import { current, type RunState, reference, scene, scenes, variant } from './session.ts';
import {
  type Chosen,
  chosen,
  colorBy,
  footprintLayer,
  footprintOf,
  type LinksAnswer,
  linksOf,
  type ServedAnswer,
  servedOf,
} from './view.ts';

/** Colours of partners: all but the one that is near to a missile's. */
const partnerCategories = categories.filter((_, i) => i !== 6);

/** 1 where a satellite is out in a raid. */
function outIn(all: Fleet | undefined, raid: RaidScene | undefined): Uint8Array {
  const out = new Uint8Array(all?.count ?? 0);
  if (all && raid)
    raid.isOut.forEach((isOut, i) => {
      if (i < all.first.length && isOut.length === all.opened.space[i].count) out.set(isOut, all.first[i]);
    });
  return out;
}

/** Colour of each partner, the same in every view: the largest get their own. */
export const partnerColors = computed(() => {
  const most = new Map<string, number>();
  for (const run of [reference.value, variant.value])
    for (const { id, satelliteCount } of run?.opened?.partners ?? [])
      most.set(id, Math.max(satelliteCount, most.get(id) ?? 0));
  const ids = [...most].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return new Map(ids.map((id, i) => [id, partnerCategories[i] ?? otherColor]));
});

const functionColors = { network: categories[0], sensor: categories[2], interceptor: categories[1] } as const;
export const functionColor = (role: ElementInfo['role']): string => functionColors[role];

/** By what it is to the terminals: it carries none, holds none, or is served. */
export const servedKeys = ['served.none', 'served.no', 'served.yes'] as const;
const servedColors = [otherColor, categories[6], categories[2]];

/** Satellites by colour, as the reader chose. */
function groupsOf(all: Fleet | undefined, isOut: Uint8Array, served: ServedAnswer | undefined): Group[] {
  if (!all) return [];
  const by = colorBy.value;
  const members = new Map<string, { color: string; indices: number[] }>();
  const t = text.value;
  for (let i = 0; i < all.count; i++) {
    const info = all.opened.elements[all.elementIndex[i]];
    let name: string;
    let color: string;
    if (by === 'function') {
      name = t(`role.${info.role}`);
      color = functionColor(info.role);
    } else if (by === 'state') {
      name = isOut[i] ? t('state.out') : t('state.works');
      color = isOut[i] ? categories[6] : categories[0];
    } else if (by === 'served') {
      const e = all.elementIndex[i];
      const state = served?.served[e]?.[i - all.first[e]];
      name = t(servedKeys[state ?? 0]);
      color = servedColors[state ?? 0];
    } else {
      const owner = all.opened.partners.find(({ id }) => id === info.partner)?.name;
      name = owner === undefined ? t('partner.none') : nameText.value(owner);
      color = (info.partner && partnerColors.value.get(info.partner)) || otherColor;
    }
    const group = members.get(name) ?? { color, indices: [] };
    members.set(name, group);
    group.indices.push(i);
  }
  return [...members].map(([name, { color, indices }]) => ({ name, color, indices: Int32Array.from(indices) }));
}

/** The short name of each site, once where several share it; gateways have none. */
function labelsOf(sites: readonly SiteInfo[]): string[] {
  const seen = new Set<string>();
  return sites.map(({ id, kind, name }) => {
    const isShown = kind !== 'gateway' && !seen.has(id);
    seen.add(id);
    if (!isShown) return '';
    return nameText.value(name).split(/[,(]/)[0].trim();
  });
}

/** What one picture shows: the satellites of a run and one of its raids. */
export interface Sight {
  fleet: ReadonlySignal<Fleet | undefined>;
  scene: ReadonlySignal<RaidScene | undefined>;
  groups: ReadonlySignal<Group[]>;
  /** [satellite] 1 where it is out in the raid. */
  isOut: ReadonlySignal<Uint8Array>;
  /** [satellite] 1 where it is drawn as out; nowhere where colours tell it. */
  dimmed: ReadonlySignal<Uint8Array>;
  /** Number of the chosen satellite; -1: none, or not in this run. */
  selected: ReadonlySignal<number>;
  /** Which of the two runs it is. */
  slot: ReadonlySignal<'reference' | 'variant'>;
  /** Its links, as last computed. */
  links: ReadonlySignal<LinksAnswer | undefined>;
  /** Who is served, as last computed. */
  served: ReadonlySignal<ServedAnswer | undefined>;
  /** The defended aim points, once they are known; null: there are none to tell of. */
  footprint: ReadonlySignal<Footprint | null | undefined>;
  /** Those of them that are shown, and how well each is defended. */
  aims: ReadonlySignal<Aims | undefined>;
  /** [site] name beside its sign; empty: none. */
  siteLabels: ReadonlySignal<readonly string[]>;
  /** Of the pictures on the page one moves the clock on. */
  drivesClock: boolean;
  /** Whether it is one of two side by side. */
  isOfPair: boolean;
}

function sightOf(
  run: () => RunState | null,
  raid: () => RaidScene | undefined,
  which: () => 'reference' | 'variant',
  { drivesClock, isOfPair }: Pick<Sight, 'drivesClock' | 'isOfPair'>,
): Sight {
  const opened = computed(() => run()?.opened);
  const fleet = computed(() => opened.value && fleetOf(opened.value));
  const scene = computed(raid);
  const isOut = computed(() => outIn(fleet.value, scene.value));
  const slot = computed(which);
  const served = computed(() => servedOf[slot.value].value);
  // states alone depend on the raid
  const forColors = computed(() => (colorBy.value === 'state' ? isOut.value : NOBODY));
  const dimmed = computed(() => (colorBy.value === 'state' ? new Uint8Array(isOut.value.length) : isOut.value));
  const forServed = computed(() => (colorBy.value === 'served' ? served.value : undefined));
  const groups = computed(() => groupsOf(fleet.value, forColors.value, forServed.value));
  const siteLabels = computed(() => labelsOf(opened.value?.sites ?? []));
  const selected = computed(() => (fleet.value && chosen.value ? indexOf(fleet.value, chosen.value) : -1));
  const links = computed(() => linksOf[slot.value].value);
  const footprint = computed(() => footprintOf[slot.value].value);
  const aims = computed(() => aimsOf(footprint.value, footprintLayer.value));
  return {
    ...{ fleet, scene, groups, isOut, dimmed, siteLabels, selected, slot, links, served, footprint, aims },
    ...{ drivesClock, isOfPair },
  };
}

/** Aim points and the share of the moments at which each is defended. */
function aimsOf(found: Footprint | null | undefined, layer: typeof footprintLayer.value): Aims | undefined {
  if (!found || layer === 'none') return undefined;
  const id = layer === 'all' ? 'all' : layer.slice('by '.length);
  const { chances } = id === 'all' ? found.all : (found.layers.find((each) => each.id === id) ?? found.all);
  return { points: found.points, chances };
}

const NOBODY = new Uint8Array(0);

/** The run that the page is about. */
export const shownSight = sightOf(
  () => current.value,
  () => scene.value,
  () => (variant.value ? 'variant' : 'reference'),
  { drivesClock: true, isOfPair: false },
);
/** The two runs of a comparison; the first moves the clock. */
export const sightA = sightOf(
  () => reference.value,
  () => scenes.value.reference,
  () => 'reference',
  { drivesClock: true, isOfPair: true },
);
export const sightB = sightOf(
  () => variant.value,
  () => scenes.value.variant,
  () => 'variant',
  { drivesClock: false, isOfPair: true },
);
export const { fleet } = shownSight;

/** The picture whose chosen satellite stays in the middle. */
export const followed = signal<Sight | undefined>(undefined);

/** Marks a satellite of a picture, or none. */
export function choose({ fleet }: Sight, index: number): void {
  const all = fleet.value;
  chosen.value =
    all && index >= 0
      ? { element: all.opened.space[all.elementIndex[index]].id, name: satelliteName(all, index) }
      : undefined;
  if (!chosen.value) followed.value = undefined;
}

function indexOf(all: Fleet, { element, name }: Chosen): number {
  const e = all.opened.space.findIndex(({ id }) => id === element);
  if (e < 0) return -1;
  const end = all.first[e] + all.opened.space[e].count;
  for (let i = all.first[e]; i < end; i++) if (satelliteName(all, i) === name) return i;
  return -1;
}

/** `starlink 12/7`: what a reader calls a satellite. */
export function satelliteName({ opened, elementIndex, first }: Fleet, index: number): string {
  const e = elementIndex[index];
  let k = index - first[e];
  const { parts, id } = opened.space[e];
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p];
    if (k >= part.count) {
      k -= part.count;
      continue;
    }
    if (part.kind === 'elements') return plainName(part.names[k] ?? `${id} ${k}`);
    const shell = parts.length > 1 ? ` s${p + 1}` : '';
    if (part.kind === 'kepler') return `${id}${shell} ${k + 1}`;
    return `${id}${shell} ${Math.floor(k / part.satellitesPerPlane) + 1}/${(k % part.satellitesPerPlane) + 1}`;
  }
  return `${id} ${k}`;
}
