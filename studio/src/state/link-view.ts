import { zoomWithin } from '../globe/renderer.ts';
import { MAX_TRIALS } from '../worker/limits.ts';
import { plainName } from '../worker/plain-name.ts';
import { followed, shownSight } from './constellation.ts';
import { chosenTrial, wishTrial } from './runs.ts';
import { askedTheme, isTheme, type Theme, theme } from './theme.ts';
import {
  atDate,
  type ColorBy,
  chosen,
  colorBy,
  colorings,
  footprintLayer,
  type GlobeMode,
  type LayerName,
  layers,
  linkLayer,
  messageKind,
  mode,
  START_S,
  threatIndex,
  timeS,
  view,
} from './view.ts';

/** What a link says of the picture. What it does not say is as on a new page. */
export interface ViewState {
  m?: GlobeMode;
  c?: ColorBy;
  g?: [string, number, number, number];
  T?: number;
  /** Links on the globe; absent: none. */
  k?: string;
  /** Aim points on the globe; absent: none. */
  F?: string;
  /** Layers that are off. */
  h?: string[];
  /** Missile, raid and message that are followed. */
  i?: number;
  r?: number;
  q?: string;
  /** Date at which the answer is told. */
  D?: string;
  /** Colours of the page; absent: what the reader prefers. */
  C?: Theme;
  /** The chosen satellite: element and name; 1 where it is followed. */
  x?: [string, string, 0 | 1];
}

const LONGEST_ID = 100;
const NEW_VIEW: [string, number, number, number] = ['ecef', 175, 48, 1];

/** Shows what a link says. */
export function takeView(state: ViewState): void {
  const { m, c, g, T, k, h, i, r, q, x, C, D, F } = state;
  footprintLayer.value =
    typeof F === 'string' && /^(all$|by .)/.test(F) && F.length < LONGEST_ID ? (F as 'all') : 'none';
  atDate.value = typeof D === 'string' && /^\d{4}-\d\d-\d\d$/.test(D) ? D : undefined;
  theme.value = isTheme(C) ? C : askedTheme;
  mode.value = m === 'map' || m === 'space' ? m : 'globe';
  colorBy.value = colorings.find((each) => each === c) ?? 'partner';
  const [frame, ...numbers] = Array.isArray(g) ? g : NEW_VIEW;
  const [lonDeg, latDeg, zoom] = numbers.length === 3 && numbers.every(Number.isFinite) ? numbers : [175, 48, 1];
  view.value = {
    frame: frame === 'eci' ? 'eci' : 'ecef',
    lonDeg: lonDeg % 360,
    latDeg: Math.max(-90, Math.min(90, latDeg)),
    zoom: zoomWithin(zoom),
  };
  timeS.value = Number.isFinite(T) ? T! : START_S;
  linkLayer.value = typeof k === 'string' && /^(use$|of .)/.test(k) && k.length < LONGEST_ID ? (k as 'use') : 'none';
  const names = Object.keys(layers.value) as LayerName[];
  const hidden: unknown[] = Array.isArray(h) ? h : [];
  layers.value = Object.fromEntries(names.map((name) => [name, !hidden.includes(name)])) as typeof layers.value;
  threatIndex.value = Number.isInteger(i) && i! > 0 ? i! : 0;
  messageKind.value = q === 'report' || q === 'order' ? q : 'none';
  const [element, name, isFollowed] = Array.isArray(x) ? x : [];
  const isNamed = typeof element === 'string' && typeof name === 'string';
  chosen.value = isNamed ? { element, name: plainName(name) } : undefined;
  followed.value = isNamed && isFollowed === 1 ? shownSight : undefined;
  wishTrial(Number.isInteger(r) && r! >= 0 && r! < MAX_TRIALS ? r : undefined);
}

/** What a link has to say of the picture as it is. */
export function viewState(): ViewState {
  const { frame, lonDeg, latDeg, zoom } = view.value;
  const hidden = (Object.keys(layers.value) as LayerName[]).filter((name) => !layers.value[name]);
  const trial = chosenTrial();
  return {
    m: mode.value,
    c: colorBy.value,
    g: [frame, round(lonDeg), round(latDeg), round(zoom)],
    T: round(timeS.value),
    ...(linkLayer.value === 'none' ? {} : { k: linkLayer.value }),
    ...(footprintLayer.value === 'none' ? {} : { F: footprintLayer.value }),
    ...(hidden.length > 0 ? { h: hidden } : {}),
    ...(threatIndex.value > 0 ? { i: threatIndex.value } : {}),
    ...(trial === undefined ? {} : { r: trial }),
    ...(chosen.value ? { x: [chosen.value.element, chosen.value.name, followed.value === shownSight ? 1 : 0] } : {}),
    ...(messageKind.value === 'none' ? {} : { q: messageKind.value }),
    ...(atDate.value ? { D: atDate.value } : {}),
    ...(theme.value === askedTheme ? {} : { C: theme.value }),
  };
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
