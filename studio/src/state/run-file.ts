import { pngTextOf } from '../globe/png-text.ts';
import { exportedFile, plan, type Side, scenarioName, shipped } from './session.ts';

/** Files that say of which run they are. */
export const RUN_FILE = /\.(png|svg|html?|json)$/i;

/** What a command line asks for, as far as the page can do the same. */
export interface AskedRun extends Pick<Side, 'switches' | 'afterYr' | 'leaveDate'> {
  scenario: string;
  trials?: number;
  draws: number;
  seed?: number;
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
    const option = more[i]!;
    const value = more[++i] ?? '';
    if (option === '--without') leave(asked, value);
    else if (option === '--trials') asked.trials = Number(value);
    else if (option === '--draws') asked.draws = Number(value);
    else if (option === '--seed') asked.seed = Number(value);
    else if (option !== '--raids' && option !== '--date') asked.left.push(`${option} ${value}`);
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
  }
}

/** The scenario that a command line names, as the page has it: shipped, or the one that is open; undefined for any other. */
export function sideOf({ scenario, switches, afterYr, leaveDate }: AskedRun): Side | undefined {
  const file = scenario.split('/').at(-1)!;
  const name = scenarioName(file);
  const told = { switches, afterYr, leaveDate };
  if (scenario.startsWith('scenarios/') && Object.hasOwn(shipped, name)) return { file, text: shipped[name]!, ...told };
  const open = plan.value;
  return exportedFile(open) === file || open.file === file ? { file: open.file, text: open.text, ...told } : undefined;
}
