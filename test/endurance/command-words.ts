import { Command, type Option } from 'commander';
import { type CommandSpec, configureSpec } from '../../src/cli/command.ts';
import type { Luck } from './luck.ts';

/** Files that stand in the folder of the commands, by what they are. */
export interface Inputs {
  scenarios: readonly string[];
  studies: readonly string[];
  orbits: readonly string[];
  tables: readonly string[];
  pages: readonly string[];
  /** Scenarios with mistakes, no scenarios at all, what is not there. */
  odd: readonly string[];
}

const ODD = [
  '',
  ' ',
  '-1',
  '0',
  '1.5',
  'NaN',
  'abc',
  '99999999999999',
  'é🛰',
  '__proto__',
  '-',
  '1e400',
  '=',
  '0x2',
  '1,2',
  'null',
];
const DATES = ['2031', '2031-05', '2031-05-06', '2031-02-30', '1957', '9999', '31.12.2030', '2031-13'];
const PARTNERS = [
  'spacex',
  'amazon:denied',
  'spacex:denied@5y',
  'york@2031',
  'spacex@2031+2y',
  'nobody',
  ':denied',
  'spacex:',
  'spacex@',
  'spacex:x@y',
];
const PATHS = [
  'interceptors.sbi.salvo=3',
  'command.c2.decisionS=20',
  'threat.missile.count=2',
  'analysis.seed=7',
  'interceptors.sbi.killProbability=2',
  'interceptors[0].id=x',
  'name=[a, b]',
  '__proto__.x=1',
  'a..b=1',
  '=1',
  'x',
  'interceptors.sbi.shells[0].planes={a: *b}',
];
const PLACES = ['washington', 'schriever', '30,-170', '91,0', 'nowhere', 'guam', 'leo/3', '0,0,0'];
const FOLDERS = ['o1', 'o2/o3', 'o4', 'in', '.', 'in/s.yaml/x', `o${'x'.repeat(300)}`];
const OUTPUTS = [
  'o.html',
  'o.pdf',
  'o.json',
  'o.csv',
  'o.png',
  'o.svg',
  'o.xlsx',
  'o.tle',
  'o5/o.czml',
  'o',
  '/dev/full',
  '.',
];

/** Values of options by their long names, or by what stands for the value in the help. */
const VALUES: Record<string, readonly string[]> = {
  trials: ['2', '3', '1'],
  draws: ['0', '16'],
  raids: ['4', '5'],
  threads: ['1', '2'],
  workers: ['1', '2'],
  moments: ['1', '2'],
  hours: ['0.2', '1'],
  width: ['80', '300'],
  'step-s': ['600', '3000'],
  'altitude-km': ['100', '300'],
  'spacing-km': ['800', '2000'],
  duration: ['60', '600'],
  step: ['30', '60', '2'],
  'shard-trials': ['1', '2'],
  cluster: ['redis://', 'http://x', 'redis://u:%zz@h', 'x'],
  submit: ['pbs', 'none'],
  port: ['0', '-1', '70000', 'x'],
  seed: ['1', '7'],
  trial: ['0', '1', '7'],
  layer: ['sbi', 'gbi', 'nothing'],
  network: ['leo', 'x y'],
  select: ['planes', 'sbi', 'sbi,leo', 'all'],
  frame: ['TEME', 'GCRF', 'ITRF', 'eci'],
  keep: ['name=STARLINK*', 'height=400..700', 'x', 'spacex'],
  to: ['json', 'csv', 'xml', 'kvn', 'tle', 'oem', 'stk', 'czml', 'kml', 'geojson', 'washington', 'tokyo'],
  from: ['washington', 'schriever', '0', '60'],
  doctrine: ['barrage', 'shoot-look-shoot', 'x'],
  case: ['kepler', 'nothing'],
  at: ['0', '60', '3600'],
  place: PLACES,
  date: DATES,
  'as-of': DATES,
  by: DATES,
  utc: ['2026-05-12T12:00:00Z', '2026-05-12', 'now'],
  'path=value': PATHS,
  partner: PARTNERS,
  'id=FILE': ['starlink=in/orbits.tle', 'sbi=in/orbits.tle', 'x', '=', 'starlink='],
  dir: FOLDERS,
  file: OUTPUTS,
};

/** What takes long is asked for in small numbers where nothing else is asked for. */
const LIMITS = {
  trials: '2',
  draws: '16',
  raids: '4',
  threads: '1',
  workers: '1',
  moments: '1',
  hours: '0.2',
  'step-s': '3000',
  'spacing-km': '2000',
};

const ARGUMENTS: Record<string, readonly (keyof Inputs)[]> = {
  scenario: ['scenarios'],
  scenarios: ['scenarios'],
  study: ['studies'],
  a: ['scenarios', 'pages'],
  b: ['scenarios', 'pages'],
  source: ['orbits', 'tables', 'scenarios', 'pages'],
  in: ['orbits'],
  file: ['odd'],
};
const WORDS: Record<string, readonly string[]> = {
  format: [
    'omm',
    'tle',
    'oem',
    'stk',
    'czml',
    'geojson',
    'charts',
    'links',
    'delays',
    'graphml',
    'contacts',
    'kml',
    'x',
  ],
  out: ['o.tle', 'o.json', 'o.csv', 'o.xml', 'o.kvn', 'o.oem', 'o6', 'o.czml', 'o.kml', 'o.zip'],
  question: ['what if spacex leaves', 'what', 'does it', 'stop', 'one missile', 'cost'],
  action: ['list', 'show', 'search', 'check', 'audit', 'diff', 'export', 'x'],
  words: ['gbi', 'starlink', 'spacex', 'nothing', 'number', '2026-01', 'o7'],
  word: ['law', 'shell', 'nothing'],
  what: ['interceptors.sbi.salvo', 'run', 'x', 'killProbability', 'satellites'],
  shell: ['bash', 'zsh', 'fish', 'x'],
};

/** A whole command line, without the program: mostly words that it takes, and now and then none of them. */
export function commandLine(
  specs: readonly CommandSpec[],
  inputs: Inputs,
  luck: Luck,
): { spec: CommandSpec; words: string[] } {
  // the search for partners takes minutes where others take a second
  const first = luck.one(specs);
  const spec = first.name === 'source' && luck.isSo(0.8) ? luck.one(specs) : first;
  const command = new Command(spec.name);
  configureSpec(spec, command);
  const words: string[] = [];
  for (const argument of command.registeredArguments) {
    if (!argument.required && luck.isSo(0.3)) break;
    if (argument.required && luck.isSo(0.03)) break;
    const count = argument.variadic ? 1 + luck.below(3) : 1;
    for (let i = 0; i < count; i++) words.push(argumentOf(argument.name(), inputs, luck));
  }
  const chosen = new Set<string>();
  for (let i = luck.one([0, 1, 1, 2, 2, 3, 5]); i > 0; i--) {
    const option = luck.one(command.options);
    const name = option.long?.replace(/^--/, '') ?? '';
    if (chosen.has(name) && luck.isSo(0.8)) continue;
    chosen.add(name);
    words.push(`--${name}`, ...wordsOf(option, name, luck));
  }
  for (const [name, value] of Object.entries(LIMITS))
    if (!chosen.has(name) && command.options.some(({ long }) => long === `--${name}`)) words.push(`--${name}`, value);
  if (luck.isSo(0.05))
    words.splice(luck.below(words.length + 1), 0, luck.one([...ODD, '--nothing', '-x', '--', '--json=1']));
  return { spec, words };
}

function argumentOf(name: string, inputs: Inputs, luck: Luck): string {
  if (luck.isSo(0.03)) return luck.one([...ODD, ...inputs.odd]);
  if (luck.isSo(0.05)) return luck.one(inputs.odd);
  const kinds = ARGUMENTS[name];
  return kinds ? luck.one(inputs[luck.one(kinds)]) : luck.one(WORDS[name] ?? ODD);
}

function wordsOf(option: Option, name: string, luck: Luck): string[] {
  const placeholder = /[<[](\S+?)(?:\.\.\.)?[>\]]/.exec(option.flags)?.[1];
  if (placeholder === undefined) return [];
  if (luck.isSo(0.08)) return [luck.one(ODD)];
  const usual = VALUES[name] ?? VALUES[placeholder] ?? ['1', '2', '0.5', '10', '100', 'x', 'a,b'];
  return [luck.one(usual)];
}
