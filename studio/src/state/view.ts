import { computed, signal } from '@preact/signals';
import type { Footprint } from 'cupola';
import type { GlobeView } from '../globe/renderer.ts';
import type { FromWorker } from '../worker/protocol.ts';
import { plan, reference, scenarioName, scene, scenes } from './session.ts';

export type GlobeMode = 'globe' | 'map' | 'space';
export const colorings = ['partner', 'function', 'state', 'served'] as const;
export type ColorBy = (typeof colorings)[number];

export const mode = signal<GlobeMode>('globe');
/**
 * Three dimensions where the browser has no graphics processor for them and would draw in software: offered to the reader, who may want
 * it; `webgl=any` in the address says so at once.
 */
export const softwareSpace = signal<'unasked' | 'offered' | 'wanted'>(
  new URLSearchParams(location.hash.slice(1)).get('webgl') === 'any' ? 'wanted' : 'unasked',
);
export const colorBy = signal<ColorBy>('partner');
export const view = signal<GlobeView>({ frame: 'ecef', lonDeg: 175, latDeg: 48, zoom: 1 });
export const layers = signal({
  graticule: true,
  borders: true,
  night: true,
  paths: true,
  messages: true,
  circles: true,
  labels: true,
});
/** Links on the globe: none, those in use, or all of a network. */
export const linkLayer = signal<'none' | 'use' | `of ${string}`>('none');
export type LinksAnswer = Extract<FromWorker, { type: 'links' }>;
/** The links of each run, as last computed. */
export const linksOf = {
  reference: signal<LinksAnswer | undefined>(undefined),
  variant: signal<LinksAnswer | undefined>(undefined),
};
/** Aim points on the globe: none, as defended by any layer, or by one. */
export const footprintLayer = signal<'none' | 'all' | `by ${string}`>('none');
export type ServedAnswer = Extract<FromWorker, { type: 'served' }>;
/** Who is served in each run, as last computed. */
export const servedOf = {
  reference: signal<ServedAnswer | undefined>(undefined),
  variant: signal<ServedAnswer | undefined>(undefined),
};
/** The defended aim points of each run; null: it has none to tell of. */
export const footprintOf = {
  reference: signal<Footprint | null | undefined>(undefined),
  variant: signal<Footprint | null | undefined>(undefined),
};
/** Message of the chosen missile whose way stays on the globe. */
export const messageKind = signal<'none' | 'report' | 'order'>('none');
export type LayerName = keyof typeof layers.value;

/** A satellite by its names: a number means the same only in one run. */
export interface Chosen {
  element: string;
  name: string;
}
/** The satellite that is marked on every globe that has it. */
export const chosen = signal<Chosen | undefined>(undefined);
/** Missile whose story is told. */
export const threatIndex = signal(0);

/** Where the clock stands when a scenario is opened. */
export const START_S = 60;
/** Seconds after the first launch of the raid, or after the epoch where there is no raid. */
export const timeS = signal(START_S);
export const playing = signal(false);
/** Simulated seconds in a real one; negative: backwards. */
export const speed = signal(30);
export const SPEEDS = [1, 10, 30, 60, 120, 300, 1000] as const;

const LEAD_S = 30;
const DAY_S = 86_400;

/** Date at which the answer by date is told, where not at that of its headline. */
export const atDate = signal<string | undefined>(undefined);

/** The whole page: one shield, or two side by side. */
export const page = signal<'main' | 'compare'>('main');

/** First and last moment that the clock shows: of the raid, or of the longer of the two that are compared. */
export const span = computed(() => {
  const { reference: a, variant: b } = scenes.value;
  const raids = page.value === 'compare' ? [a, b] : [scene.value];
  const endS = Math.max(...raids.map((raid) => raid?.endS ?? 0));
  return endS > 0 ? { fromS: -LEAD_S, toS: endS + LEAD_S } : { fromS: 0, toS: DAY_S };
});

export const unixS = computed(
  () => (reference.value.opened?.epochUnixS ?? 0) + (scene.value?.startS ?? 0) + timeS.value,
);

/** `2026-07-01 00:01:00`. */
export function utcOf(atUnixS: number): string {
  return new Date(1000 * atUnixS).toISOString().slice(0, 19).replace('T', ' ');
}

/** The raid of another scenario is to come: nothing of the one before is shown, chosen or played. */
export function clearRaid(): void {
  scenes.value = {};
  threatIndex.value = 0;
  timeS.value = START_S;
}

export function setTime(valueS: number): void {
  const { fromS, toS } = span.value;
  timeS.value = Math.min(toS, Math.max(fromS, valueS));
}

export const drawer = signal<'none' | 'scenario' | 'sources' | 'search' | 'satellites' | 'convert' | 'help'>('none');
/** The answer whose sources the drawer lists; empty: all. */
export const sourcesOf = signal('');
/** What a small screen shows of the page: the answers first. */
export const tab = signal<'globe' | 'partners' | 'answers'>('answers');
/** A short word to the reader, also for screen readers. */
export const toast = signal('');

const SAID_MS = 8000;
let saidTimer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string): void {
  clearTimeout(saidTimer);
  saidTimer = setTimeout(() => {
    toast.value = '';
  }, SAID_MS);
  toast.value = '';
  queueMicrotask(() => {
    toast.value = text;
  });
}

export const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
export const planName = computed(() => scenarioName(plan.value.file));
