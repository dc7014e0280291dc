import { isLanguage, language, languages, numbers, setLanguage, text } from '../i18n/text.ts';
import { MAX_DRAWS, MAX_TEXT_CHARACTERS, MAX_TRIALS } from '../worker/limits.ts';
import { plainName } from '../worker/plain-name.ts';
import { addressKeeper } from './address.ts';
import { takeView, type ViewState, viewState } from './link-view.ts';
import { MOST_MORE } from './more-runs.ts';
import {
  DEFAULT_SCENARIO,
  isShipped,
  mayBecome,
  type Plan,
  plan,
  type Side,
  scenarioName,
  shipped,
  shippedPlan,
} from './session.ts';
import { showScene, stories, storyPlace } from './story.ts';
import { LinkError, pack, unpack } from './unpack.ts';
import { page, say } from './view.ts';

const MAX_LINK_CHARACTERS = 200_000;

/** One scenario of a comparison, with its partners. */
interface SideState {
  s?: string;
  f?: string;
  t?: string;
  w?: Plan['switches'];
  y?: number;
  /** Date on which those who are switched off leave. */
  e?: string;
}

/** What a link carries. A shipped scenario goes by its name, any other as text. */
interface LinkState extends SideState, ViewState {
  v: 1;
  n?: number;
  /** Draws. */
  d?: number;
  a?: SideState;
  /** Runs beside these two. */
  b?: SideState[];
  /** Scene of a story. */
  S?: [string, number];
  /** The page: 1 for the comparison. */
  p?: 1;
  /** Version of the program that made it. */
  V?: string;
  l?: string;
}

/** Reads the address now and whenever another link is put in it. */
export async function followLinks(): Promise<void> {
  await readLink(shippedPlan(DEFAULT_SCENARIO));
  addEventListener('hashchange', () => {
    void readLink().then((isTaken) => (isTaken ? keepAddress.isRead() : keepAddress.restore()));
  });
  keepAddress.start();
}

/**
 * Reads the state from the address: `#s=...` whole, or `#scenario=name`; whatever does not fit is refused, with a word.
 *
 * @param otherwise what is shown where the link is broken; absent: what is shown now
 * @returns false where the reader would rather keep what is written in the editor
 */
export async function readLink(otherwise?: Plan): Promise<boolean> {
  const fragment = location.hash.slice(1);
  const words = new URLSearchParams(fragment.slice(0, MAX_LINK_CHARACTERS));
  let isTaken = true;
  const asked = words.get('lang') ?? navigator.language;
  const chosen = languages.find(({ code }) => asked.startsWith(code))?.code ?? languages[0].code;
  try {
    if (fragment.length > MAX_LINK_CHARACTERS) throw new LinkError('link.tooLong', { limit: MAX_LINK_CHARACTERS });
    const packed = words.get('s');
    const named = words.get('scenario');
    const told = words.get('story');
    if (packed !== null) isTaken = await take(stateOf(await unpack(packed, 2 * MAX_TEXT_CHARACTERS)));
    else if (told) startStory(told);
    else if (named) isTaken = showWhole(await namedPlan(named));
    else isTaken = showWhole(otherwise ?? shippedPlan(DEFAULT_SCENARIO)); // the page as it is opened, or back at it
    if (packed === null) await setLanguage(chosen);
  } catch (error) {
    if (otherwise) {
      await setLanguage(chosen);
      plan.value = otherwise;
    }
    const t = text.value;
    const reason = error instanceof LinkError ? t(error.key, wordsIn(error.words)) : t('link.damaged');
    say(t('link.broken', { message: reason }));
  }
  return isTaken;
}

/** Shows a scenario that goes by its name, unless what is written in the editor is to be kept. */
function showWhole(next: Plan): boolean {
  if (!mayBecome(next)) return false;
  plan.value = next;
  page.value = 'main';
  return true;
}

/** Numbers of a reason as the language writes them. */
function wordsIn(words: Record<string, string | number>): Record<string, string> {
  const entries = Object.entries(words).map(([name, word]) => [
    name,
    typeof word === 'number' ? numbers.value.count(word) : plainName(word),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function stateOf(unpacked: string): LinkState {
  try {
    return JSON.parse(unpacked) as LinkState;
  } catch {
    throw new LinkError('link.damaged');
  }
}

/** A shipped scenario, or the file that `cupola studio FILE` serves beside the page. */
async function namedPlan(name: string): Promise<Plan> {
  if (Object.hasOwn(shipped, name)) return shippedPlan(name);
  if (name !== 'served') throw new LinkError('link.noScenario', { name });
  const response = await fetch('./scenario.json');
  if (!response.ok) throw new LinkError('link.notServed');
  const { file, text: written } = (await response.json()) as { file: string; text: string };
  return { ...shippedPlan(DEFAULT_SCENARIO), file, text: written };
}

async function take(state: LinkState): Promise<boolean> {
  if (state?.v !== 1) throw new LinkError('link.version');
  await setLanguage(isLanguage(state.l) ? state.l : languages[0].code);
  const trials = Number.isInteger(state.n) ? Math.min(MAX_TRIALS, Math.max(1, state.n!)) : shippedPlan('').trials;
  const draws = Number.isInteger(state.d) ? Math.min(MAX_DRAWS, Math.max(0, state.d!)) : shippedPlan('').draws;
  const next = {
    ...sideFrom(state),
    trials,
    draws,
    ...(state.a ? { against: sideFrom(state.a) } : {}),
    ...moreFrom(state.b),
  };
  if (!mayBecome(next)) return false;
  takeView(state);
  plan.value = next;
  page.value = state.p === 1 ? 'compare' : 'main';
  storyPlace.value = placeFrom(state.S);
  if (typeof state.V === 'string' && state.V !== CUPOLA_VERSION)
    say(text.value('link.version.other', { made: plainName(state.V), here: CUPOLA_VERSION }));
  if (Number.isInteger(state.n) && state.n! > MAX_TRIALS)
    say(text.value('link.trials', { count: numbers.value.count(state.n!), limit: numbers.value.count(MAX_TRIALS) }));
  return true;
}

/** @throws LinkError where there is no such story */
function startStory(id: string): void {
  if (!Object.hasOwn(stories, id)) throw new LinkError('link.noStory', { name: id });
  showScene(id, 0);
}

function placeFrom(given: unknown): { id: string; index: number } | undefined {
  const [id, index] = Array.isArray(given) ? given : [];
  if (typeof id !== 'string' || !Object.hasOwn(stories, id)) return undefined;
  return Number.isInteger(index) && stories[id].scenes[index] ? { id, index } : undefined;
}

function sideFrom(state: SideState): Side {
  const switches: Plan['switches'] = {};
  for (const [partner, value] of Object.entries(state.w ?? {}).slice(0, 200))
    if (/^[a-z0-9-]{1,60}$/.test(partner) && (value === 'supply' || value === 'denied')) switches[partner] = value;
  const years = Number.isFinite(state.y) ? { afterYr: Math.min(60, Math.max(0, state.y!)) } : {};
  const date = typeof state.e === 'string' && /^\d{4}-\d\d-\d\d$/.test(state.e) ? { leaveDate: state.e } : {};
  return { ...textOf(state), switches, ...years, ...date };
}

function moreFrom(given: unknown): Pick<Plan, 'more'> {
  if (!Array.isArray(given) || given.length === 0) return {};
  return { more: given.slice(0, MOST_MORE).map(sideFrom) };
}

function textOf({ s, f, t }: SideState): { file: string; text: string } {
  if (s !== undefined && Object.hasOwn(shipped, s)) return { file: `${s}.yaml`, text: shipped[s] };
  if (typeof t !== 'string' || t.length > MAX_TEXT_CHARACTERS) throw new LinkError('link.empty');
  return { file: typeof f === 'string' && f !== '' ? plainName(f) : 'scenario.yaml', text: t };
}

/** All that a link holds, now. */
function linkState(): LinkState {
  const { trials, draws, against, more, ...side } = plan.value;
  return {
    v: 1,
    V: CUPOLA_VERSION,
    ...sideState(side),
    ...(against ? { a: sideState(against) } : {}),
    ...(more ? { b: more.map(sideState) } : {}),
    ...(page.value === 'compare' ? { p: 1 } : {}),
    ...(storyPlace.value ? { S: [storyPlace.value.id, storyPlace.value.index] } : {}),
    n: trials,
    d: draws,
    l: language.value,
    ...viewState(),
  };
}

const keepAddress = addressKeeper(linkState, linkOf);

/** A link that holds everything: it needs no server to keep it. Undefined where it would be longer than is read. */
export function makeLink(): Promise<string | undefined> {
  return linkOf(linkState());
}

async function linkOf(state: LinkState): Promise<string | undefined> {
  const link = new URL(location.href);
  link.hash = `s=${await pack(JSON.stringify(state))}`;
  return link.hash.length > MAX_LINK_CHARACTERS ? undefined : link.href;
}

function sideState({ file, text: written, switches, afterYr, leaveDate }: Side): SideState {
  return {
    ...(isShipped({ file, text: written }) ? { s: scenarioName(file) } : { f: file, t: written }),
    ...(Object.keys(switches).length > 0 ? { w: switches } : {}),
    ...(afterYr === undefined ? {} : { y: afterYr }),
    ...(leaveDate === undefined ? {} : { e: leaveDate }),
  };
}
