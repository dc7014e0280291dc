import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml';
import { inputText } from '../../src/cli/input-file.ts';
import { loadInstalledCatalog } from '../../src/cli/load-catalog.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import { InputError } from '../../src/flow/problems.ts';
import { loadParsed } from '../../src/read/load-scenario.ts';
import { neededFiles, parseScenario } from '../../src/read/parse.ts';
import { costAnswer } from '../../src/run/answer.ts';
import { simulate } from '../../src/run/drive.ts';
import { canSimulate, prepare } from '../../src/run/prepare.ts';
import { randomScenario } from '../laws/random-scenario.ts';
import { anyText, mutated, yamlText } from './mutate-text.ts';
import { Fault, type Part, type Trier } from './part.ts';
import { checkProblems } from './problems.ts';
import { shippedTexts } from './shipped-texts.ts';

const FILE = 's.yaml';
/** Of the scenarios that are taken, so many are run as well, where a raid of theirs is short. */
const RUN_SHARE = 0.02;
const SHORT = { satellites: 2500, missiles: 60 };
/** Random valid scenarios beside the shipped ones. */
const RANDOM_COUNT = 40;

/** Scenarios with changes: each is refused with places, or taken as it is written. */
export const scenarios: Part = { count: 1_000_000, limitS: 60, open };

async function open(): Promise<Trier> {
  const catalog = await loadInstalledCatalog();
  const elements = readFileSync('test/fixtures/starlink-eleven.tle', 'utf8');
  const random = fc.sample(randomScenario, { numRuns: RANDOM_COUNT, seed: 24 }).map((each) => stringify(each));
  const texts = [...shippedTexts('scenarios'), ...shippedTexts('examples'), ...random];
  // the small ones more often: they are read in less time, and hold every list
  const bases = texts.flatMap((text) => Array<string>(Math.max(1, Math.round(6000 / text.length))).fill(text));
  const mutations = [...anyText, ...yamlText(texts)];
  return {
    tryOne(luck) {
      const bytes = mutated(luck.one(bases), mutations, luck);
      let text = Buffer.from(bytes).toString('latin1');
      try {
        text = inputText(bytes, FILE);
        const parsed = parseScenario(text, FILE);
        const files = Object.fromEntries(
          neededFiles(parsed.scenario).map(({ element, file }) => [element, { file, text: elements }]),
        );
        const architecture = loadParsed(parsed, catalog, files);
        checkTaken(text, parsed.document.value, parsed.scenario, architecture);
        if (luck.isSo(RUN_SHARE) && isShort(architecture)) runOnce(architecture);
        return 'accepted';
      } catch (error) {
        if (!(error instanceof InputError)) throw error instanceof Fault ? error : faultOf(error, text);
        checkProblems(error.problems, text);
        return 'refused';
      }
    },
  };
}

function faultOf(error: unknown, text: string): Fault {
  return new Fault(error instanceof Error ? (error.stack ?? error.message) : String(error), text);
}

function isShort({ networks, sensors, interceptors, threats }: Architecture): boolean {
  const satellites = [...networks, ...sensors, ...interceptors]
    .flatMap(({ shells }) => shells ?? [])
    .reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
  return satellites <= SHORT.satellites && threats.reduce((sum, { count }) => sum + count, 0) <= SHORT.missiles;
}

function runOnce(architecture: Architecture): void {
  if (canSimulate(architecture)) simulate(prepare(architecture), 0, 1, { keepBelow: 0 });
  costAnswer(architecture, []);
}

/** Whether what was taken is what is written: every key and value, and every number with all its digits. @throws Fault */
function checkTaken(text: string, value: unknown, scenario: unknown, architecture: Architecture): void {
  const fail = (why: string) => {
    throw new Fault(why, text);
  };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  if (document.errors.length > 0) fail(`taken, though not YAML: ${document.errors[0].message.split('\n')[0]}`);
  visitScalars(document.contents, (word, number) => {
    if (/^[-+]?\d+$/.test(word) && BigInt(word) !== BigInt(number)) fail(`${word} was taken for ${number}`);
    if (!Number.isFinite(number)) fail(`${word} was taken`);
  });
  sameLeaves(value, scenario, '', (path) => fail(`${path} is written and was not taken as it stands`));
  for (const list of ['networks', 'sensors', 'interceptors', 'command'] as const) {
    const written = (value as Record<string, { id?: string }[] | undefined>)[list];
    const kept = architecture[list] as readonly { id: string }[];
    for (const item of written ?? []) {
      const same = kept.find(({ id }) => id === item.id);
      if (!same) fail(`${list} ${item.id} is written and was left out`);
      sameNumbers(item, same, `${list}.${item.id}`, fail);
    }
  }
}

function visitScalars(node: Node | unknown, see: (word: string, number: number) => void): void {
  if (isMap(node)) for (const { value } of node.items) visitScalars(value, see);
  else if (isSeq(node)) for (const item of node.items) visitScalars(item, see);
  else if (isScalar(node) && typeof node.value === 'number') see(node.source ?? String(node.value), node.value);
}

/** Every leaf of one value stands in the other. */
function sameLeaves(a: unknown, b: unknown, path: string, differs: (path: string) => void): void {
  if (typeof a !== 'object' || a === null) {
    if (!Object.is(a, b)) differs(path);
    return;
  }
  if (typeof b !== 'object' || b === null) differs(path);
  else
    for (const key of Object.keys(a))
      sameLeaves(a[key as keyof typeof a], b[key as keyof typeof b], `${path}.${key}`, differs);
}

/** Numbers that both have under one name are the same. */
function sameNumbers(a: unknown, b: unknown, path: string, fail: (why: string) => void): void {
  if (typeof a === 'number' && typeof b === 'number' && a !== b) fail(`${path}: ${a} was taken for ${b}`);
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return;
  for (const key of Object.keys(a))
    if (Object.hasOwn(b, key)) sameNumbers(a[key as keyof typeof a], b[key as keyof typeof b], `${path}.${key}`, fail);
}
