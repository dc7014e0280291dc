import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands as specs } from '../../src/cli/commands.ts';
import { runCaptured } from '../../src/cli/run-captured.ts';
import { isSystemError } from '../../src/ensemble/system-error.ts';
import { languages } from '../../src/words/languages.ts';
import { speak } from '../../src/words/words.ts';
import { commandLine, type Inputs } from './command-words.ts';
import type { Luck } from './luck.ts';
import { anyText, mutated } from './mutate-text.ts';
import { Fault, type Part, type Trier } from './part.ts';
import { shippedTexts } from './shipped-texts.ts';

/** A command that goes on for so long is told to stop, as by Ctrl-C; most are told sooner, so that a night comes to its end. */
const STOP_MS = 15_000;
const SOON_MS = 2000;
const SOON_SHARE = 0.9;
/** Servers are told to stop when they have begun. */
const SERVED_MS = 500;
/** Of the lines, so many run as programs of their own. */
const PROGRAM_SHARE = 0.04;
/** An input with nothing in it: the one file that a command may write over without being forced to. */
const EMPTY = 'in/empty';
const HOLE = /\bundefined\b|\[object Object\]|\bNaN\b/;

/** Whole command lines over all commands: each answers or refuses, and writes nothing but what it was asked for. */
export const commands: Part = { count: 10_000, limitS: 600, open };

async function open(): Promise<Trier> {
  const program = join(process.env.NIGHTLY_PACKAGE!, 'dist/cli/main.js');
  const place = mkdtempSync(join(tmpdir(), 'cupola-commands-'));
  const work = join(place, 'work');
  const inputs = writeInputs(work);
  mkdirSync(join(place, 'home'));
  process.chdir(work);
  // no other program is found, and no setting of the user
  for (const name of Object.keys(process.env)) if (name.startsWith('CUPOLA_')) delete process.env[name];
  Object.assign(process.env, { PATH: '', HOME: join(place, 'home') });
  const kept = stateOf(place);
  const [english, ...others] = languages;
  const inProcess = specs.filter(({ name }) => name !== 'mcp');
  return {
    async tryOne(luck) {
      const isWanted = luck.isSo(PROGRAM_SHARE);
      const { spec, words } = commandLine(isWanted ? specs : inProcess, inputs, luck);
      const isProgram = isWanted || words.includes('--ask'); // what is typed comes to an end once a process
      const line = `cupola ${[spec.name, ...words].map((word) => (/^[\w./@:=,-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')}`;
      speak(await (spec.isEnglishOnly || luck.isSo(0.8) ? english : luck.one(others)).load());
      try {
        return isProgram
          ? await runProgram(program, [spec.name, ...words], line)
          : await runHere(spec, words, line, luck);
      } catch (error) {
        if (isSystemError(error) && error.path !== undefined) return 'refused'; // the program tells it with its path
        throw error instanceof Fault ? error : new Fault(`${line}\n${(error as Error).stack ?? error}`, line);
      } finally {
        clean(place, kept, line);
      }
    },
    close() {
      process.chdir(tmpdir());
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function writeInputs(work: string): Inputs {
  const inside = join(work, 'in');
  mkdirSync(inside, { recursive: true });
  const names: Inputs = {
    scenarios: ['one-missile', 'limited-raid', 'networks', 'cbo-2026', 'two-families'].map((name) => `in/${name}.yaml`),
    studies: ['in/study.yaml'],
    orbits: ['in/orbits.tle', 'in/examples/starlink-plane.json', 'in/orbits.txt'],
    tables: ['in/stations.csv'],
    pages: ['in/result.json'],
    odd: [
      'in/odd-0.yaml',
      'in/odd-1.yaml',
      'in/odd-2.yaml',
      'in/nothing.yaml',
      'in',
      'in/orbits.tle',
      'in/study.yaml',
      EMPTY,
    ],
  };
  for (const path of names.scenarios) cpSync(`scenarios/${path.slice(3)}`, join(work, path));
  cpSync('examples/data', join(inside, 'examples'), { recursive: true });
  cpSync('test/fixtures/starlink-eleven.tle', join(inside, 'orbits.tle'));
  writeFileSync(join(inside, 'orbits.txt'), 'no orbit\n');
  writeFileSync(join(inside, 'stations.csv'), 'name,lat,lon\nA,1,2\nB,3,4\n');
  writeFileSync(join(inside, 'result.json'), '{}');
  writeFileSync(join(work, EMPTY), '');
  const vary = 'vary: [{ name: planes, input: "interceptors.sbi.shells[0].planes", list: [4, 8] }]';
  writeFileSync(join(inside, 'study.yaml'), `name: S\nscenario: one-missile.yaml\n${vary}\ntrials: 2\n`);
  return names;
}

async function runHere(
  spec: (typeof specs)[number],
  words: string[],
  line: string,
  luck: Luck,
): Promise<'refused' | 'accepted'> {
  if (luck.isSo(0.3))
    for (let i = 0; i < 3; i++) writeFileSync(`in/odd-${i}.yaml`, mutated(luck.one(shippedTextsHere), anyText, luck));
  const stop = new AbortController();
  const stopMs = luck.isSo(SOON_SHARE) ? SOON_MS : STOP_MS;
  const timer = setTimeout(() => stop.abort('SIGINT'), spec.isServer ? SERVED_MS : stopMs);
  const { isRefused, text } = await runCaptured(spec, words, stop.signal);
  clearTimeout(timer);
  check(isRefused, text, words, line);
  return isRefused ? 'refused' : 'accepted';
}
const shippedTextsHere = shippedTexts('scenarios');

function check(isRefused: boolean, text: string, words: readonly string[], line: string): void {
  if (isRefused && text.trim() === '') throw new Fault(`refused without a word: ${line}`, line);
  if (HOLE.test(text) && ![...words, ...changedTexts(words)].some((given) => HOLE.test(given)))
    throw new Fault(`a hole in what is said: ${line}\n${HOLE.exec(text)![0]} in ${text.slice(0, 500)}`, line);
  if (isRefused || !words.includes('--json') || text === '') return;
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Fault(`--json that is none: ${line}\n${String(error)}`, line);
  }
}

/** Texts of the scenarios with changes among the words: what is wrong in one is told in its own words. */
function changedTexts(words: readonly string[]): string[] {
  return words
    .filter((word) => /^in\/odd-\d\.yaml$/.test(word) && existsSync(word))
    .map((word) => readFileSync(word, 'utf8'));
}

/** The same as a program of its own, stopped by a signal where it goes on for long. */
async function runProgram(program: string, words: string[], line: string): Promise<'refused' | 'accepted'> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGTERM'), words[0] === 'studio' ? 3000 : STOP_MS);
  let [out, notes] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (notes += text));
  const [code, signal] = await new Promise<[number | null, string | null]>((ended) =>
    child.on('close', (...each) => ended(each)),
  );
  clearTimeout(timer);
  const isSound = code !== null ? [0, 1, 2, 130, 143].includes(code) : signal === 'SIGTERM';
  if (!isSound || /bug in cupola|node:|Warning:/.test(notes))
    throw new Fault(`${line}\n${code ?? signal}: ${notes}`, line);
  check(code === 2, code === 2 ? notes + out : out, words, line); // `check --json` refuses in its document
  return code === 2 ? 'refused' : 'accepted';
}

/** Sizes and times of the files that no command may touch. */
function stateOf(place: string): Map<string, string> {
  const inside = join(place, 'work/in');
  const state = new Map<string, string>();
  for (const name of readdirSync(inside, { recursive: true, encoding: 'utf8' })) {
    if (/^odd-/.test(name) || `in/${name}` === EMPTY) continue;
    const { size, mtimeMs, isDirectory } = statInfo(join(inside, name));
    state.set(name, isDirectory ? 'folder' : `${size} ${mtimeMs}`);
  }
  return state;
}

function statInfo(path: string) {
  const info = statSync(path);
  return { size: info.size, mtimeMs: info.mtimeMs, isDirectory: info.isDirectory() };
}

/** Takes away what a command wrote. @throws Fault where an input is not as it was, or something stands outside */
function clean(place: string, kept: Map<string, string>, line: string): void {
  for (const name of readdirSync(join(place, 'work')))
    if (name !== 'in') rmSync(join(place, 'work', name), { recursive: true, force: true });
  const outside = [...readdirSync(place), ...readdirSync(join(place, 'home'))].filter(
    (name) => name !== 'work' && name !== 'home',
  );
  if (outside.length > 0) throw new Fault(`${line}\nwrote ${outside.join(', ')}`, line);
  writeFileSync(join(place, 'work', EMPTY), '');
  const now = stateOf(place);
  for (const name of now.keys())
    if (!kept.has(name)) rmSync(join(place, 'work/in', name), { recursive: true, force: true });
  const changed = [...kept].filter(([name, state]) => now.get(name) !== state).map(([name]) => `in/${name}`);
  // told of this line alone
  for (const [name, state] of now) if (kept.has(name)) kept.set(name, state);
  if (changed.length > 0) throw new Fault(`${line}\nchanged ${changed.join(', ')}`, line);
}
