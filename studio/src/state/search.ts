import { batch, signal } from '@preact/signals';
import type { Problem, SourcingResult } from 'cupola';
import { plainly, type Said, said } from 'cupola/words';
import { text } from '../i18n/text.ts';
import type { FromSearcher, ToSearcher } from '../worker/search-protocol.ts';
import { change, elementFiles, plan, type Side, scenes, sourceOf } from './session.ts';
import { say, threatIndex } from './view.ts';

const LONGEST_MS = 10 * 60_000;

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
  result?: SourcingResult;
  /** Price of independence by text of the scenario, of all searches so far; with the options of the last. */
  prices: ReadonlyMap<string, number>;
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
  prices: new Map(),
  problems: [],
};
export const search = signal<SearchState>(idle);
/** Share of every function that each loss must leave, and years in which the mix has to stand. */
export const searchOptions = signal({ lossFraction: 0.5, withinYr: 10, twoFamilies: false });

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
  const command = `cupola source ${source} --loss ${lossFraction} --within ${withinYr}${twoFamilies ? ' --two-families' : ''}`;
  const job = { file, text: written, source, elementFiles: elementFiles.value, switches: {}, afterYr: 0, trials: 1 };
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
  send({ type: 'mix', id, lossFraction });
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
    const { result, elapsedMs } = message;
    const prices = new Map([...before.prices, [before.text, result.independenceMusd]]);
    search.value = { ...before, status: 'done', result, elapsedMs, prices };
    next();
  } else {
    const { file } = before;
    const against = { file, text: before.text, switches: {} };
    const mix = { file: `mix-of-${file.replace(/^mix-of-/, '')}`, text: message.text, switches: {}, against };
    batch(() => {
      if (!change(mix)) return;
      scenes.value = {};
      threatIndex.value = 0;
    });
    say(text.value('search.loaded'));
  }
}

function fail(why: Said): void {
  search.value = { ...search.value, status: 'failed', problems: [{ code: 'failed', path: '', said: why }] };
}
