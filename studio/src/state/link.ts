import { effect } from '@preact/signals';
import { type Language, language, setLanguage, text } from '../i18n/text.ts';
import { DEFAULT_SCENARIO, type Plan, plan, type Side, shipped, shippedPlan } from './session.ts';
import { type ColorBy, colorBy, type GlobeMode, mode, page, say, timeS, view } from './view.ts';

const MAX_LINK_CHARACTERS = 200_000;
const MAX_TEXT_CHARACTERS = 1_000_000;
const MAX_TRIALS = 100_000;

/** One scenario of a comparison, with its partners. */
interface SideState {
  s?: string;
  f?: string;
  t?: string;
  w?: Plan['switches'];
  y?: number;
}

/** What a link carries. A shipped scenario goes by its name, any other as text. */
interface LinkState extends SideState {
  v: 1;
  n?: number;
  a?: SideState;
  /** The page: 1 for the comparison. */
  p?: 1;
  l?: Language;
  m?: GlobeMode;
  c?: ColorBy;
  g?: [string, number, number, number];
  T?: number;
}

/** Reads the state from the address: `#s=...` whole, or `#scenario=name`; whatever does not fit is refused, with a word. */
export async function readLink(): Promise<void> {
  const fragment = location.hash.slice(1);
  const preferred = navigator.language.startsWith('fr') ? 'fr' : 'en';
  try {
    if (fragment.length > MAX_LINK_CHARACTERS) throw new Error('too long');
    const words = new URLSearchParams(fragment);
    const packed = words.get('s');
    const named = words.get('scenario');
    if (packed) await take(JSON.parse(await unpack(packed)) as LinkState);
    else if (named) plan.value = await namedPlan(named);
    if (!packed)
      await setLanguage((words.get('lang') as Language | null) === 'fr' ? 'fr' : words.has('lang') ? 'en' : preferred);
  } catch (error) {
    plan.value = shippedPlan(DEFAULT_SCENARIO);
    say(text.value('link.broken', { message: error instanceof Error ? error.message : String(error) }));
  }
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** A shipped scenario, or the file that `cupola studio FILE` serves beside the page. */
async function namedPlan(name: string): Promise<Plan> {
  if (Object.hasOwn(shipped, name)) return shippedPlan(name);
  if (name !== 'served') throw new Error(`no scenario "${name}"`);
  const response = await fetch('./scenario.json');
  if (!response.ok) throw new Error('the scenario is not served');
  const { file, text: written } = (await response.json()) as { file: string; text: string };
  return { ...shippedPlan(DEFAULT_SCENARIO), file, text: written };
}

async function take(state: LinkState): Promise<void> {
  if (state?.v !== 1) throw new Error('unknown version');
  const trials = Number.isInteger(state.n) ? Math.min(MAX_TRIALS, Math.max(1, state.n!)) : shippedPlan('').trials;
  plan.value = { ...sideFrom(state), trials, ...(state.a ? { against: sideFrom(state.a) } : {}) };
  page.value = state.p === 1 ? 'compare' : 'main';
  if (state.m === 'map' || state.m === 'space') mode.value = state.m;
  if (state.c === 'function' || state.c === 'state') colorBy.value = state.c;
  if (Array.isArray(state.g)) {
    const [frame, lonDeg, latDeg, zoom] = state.g;
    if ([lonDeg, latDeg, zoom].every(Number.isFinite))
      view.value = {
        frame: frame === 'eci' ? 'eci' : 'ecef',
        lonDeg: lonDeg % 360,
        latDeg: Math.max(-90, Math.min(90, latDeg)),
        zoom: Math.max(0.5, Math.min(12, zoom)),
      };
  }
  if (Number.isFinite(state.T)) timeS.value = state.T!;
  await setLanguage(state.l === 'fr' ? 'fr' : 'en');
}

function sideFrom(state: SideState): Side {
  const switches: Plan['switches'] = {};
  for (const [partner, value] of Object.entries(state.w ?? {}).slice(0, 200))
    if (/^[a-z0-9-]{1,60}$/.test(partner) && (value === 'supply' || value === 'denied')) switches[partner] = value;
  const years = Number.isFinite(state.y) ? { afterYr: Math.min(60, Math.max(0, state.y!)) } : {};
  return { ...textOf(state), switches, ...years };
}

function textOf({ s, f, t }: SideState): { file: string; text: string } {
  if (s !== undefined && Object.hasOwn(shipped, s)) return { file: `${s}.yaml`, text: shipped[s]! };
  if (typeof t !== 'string' || t.length > MAX_TEXT_CHARACTERS) throw new Error('holds no scenario');
  return { file: typeof f === 'string' ? f.slice(0, 200) : 'scenario.yaml', text: t };
}

/** A link that holds everything: it needs no server to keep it. */
export async function makeLink(): Promise<string> {
  const { trials, against, ...side } = plan.value;
  const { frame, lonDeg, latDeg, zoom } = view.value;
  const state: LinkState = {
    v: 1,
    ...sideState(side),
    ...(against ? { a: sideState(against) } : {}),
    ...(page.value === 'compare' ? { p: 1 } : {}),
    n: trials,
    l: language.value,
    m: mode.value,
    c: colorBy.value,
    g: [frame, round(lonDeg), round(latDeg), round(zoom)],
    T: round(timeS.value),
  };
  const link = new URL(location.href);
  link.hash = `s=${await pack(JSON.stringify(state))}`;
  return link.href;
}

function sideState({ file, text: written, switches, afterYr }: Side): SideState {
  return {
    ...named(file, written),
    ...(Object.keys(switches).length > 0 ? { w: switches } : {}),
    ...(afterYr === undefined ? {} : { y: afterYr }),
  };
}

function named(file: string, written: string): { s: string } | { f: string; t: string } {
  const name = file.replace(/\.yaml$/, '');
  return shipped[name] === written ? { s: name } : { f: file, t: written };
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

async function pack(word: string): Promise<string> {
  const stream = new Blob([word]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws Error where the text is damaged, or would unpack to more than a scenario may hold */
async function unpack(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let out = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return out + decoder.decode();
    out += decoder.decode(value, { stream: true });
    if (out.length > 2 * MAX_TEXT_CHARACTERS) throw new Error('too large');
  }
}
