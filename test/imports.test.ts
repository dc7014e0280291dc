import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Who may import whom. `type` rows hold for `import type` only. */
const MODEL = ['flow', 'physics', 'num', 'kinds'];
const STAGES = ['world', 'sense', 'transport', 'decide', 'engage'];
const ANSWERS = ['effect', 'programme', 'dependence'];
const MAY_IMPORT: Record<string, { value: string[]; type?: string[] }> = {
  num: { value: [] },
  physics: { value: ['num', 'flow'] },
  // the codes of sentences and what each must be given come from the words, as types alone
  flow: { value: [], type: ['physics', 'catalog', 'num', 'words'] },
  // kinds of sensors, networks and interceptors: what each is, where it stands, what it sees or links
  kinds: { value: ['flow', 'physics', 'num'] },
  catalog: { value: ['flow', 'num', 'kinds'] },
  force: { value: [...MODEL, 'dependence'] },
  ...Object.fromEntries(STAGES.map((stage) => [stage, { value: MODEL }])),
  transport: { value: [...MODEL, 'dependence', 'force'] },
  'closed-forms': { value: [...MODEL, 'programme'] },
  effect: { value: [...MODEL, 'closed-forms'] },
  programme: { value: MODEL },
  dependence: { value: [...MODEL, 'programme'] },
  words: { value: ['flow'] },
  // physics for its map of land: what is drawn is what falls are counted on
  figures: { value: ['flow', 'words', 'physics'] },
  report: { value: ['flow', 'num', 'words', 'physics', 'figures'] },
  convert: { value: ['flow', 'physics', 'report', 'world'] },
  run: { value: ['force', ...STAGES, ...ANSWERS, ...MODEL] },
  reconcile: { value: ['catalog', 'closed-forms', 'programme', 'flow', 'num'] },
  laws: { value: ['run', 'programme', 'sourcing', ...MODEL], type: ['catalog'] },
  read: { value: ['catalog', 'world', 'transport', 'programme', 'dependence', ...MODEL] },
  sourcing: { value: ['run', 'programme', 'dependence', 'read', 'catalog', 'flow', 'num', 'kinds'] },
  ensemble: { value: ['run', 'effect', 'programme', 'read', 'catalog', 'flow', 'num', 'sourcing'], type: ['words'] },
  cli: { value: ['*'] },
  index: { value: ['*'] },
};
const NODE_ALLOWED = ['cli', 'ensemble'];

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

/** Folder of a file; the one file beside the folders is the library's door. */
function roomOf(file: string): string {
  return file.includes(sep) ? file.split(sep)[0] : file.replace(/\.ts$/, '');
}

function importsOf(file: string): { from: string; isType: boolean }[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found: { from: string; isType: boolean }[] = [];
  for (const [, type, from] of text.matchAll(/(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/g))
    found.push({ from: from, isType: type !== undefined });
  for (const [, from] of text.matchAll(/import\(\s*'([^']+)'\s*\)/g)) found.push({ from: from, isType: false });
  return found;
}

test('the rules name every folder and no folder that is not there', () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(Object.keys(MAY_IMPORT), file).toContain(roomOf(file));
});

test.each(files)('%s imports only what its folder may', (file) => {
  const room = roomOf(file);
  const rule = MAY_IMPORT[room];
  for (const { from, isType } of importsOf(file)) {
    if (from.startsWith('node:')) {
      expect(NODE_ALLOWED, `${file} imports ${from}`).toContain(room);
    } else if (from.startsWith('.')) {
      const target = roomOf(relative(src, join(src, dirname(file), from)));
      if (target === room || rule.value.includes('*')) continue;
      if (from.includes('validation/') && room === 'cli') continue;
      const allowed = isType ? [...rule.value, ...(rule.type ?? [])] : rule.value;
      expect(allowed, `${file} imports ${from}`).toContain(target);
    }
  }
});

test('what only tests use is not among the sources, which are packed', () => {
  expect(files.filter((file) => /(^|[/-])(test|fixture|small)-/.test(file))).toEqual([]);
  for (const file of files) {
    const fixtures = importsOf(file).filter(({ from }) => from.includes('/test/'));
    expect(fixtures, file).toEqual([]);
  }
});

test('the engine uses no clock, no global randomness and no console', () => {
  for (const file of files) {
    if (NODE_ALLOWED.includes(roomOf(file))) continue;
    const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code, file).not.toMatch(/\b(Date\.now|Math\.random|console\.|performance\.|process\.|new Date\(\))/);
  }
});
