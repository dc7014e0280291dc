import { batch, signal } from '@preact/signals';
import type { Problem, SourcingAnswer, SourcingOptions, SourcingResult } from 'cupola';
import { plainly, type Said, said } from 'cupola/words';
import { sentence, text } from '../i18n/text.ts';
import type { FromSearcher, ToSearcher } from '../worker/search-protocol.ts';
import { change, elementFiles, plan, type Side, sourceOf } from './session.ts';
import { clearRaid, say } from './view.ts';

const LONGEST_MS = 10 * 60_000;

/** A price of independence, and how far apart two may be for the proof to leave open which is less. */
export interface Price {
  musd: number;
  openMusd: number;
}

export interface SearchState {
  status: 'idle' | 'running' | 'done' | 'failed';
  /** The scenario that was searched. */
  file: string;
  text: string;
  /** The command line that searches the same. */
  command: string;
  done: number;
  of: number;
  elapsedMs: number;
  /** Name of the scenario that was searched. */
  name: string;
  result?: SourcingResult;
  answer?: SourcingAnswer;
  /** A mix of the front that is being worked out. */
  isMixing: boolean;
  /** Price of independence by text of the scenario, of all searches so far; with the options of the last. */
  prices: ReadonlyMap<string, Price>;
  problems: Problem[];
}

const idle: SearchState = {
  status: 'idle',
  file: '',
  text: '',
  command: '',
  done: 0,
  of: 0,
  elapsedMs: 0,
  name: '',
  isMixing: false,
  prices: new Map(),
  problems: [],
};
export const search = signal<SearchState>(idle);
/** Share of what would stand that each loss must leave of every fleet, and years until all has to stand, where not as the programme has it. */
export const searchOptions = signal<SourcingOptions>({ lossFraction: 0.5, twoFamilies: false });

let worker: Worker | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let id = 0;
let waiting: Pick<Side, 'file' | 'text'>[] = [];

/** Starts the partner search on the scenario as written, with all partners on. */
export function startSearch(): void {
  searchSides([plan.value]);
}

/** Searches one scenario after the other, with the same options; those that were searched already are left out. */
export function searchSides(sides: readonly Pick<Side, 'file' | 'text'>[]): void {
  stopSearch();
  const prices = optionsOfPrices === JSON.stringify(searchOptions.value) ? search.value.prices : idle.prices;
  optionsOfPrices = JSON.stringify(searchOptions.value);
  const left = sides.filter((side, i) => sides.findIndex(({ text: other }) => other === side.text) === i);
  waiting = sides.length > 1 ? left.filter((side) => !prices.has(side.text)) : left;
  search.value = { ...search.value, prices };
  next();
}

let optionsOfPrices = '';

function next(): void {
  const side = waiting.shift();
  if (!side) return;
  id++;
  const { file, text: written } = side;
  const source = sourceOf(side);
  const { lossFraction, withinYr, twoFamilies } = searchOptions.value;
  const words = [
    `--loss ${lossFraction}`,
    withinYr !== undefined && `--within ${withinYr}`,
    twoFamilies && '--two-families',
  ];
  const command = `cupola source ${source} ${words.filter(Boolean).join(' ')}`;
  const job = {
    file,
    text: written,
    source,
    elementFiles: elementFiles.value,
    switches: {},
    afterYr: 0,
    trials: 1,
    draws: 0,
  };
  search.value = { ...idle, status: 'running', file, text: written, command, prices: search.value.prices };
  send({ type: 'search', id, job, options: searchOptions.value });
  timer = setTimeout(() => {
    stopSearch();
    fail(said('studio.problem.searchLong'));
  }, LONGEST_MS);
}

/** The solver cannot be asked to stop within a programme: its worker is ended. */
export function stopSearch(): void {
  clearTimeout(timer);
  worker?.terminate();
  worker = undefined;
  waiting = [];
  if (search.value.status === 'running') search.value = { ...idle, prices: search.value.prices };
}

/** Loads the mix of a point of the front as the scenario, compared with the one that was searched. */
export function loadMix(lossFraction: number): void {
  const { result, name: scenario, isMixing } = search.value;
  if (!result || isMixing) return;
  search.value = { ...search.value, isMixing: true };
  const which = lossFraction > 0 ? 'robust' : 'cheapest';
  const words = (of: 'name' | 'description') =>
    sentence.value({ code: `source.${of}-${which}`, args: { scenario, share: lossFraction } });
  send({ type: 'mix', id, lossFraction, head: { name: words('name'), description: words('description') } });
}

/** Loads a mix that was put together by hand as the scenario, compared with the one that was searched. */
export function loadHandMix(makerFraction: number[], takenVehicles: boolean[]): void {
  const { result, name: scenario, isMixing } = search.value;
  if (!result || isMixing) return;
  search.value = { ...search.value, isMixing: true };
  const t = text.value;
  const head = { name: t('hand.name', { name: scenario }), description: t('hand.description', { name: scenario }) };
  send({ type: 'hand', id, makerFraction, takenVehicles, head });
}

function send(message: ToSearcher): void {
  worker ??= start();
  worker.postMessage(message);
}

function start(): Worker {
  const made = new Worker(new URL('../worker/searcher.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<FromSearcher>) => {
    if (data.id === id) hear(data);
  };
  made.onerror = (event) => {
    event.preventDefault();
    stopSearch();
    fail(event.message ? plainly(event.message) : said('studio.problem.searchStart'));
  };
  return made;
}

function hear(message: FromSearcher): void {
  const before = search.value;
  if (message.type === 'step') search.value = { ...before, done: message.done, of: message.of };
  else if (message.type === 'problems') search.value = { ...before, status: 'failed', problems: message.problems };
  else if (message.type === 'failed') fail(plainly(message.message));
  else if (message.type === 'found') {
    clearTimeout(timer);
    const { name, result, answer, elapsedMs } = message;
    const prices = new Map([...before.prices, [before.text, priceOf(result)]]);
    search.value = { ...before, status: 'done', name, result, answer, elapsedMs, prices };
    next();
  } else {
    search.value = { ...before, isMixing: false };
    const { file } = before;
    const against = { file, text: before.text, switches: {} };
    const mix = { file: `mix-of-${file.replace(/^mix-of-/, '')}`, text: message.text, switches: {}, against };
    batch(() => {
      if (!change(mix)) return;
      clearRaid();
    });
    say(text.value('search.loaded'));
  }
}

function priceOf({ independenceMusd: musd, robust, cheapest }: SourcingResult): Price {
  const open = ({ costMusd, boundMusd }: SourcingResult['robust']) => Math.max(0, costMusd - boundMusd);
  return { musd, openMusd: open(robust) + open(cheapest) };
}

function fail(why: Said): void {
  search.value = {
    ...search.value,
    status: 'failed',
    isMixing: false,
    problems: [{ code: 'failed', path: '', said: why }],
  };
}
