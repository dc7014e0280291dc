import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCaptured } from '../../src/cli/run-captured.ts';
import { backTestMarkdown, validationMarkdown, validationScreen } from '../../src/cli/validation-text.ts';
import { sizeFields } from '../../src/closed-forms/sizing-input.ts';
import { laws } from '../../src/laws/laws.ts';
import { english } from '../../src/words/en/index.ts';
import { speak } from '../../src/words/words.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import { pseudo, wordsLeft } from './pseudo.ts';

const catalog = testCatalog();

/** Identifiers of entries, their kinds and fields. */
const IDENTIFIERS = Object.entries(catalog.entries).flatMap(([kind, entries]) => [kind, ...Object.keys(entries)]);

beforeEach(() => speak(pseudo));
afterEach(() => speak(english));

/** All that a command says in the third language: its answer or refusal, and its notes. */
async function saidBy(name: string, words: readonly string[], signal = new AbortController().signal): Promise<string> {
  const spec = commands.find((each) => each.name === name)!;
  const { text, notes } = await runCaptured(spec, words, signal);
  return [text, ...notes].join('\n');
}

/** Partners, functions and shared parts of the books, and keys of sources. */
const NAMED = Object.values(catalog.entries.partners)
  .flatMap(({ fields }) => ['members', 'functions', 'parts'].flatMap((list) => [list, ...idsOf(fields[list])]))
  .concat('sources', Object.keys(catalog.sources))
  .join(' ');

/** Words of the glossary as others have them, and in English. */
const OTHERS = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|'))
  .flatMap(([, word = '', , elsewhere = '']) => [word, elsewhere])
  .join(' ');

function idsOf(list: unknown): string[] {
  return (list as { id: string }[]).map(({ id }) => id);
}

/** Title and identifiers of the scenarios among the words of a command. */
function namesOf(words: readonly string[]): string[] {
  const files = words.filter((word) => /\.yaml$/.test(word) && existsSync(word));
  const found = files.flatMap((file) => readFileSync(file, 'utf8').match(/^name: .+|\bid: [^,}\n]+/gm) ?? []);
  return [...found.map((each) => each.replace(/^\w+: /, '')), ...files];
}

/** A command, what it is given, and names in its answer that are the same in every language. */
interface Line {
  name: string;
  words: string;
  names?: string;
}

const LAWS = laws.map(({ id }) => id).join(' ');

const DOME = 'scenarios/golden-dome.yaml';
const NETWORKS = 'scenarios/networks.yaml';

const lines: readonly Line[] = [
  { name: 'field', words: `${DOME} --trials 3` },
  { name: 'field', words: `${DOME} --trials x --first 2 --budget-musd-yr 0` },
  { name: 'check', words: `${DOME} scenarios/one-missile.yaml` },
  { name: 'check', words: 'scenarios/one-missile.yaml --set interceptors.sbi.salvo=0' },
  {
    name: 'new',
    words: '',
    names:
      'name description epochUtc use terminals laserKinds command id site decisionS low mode high analysis trials seed launchWindowS horizonYr salvo threat launch T00 Z',
  },
  {
    name: 'new',
    words: '--raid rad-one --sensors nothing --date today',
    names: 'catalog',
  },
  { name: 'catalog', words: 'list networks' },
  { name: 'catalog', words: 'list members', names: NAMED },
  { name: 'catalog', words: 'search tracking', names: NAMED },
  { name: 'catalog', words: 'search zzzz' },
  { name: 'catalog', words: 'show gbi', names: JSON.stringify([catalog.entries.interceptors.gbi, catalog.sources]) },
  { name: 'catalog', words: 'show gbl' },
  { name: 'catalog', words: 'list networkz', names: NAMED },
  { name: 'catalog', words: 'diff 2026-05 2026-05' },
  { name: 'catalog', words: 'diff today' },
  {
    name: 'catalog',
    words: 'audit scenarios/two-families.yaml --draws 16 --raids 4',
    names: JSON.stringify([catalog.entries, Object.keys(catalog.sources)]),
  },
  { name: 'explain', words: 'salvo' },
  {
    name: 'explain',
    words: 'interceptors.sbi.lifeYr scenarios/golden-dome.yaml',
    names: JSON.stringify([catalog.sources, catalog.entries.interceptors['cbo-2026-sbi']]),
  },
  { name: 'explain', words: 'interceptors.gbi.unitMusd' },
  { name: 'glossary', words: '', names: OTHERS },
  {
    name: 'convert',
    words: 'examples/data/starlink-plane.tle /dev/null --to json --keep altitude',
    names: 'inclination name apogee designator eccentricity number perigee period type',
  },
  {
    name: 'convert',
    words: 'examples/data/starlink-plane.tle out/x.none --epoch noon',
    names: 'omm json csv xml kvn tle oem stk czml kml geojson to le',
  },
  { name: 'export', words: `tle ${NETWORKS} --frame TEME --step 0`, names: 'oem stk' },
  { name: 'export', words: `oem ${NETWORKS} --duration 60`, names: 'out' },
  { name: 'export', words: 'contacts scenarios/one-missile.yaml', names: 'format' },
  { name: 'import', words: 'README.md --out out/never', names: 'TLE OMM JSON CSV XML KVN' },
  { name: 'glossary', words: 'zzzz' },
  {
    name: 'footprint',
    words: 'scenarios/limited-raid.yaml --area conus --spacing-km 800 --moments 2 --order-s 300',
    names: 'north-korea-interior',
  },
  {
    name: 'footprint',
    words: 'scenarios/limited-raid.yaml --area conux --threat none',
    names: Object.keys(catalog.entries.threats).concat('conus').join(' '),
  },
  { name: 'salvo', words: '--warheads 20 --kill-probability 0.7 --zero-leak 0.8 --decoys 3 --decoy-seen 0.5' },
  { name: 'salvo', words: '--warheads 2 --kill-probability 0.7 --zero-leak 0.8 --doctrine shoot-look-shoot' },
  { name: 'salvo', words: '--warheads 2 --kill-probability 0.7 --track-probability 0.5 --zero-leak 0.8' },
  {
    name: 'salvo',
    words: '--doctrine barage --decoys x --warhead-seen 2 --decoy-seen 3',
    names: 'warheads kill-probability zero-leak barrage shoot-look-shoot',
  },
  {
    name: 'sweep',
    words: '--workers x --recheck 2 --array jobs --collect jobs --submit none --prometheus',
    names: 'array collect cluster status',
  },
  { name: 'sweep', words: 'studies/partner-loss.yaml --status --cluster nowhere', names: 'sweep' },
  { name: 'size', words: '--set salvo=10', names: 'AEI Harrison size inputs' },
  { name: 'size', words: '--set flyOutS=10', names: 'AEI Harrison size inputs' },
  { name: 'size', words: '--set payloadPerLaunchKg=100', names: 'AEI Harrison size inputs' },
  { name: 'size', words: '--inputs', names: sizeFields.map(({ key }) => key).join(' ') },
  { name: 'size', words: '--set salvo=1.5 --set flyOut=60 --set requiredKillProbability=1', names: 'flyOutS' },
  { name: 'size', words: '--set lifeYr=40', names: 'periodYr' },
  { name: 'selftest', words: 'scenarios/one-missile.yaml --trials 20 --threads 1', names: LAWS },
  { name: 'selftest', words: 'scenarios/one-missile.yaml --trials 3 --seed x' },
];

describe('a third language leaves no English', () => {
  test.each(lines)('cupola $name $words', async ({ name, words, names = '' }) => {
    const given = words.split(' ').filter(Boolean);
    const said = await saidBy(name, given);
    expect(said.length).toBeGreaterThan(40);
    // what is to be typed is the same in all, and so are hashes
    const unquoted = said.replace(/`cupola [^`]*`|\b[0-9a-f]{16}\b/g, '');
    expect(wordsLeft(unquoted, [...IDENTIFIERS, ...namesOf(given), ...given, names])).toEqual([]);
  });

  test.each([
    ['run', 'scenarios/one-missile.yaml --trials 2 --brief'],
    ['selftest', 'scenarios/one-missile.yaml --trials 20 --threads 1'],
  ])('cupola %s %s, interrupted at once', async (name, words) => {
    const said = await saidBy(name, words.split(' '), AbortSignal.abort('SIGINT'));
    expect(said.length).toBeGreaterThan(30);
    expect(wordsLeft(said, [])).toEqual([]);
  });

  test('the tables of validate', () => {
    const row = {
      what: '',
      published: 1,
      computed: 2,
      tolerance: 0.5,
      unit: 'km',
      why: '',
      difference: 1,
      inside: false,
    };
    const missed = { ...row, misses: '9', band: { low: 0, high: 3 }, isChance: true };
    const levels = ['published', 'independent', 'self-consistent', 'back-test'] as const;
    const made = levels.map((level) => ({
      id: '1',
      title: '',
      source: '',
      level,
      rows: [row, missed, { ...missed, inside: true }, missed, ...Array(80).fill({ ...row, inside: true })],
    }));
    const pages = [validationMarkdown(made), backTestMarkdown(made)].map((page) => page.replace(/`[^`]*`/g, ''));
    for (const text of [validationScreen(made, false), ...pages]) {
      expect(text.length).toBeGreaterThan(300);
      expect(wordsLeft(text, ['cupola validate case'])).toEqual([]);
    }
  });
});
