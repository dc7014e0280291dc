import type { Repeat } from 'cupola';
import { pngTextOf } from '../globe/png-text.ts';
import { MAX_TEXT_CHARACTERS } from '../worker/limits.ts';
import { plainName } from '../worker/plain-name.ts';
import { exportedFile, plan, type Side, scenarioName, shipped } from './session.ts';

/** Files that say of which run they are. */
export const RUN_FILE = /\.(png|svg|html?|json)$/i;

/** What a result carries of what it was made from. */
export interface CarriedFiles {
  text: string;
  /** The scenario. */
  scenario: string;
  /** Files of elements, by the names that the scenario gives them. */
  elements: Record<string, string>;
}

/** The files that a result carries; undefined where it carries none. */
export function carriedIn(name: string, bytes: Uint8Array): CarriedFiles | undefined {
  if (!/\.json$/i.test(name)) return undefined;
  try {
    const text = new TextDecoder().decode(bytes);
    const { repeat } = JSON.parse(text) as { repeat?: Repeat };
    const [scenario, ...elements] = repeat?.files ?? [];
    if (typeof scenario?.text !== 'string' || scenario.text.length > MAX_TEXT_CHARACTERS) return undefined;
    const named = elements.flatMap(({ name: file, text: each }) =>
      typeof each === 'string' ? [[String(file).split(/[\\/]/).at(-1)!, each]] : [],
    );
    return { text, scenario: scenario.text, elements: Object.fromEntries(named) };
  } catch {
    return undefined; // no file of ours
  }
}

/** What a command line asks for, as far as the page can do the same. */
export interface AskedRun extends Pick<Side, 'switches' | 'afterYr' | 'leaveDate'> {
  scenario: string;
  trials?: number;
  draws: number;
  seed?: number;
  /** Whether it has a headline of a date of its own, or somebody who leaves in the answer by date alone. */
  hasOwnDate?: true;
  /** Words that mean nothing here, such as `--set`. */
  left: string[];
}

/** The command lines of the runs that a picture, a report or a result was made from, A before B; none where it says none. */
export function commandsIn(name: string, bytes: Uint8Array): string[] {
  try {
    if (/\.png$/i.test(name)) return commandsOf(JSON.parse(pngTextOf(bytes, 'cupola-run') ?? '[]'));
    const text = new TextDecoder().decode(bytes);
    if (/\.json$/i.test(name)) return commandsOf([(JSON.parse(text) as { run?: unknown }).run]);
    if (/\.svg$/i.test(name)) return commandsOf(JSON.parse(inside(text, '<metadata>') ?? '[]'));
    return commandsOf([{ command: inside(text, '<pre class="command">') }]);
  } catch {
    return []; // no file of ours
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of the first element that begins so; taken out by hand, as a parser would apply the styles of the file, which the page forbids. */
function inside(text: string, begin: string): string | undefined {
  const at = text.indexOf(begin);
  if (at < 0) return undefined;
  const raw = text.slice(at + begin.length, text.indexOf('<', at + begin.length));
  return raw.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

function commandsOf(records: unknown): string[] {
  const list = Array.isArray(records) ? records : [];
  return list
    .map((each) => (each as { command?: unknown } | undefined)?.command)
    .filter((each): each is string => typeof each === 'string' && each.startsWith('cupola run '));
}

/** What a command line of `cupola run` asks for; undefined where it is none. */
export function askedBy(command: string): AskedRun | undefined {
  const words = [...command.matchAll(/'((?:[^']|'\\'')*)'|\S+/g)].map(([word, quoted]) =>
    quoted === undefined ? word : quoted.replaceAll("'\\''", "'"),
  );
  const [program, verb, scenario, ...more] = words;
  if (program !== 'cupola' || verb !== 'run' || !scenario) return undefined;
  const asked: AskedRun = { scenario, switches: {}, draws: 0, left: [] };
  for (let i = 0; i < more.length; i++) {
    const option = more[i];
    const value = more[++i] ?? '';
    if (option === '--without') leave(asked, value);
    else if (option === '--trials') asked.trials = Number(value);
    else if (option === '--draws') asked.draws = Number(value);
    else if (option === '--seed') asked.seed = Number(value);
    else if (option === '--date') asked.hasOwnDate = true;
    else if (option !== '--raids') asked.left.push(`${option} ${value}`);
  }
  return asked;
}

/** `spacex:denied@2034-01-01+5y`: one date and one number of years for all. */
function leave(asked: AskedRun, word: string): void {
  const [, partner, what, date, years] =
    /^([a-z0-9-]{1,60})(?::(stops|denied))?(?:@(\d{4}-\d\d-\d\d)?\+?(?:([\d.]+)y)?)?$/.exec(word) ?? [];
  if (!partner) asked.left.push(`--without ${word}`);
  else {
    asked.switches = { ...asked.switches, [partner]: what === 'denied' ? 'denied' : 'supply' };
    if (date) asked.leaveDate = date;
    if (years) asked.afterYr = Number(years);
    else if (date) asked.hasOwnDate = true;
  }
}

/** The scenario that a command line names: the one that came with it, or as the page has it, shipped, or the one that is open; undefined for any other. */
export function sideOf({ scenario, switches, afterYr, leaveDate }: AskedRun, carried?: string): Side | undefined {
  const file = scenario.split('/').at(-1)!;
  const name = scenarioName(file);
  const told = { switches, afterYr, leaveDate };
  if (carried !== undefined) return { file: plainName(file), text: carried, ...told };
  if (scenario.startsWith('scenarios/') && Object.hasOwn(shipped, name)) return { file, text: shipped[name], ...told };
  const open = plan.value;
  return exportedFile(open) === file || open.file === file ? { file: open.file, text: open.text, ...told } : undefined;
}
