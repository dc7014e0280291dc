// Mutation testing: changes one thing of a source at a time, and sees whether a test of its room fails. docs/quality.md has the scores.
//
//   npm run mutate -- ROOM|FILE ...         every mutant of a room of src/, or of some files; what did not change since is not tried again
//   npm run mutate -- --changed [COMMIT]    mutants of the lines changed since a commit (origin/main), in the rooms that have a floor
//
// Ends with 1 where the score of what changed is below the floor.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Rooms whose changes have a floor: what decides who fires at what, who makes what, and what it costs. */
const ROOMS_WITH_FLOOR = ['decide', 'engage', 'sourcing', 'programme'];
/** Of 100 mutants of the lines changed, as many must be found. */
const FLOOR_PERCENT = 50;
/** No further room is begun after this. */
const BUDGET_S = 240;

const words = process.argv.slice(2);
const isChanged = words[0] === '--changed';
const asked = isChanged ? changedSince(words[1] ?? 'origin/main') : words.map(patternsOf);
if (asked.length === 0) {
  console.log(isChanged ? 'no line with a floor changed' : 'npm run mutate -- ROOM|FILE ... | --changed [COMMIT]');
  process.exit(isChanged ? 0 : 2);
}

const startMs = Date.now();
const results = [];
const left = [];
for (const { room, patterns } of asked) {
  if (isChanged && Date.now() - startMs > 1000 * BUDGET_S) left.push(...patterns);
  else results.push(...(await mutate(room, patterns)));
}
printScores(results);
if (left.length > 0) console.log(`not tried, as the time was over: ${left.join(' ')}`);
const percent = scoreOf(results);
if (isChanged && percent < FLOOR_PERCENT) {
  console.error(`${percent.toFixed(0)} of 100 mutants of what changed are found by tests; at least ${FLOOR_PERCENT}`);
  process.exit(1);
}

/** A room, or a file of one, as what Stryker is to change. */
function patternsOf(word) {
  if (existsSync(`src/${word}`)) return { room: word, patterns: [`src/${word}/**/*.ts`, '!**/*.test.ts'] };
  const [src, room] = word.split('/');
  if (src !== 'src' || !existsSync(word)) throw new Error(`${word}: no room of src/, and no file of one`);
  return { room, patterns: [word] };
}

/** The lines changed, a room each. */
function changedSince(commit) {
  const since = git('merge-base', commit, 'HEAD').trim();
  return ROOMS_WITH_FLOOR.map((room) => {
    const diff = git('diff', '--unified=0', '--diff-filter=AM', since, '--', `src/${room}`, ':!*.test.ts');
    const patterns = [];
    let file;
    for (const line of diff.split('\n')) {
      file = /^\+\+\+ b\/(.*)$/.exec(line)?.[1] ?? file;
      const [, start, count = '1'] = /^@@ \S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (start && count !== '0') patterns.push(`${file}:${start}-${Number(start) + Number(count) - 1}`);
    }
    return { room, patterns };
  }).filter(({ patterns }) => patterns.length > 0);
}

function git(...words) {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 1e8 });
}

async function mutate(room, patterns) {
  mkdirSync('out/mutation', { recursive: true });
  process.env.CUPOLA_MUTATE = room;
  const stryker = new Stryker({
    mutate: patterns,
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts', related: true },
    coverageAnalysis: 'perTest',
    // sentences are held by the tests of words; a mutant of one says nothing of the models
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['/dist', '/out', '/docs', '/studio', '/studies', '/bench', '/examples'],
    reporters: ['clear-text', 'html', 'progress-append-only'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `out/mutation/${room}.html` },
    incremental: true,
    incrementalFile: `out/mutation/${room}.json`,
    concurrency: 1,
    timeoutMS: 20_000,
    tempDirName: 'out/mutation/.work',
    logLevel: 'warn',
    allowEmpty: true,
  });
  return (await stryker.runMutationTest()).map((each) => ({ ...each, room }));
}

/** Of 100 mutants that could be tried, those found: a test failed, or did not end. */
function scoreOf(mutants) {
  const tried = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const found = tried.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  return tried.length > 0 ? (100 * found.length) / tried.length : 100;
}

function printScores(mutants) {
  const byFile = new Map();
  for (const each of mutants) byFile.set(each.fileName, [...(byFile.get(each.fileName) ?? []), each]);
  for (const [file, all] of [...byFile].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`${relative('.', file)}  ${all.length} mutants, ${scoreOf(all).toFixed(0)} %`);
  console.log(`all  ${mutants.length} mutants, ${scoreOf(mutants).toFixed(0)} %`);
}
