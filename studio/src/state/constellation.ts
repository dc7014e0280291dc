import { computed } from '@preact/signals';
import { orbitPositionsEciKm } from 'cupola/physics';
import { categories, otherColor } from '../globe/palette.ts';
import type { Group } from '../globe/renderer.ts';
import { nameText, text } from '../i18n/text.ts';
import type { ElementInfo, Opened } from '../worker/protocol.ts';
import { current, scene } from './session.ts';
import { colorBy } from './view.ts';

const NAMED = 6;

/** All satellites of the current scenario in one row of numbers. */
export interface Fleet {
  opened: Opened;
  count: number;
  /** By element: number of its first satellite. */
  first: number[];
  /** [satellite] element that it belongs to. */
  elementIndex: Uint16Array;
  positionEciKm: Float64Array;
}

export const fleet = computed<Fleet | undefined>(() => {
  const { opened } = current.value;
  return opened && fleetOf(opened);
});

let cached: Fleet | undefined;

function fleetOf(opened: Opened): Fleet {
  if (cached?.opened === opened) return cached;
  const first: number[] = [];
  let count = 0;
  for (const element of opened.space) {
    first.push(count);
    count += element.count;
  }
  const elementIndex = new Uint16Array(count);
  opened.space.forEach((element, i) => {
    elementIndex.fill(i, first[i], first[i]! + element.count);
  });
  cached = { opened, count, first, elementIndex, positionEciKm: new Float64Array(3 * count) };
  return cached;
}

/** Moves every satellite to a moment, in double precision. */
export function moveFleet({ opened, positionEciKm }: Fleet, epochS: number): void {
  let offset = 0;
  for (const { parts } of opened.space)
    for (const part of parts) {
      orbitPositionsEciKm(part, epochS, positionEciKm, offset);
      offset += 3 * part.count;
    }
}

/** 1 where a satellite is out in the raid shown. */
export const outOfOrder = computed<Uint8Array>(() => {
  const all = fleet.value;
  const out = new Uint8Array(all?.count ?? 0);
  const raid = scene.value;
  if (all && raid)
    raid.isOut.forEach((isOut, i) => {
      if (i < all.first.length && isOut.length === all.opened.space[i]!.count) out.set(isOut, all.first[i]);
    });
  return out;
});

/** Colour of each partner, the same in every view: the largest get their own. */
export const partnerColors = computed(() => {
  const partners = current.value.opened?.partners ?? [];
  return new Map(partners.map(({ id }, i) => [id, i < NAMED ? categories[i]! : otherColor]));
});

const functionColors = { network: categories[0], sensor: categories[2], interceptor: categories[1] } as const;
export const functionColor = (role: ElementInfo['role']): string => functionColors[role];

/** Satellites by colour, as the reader chose. */
export const groups = computed<Group[]>(() => {
  const all = fleet.value;
  if (!all) return [];
  const by = colorBy.value;
  const members = new Map<string, { color: string; indices: number[] }>();
  const out = by === 'state' ? outOfOrder.value : undefined;
  const t = text.value;
  for (let i = 0; i < all.count; i++) {
    const info = all.opened.elements[all.elementIndex[i]!]!;
    let name: string;
    let color: string;
    if (by === 'function') {
      name = t(`role.${info.role}`);
      color = functionColor(info.role);
    } else if (by === 'state') {
      name = out![i] ? t('state.out') : t('state.works');
      color = out![i] ? categories[6] : categories[0];
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
});

/** `starlink 12/7`: what a reader calls a satellite. */
export function satelliteName({ opened, elementIndex, first }: Fleet, index: number): string {
  const e = elementIndex[index]!;
  let k = index - first[e]!;
  const { parts, id } = opened.space[e]!;
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p]!;
    if (k >= part.count) {
      k -= part.count;
      continue;
    }
    if (part.kind === 'elements') return part.names[k] ?? `${id} ${k}`;
    const shell = parts.length > 1 ? ` s${p + 1}` : '';
    if (part.kind === 'kepler') return `${id}${shell} ${k + 1}`;
    return `${id}${shell} ${Math.floor(k / part.satellitesPerPlane) + 1}/${(k % part.satellitesPerPlane) + 1}`;
  }
  return `${id} ${k}`;
}
