import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import type { ClaimAnswer } from '../flow/claim.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { speak, tell } from '../words/words.ts';
import { command } from './claim.ts';
import { command as runScenario } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const FEW = ['--draws', '16', '--raids', '10'];
const HEAD = `name: One missile, one vehicle
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
launch: { use: [falcon-9] }
analysis: { horizonYr: 4 }
`;
const CLAIMS = `claims:
  - id: soon
    name: All of it soon
    musd: 100000
    byDate: 2031-01
    standing: { sbi: 0.95 }
    noLeaker: 0.5
    source: cupola
    basis: assumption
    readings: { noLeaker: mostly }
  - { name: Cheap, musd: 20000, source: cupola, basis: assumption }
`;
let folder = '';
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-claim-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Printed extends ClaimAnswer {
  claims?: ClaimAnswer[];
  draws: { drawsCount: number; raidsCount: number };
  run: { command: string; seed: number; draws: number; raids: number };
}
const claimed = async (words: string[]): Promise<Printed> =>
  JSON.parse((await runCommand(command, [...words, '--json'])).out);
const problemsOf = async (words: string[]) => {
  const error = await runCommand(command, words).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(
    ({ line, column, path, said }) => `${line === undefined ? '' : `${line}:${column} `}${path}: ${tell(said)}`,
  );
};

test('the claims of a scenario: the same on one and two threads, by run, and by the command that it prints', async () => {
  const file = write('soon.yaml', HEAD + CLAIMS);
  const one = await claimed([file, ...FEW, '--threads', '1']);
  const [soon, cheap] = one.claims!;
  expect(soon.parts).toMatchObject([
    { what: 'musd', limit: 100000, byDate: '2031-01-01', chance: 1, isReading: false },
    { what: 'standing', element: 'sbi', limit: 0.95 },
    { what: 'noLeaker', limit: 0.5, isReading: true },
  ]);
  expect(soon.allTogether).toBeLessThanOrEqual(Math.min(...soon.parts.map(({ chance }) => chance)));
  expect(cheap).toMatchObject({ id: 'claim-2', allTogether: 0, firstToFail: { what: 'musd', limit: 20000 } });
  expect(cheap.wouldHaveToBe.limits[0].halfLimit).toBeGreaterThan(20000);
  expect(one.run).toMatchObject({ seed: 1, draws: 16, raids: 10 });
  expect(one.run.command).toBe('cupola claim soon.yaml --seed 1 --draws 16 --raids 10');
  const words = one.run.command.split(' ').slice(3);
  expect(await claimed([file, ...words, '--threads', '2'])).toEqual(one);
  const run: Result = JSON.parse(
    (await runCommand(runScenario, [file, ...FEW, '--trials', '2', '--threads', '1', '--json'])).out,
  );
  expect(run.claims).toEqual(one.claims);
  expect(run.byDate!.map(({ date }) => date)).toContain('2031-01-01');
  const { out } = await runCommand(runScenario, [file, ...FEW, '--trials', '2', '--threads', '1']);
  expect(out).toMatch(/Claims\n/);
  expect(out).toMatch(/sbi standing by 2031-01-01 +at least 95 % +\d+ %/);
  expect(out).toMatch(/at least 50 % \(read\)/);
  expect(out).toMatch(/all together +\d+ %/);
});

test('a claim of the command line, in words and in French', async () => {
  const file = write('plain.yaml', HEAD);
  const words = [file, '--musd', '60000', '--by', '2031', '--standing', '0.5', '--no-leaker', '0.6', ...FEW];
  const { out } = await runCommand(command, words);
  expect(out).toContain('The claim as given');
  expect(out).toMatch(/spent by 2031-01-01 +at most \$60.0 billion +\d+ %/);
  expect(out).toMatch(/every element standing by 2031-01-01 +at least 50 % +\d+ %/);
  expect(out).toMatch(/chance that nothing gets through, 2031-01-01 +at least 60 % +\d+ %/);
  const line = 'plain.yaml --seed 1 --musd 60000 --by 2031 --standing 0.5 --no-leaker 0.6 --draws 16 --raids 10';
  expect(out).toContain(`cupola claim ${line}`);
  speak(french);
  const fr = (await runCommand(command, words)).out;
  speak(english);
  expect(fr).toContain('tout à la fois');
  // the claim given replaces those of the scenario
  const both = await claimed([write('both.yaml', HEAD + CLAIMS), '--musd', '60000', '--by', '2031-07', ...FEW]);
  expect(both.parts).toMatchObject([{ what: 'musd', limit: 60000, byDate: '2031-07-01', isReading: false }]);
  expect(both.claims).toBeUndefined();
});

test('words that mean nothing are told all at once', async () => {
  const file = write('words.yaml', HEAD);
  expect(await problemsOf([file, '--musd', '-1', '--by', 'soon', '--no-leaker', '1', '--standing', 'sbi=2'])).toEqual([
    '--musd: expected millions of dollars above 0 such as 175000, found "-1"',
    '--no-leaker: expected a chance from 0 to below 1 such as 0.95 (no number of raids shows certainty), found "1"',
    '--standing: expected a share such as 0.95, or ELEMENT=SHARE such as sbi=0.95, found "sbi=2"',
    '--by: expected a date such as 2035, 2035-07 or 2035-07-01, found "soon"',
  ]);
  expect(await problemsOf([file])).toEqual([
    expect.stringMatching(/give --musd, .* or write `claims:` into the scenario/),
  ]);
  expect(await problemsOf([file, '--by', '2035'])).toEqual(['--by: goes with --musd, --no-leaker or --standing']);
  expect(await problemsOf([file, '--standing', '0.5'])).toEqual([
    '--standing: expected --by too: complete, all of it stands',
  ]);
  expect(await problemsOf([file, '--musd', '50', '--by', '2060', '--standing', 'sbj=0.5'])).toEqual([
    '--by: expected a date of the programme, from 2028 to 2032; found 2060-01-01',
    '--standing: the programme counts no units of "sbj", did you mean "sbi"?; it counts those of sbi',
    expect.stringMatching(
      /^--musd: is in millions of dollars, and the programme costs .*: did you mean 50000\? Found 50$/,
    ),
  ]);
  expect(await problemsOf(['scenarios/one-missile.yaml', '--no-leaker', '0.5'])).toEqual([
    expect.stringContaining('needs a scenario with a raid, satellites and launch vehicles'),
  ]);
});

test('what is wrong with the claims of a scenario is told at its line', async () => {
  const bad = `claims:
  - { name: A, source: cupolla, basis: assumption, musd: 175 , byDate: 2020 }
`;
  const fault = (text: string) => problemsOf([write('bad.yaml', HEAD + text)]);
  expect(await fault(bad)).toEqual([expect.stringMatching(/^12:.* claims\[0\]\.byDate: expected/)]);
  expect(await fault('claims:\n  - { name: A, source: cupolla, basis: assumption, musd: 60000 }\n')).toEqual([
    '12:24 claims[0].source: "cupolla" is not in sources.yaml, did you mean "cupola"?',
  ]);
  expect(
    await fault(
      "claims:\n  - { name: A, source: cupola, basis: assumption, musd: 60, byDate: '2060', standing: { gbi: 1 } }\n",
    ),
  ).toEqual([
    expect.stringMatching(/^12:\d+ claims\[0\]\.byDate: expected a date of the programme, from 2028 to 2032/),
    expect.stringMatching(/^12:\d+ claims\[0\]\.standing\.gbi: the programme counts no units of "gbi"/),
    expect.stringMatching(/^12:\d+ claims\[0\]\.musd: is in millions of dollars.*did you mean 60000\?/),
  ]);
  expect(
    await fault(
      'claims:\n  - { name: A, source: cupola, basis: guess, noLeaker: 2, leaker: 1 }\n  - { name: B, source: cupola, basis: stated, standing: 0.5 }\n  - { name: C, source: cupola, basis: stated }\n',
    ),
  ).toEqual([
    expect.stringMatching(/^12:\d+ claims\[0\]\.basis: expected one of/),
    expect.stringMatching(/^12:\d+ claims\[0\]\.noLeaker: must be less than 1/),
    expect.stringMatching(/^12:\d+ claims\[0\]\.leaker: unknown key, did you mean "noLeaker"/),
    expect.stringMatching(/^13:\d+ claims\[1\]\.standing: needs byDate/),
    expect.stringMatching(/^14:\d+ claims\[2\]: is no claim yet/),
  ]);
  const free = HEAD.replace(
    'salvo: 2 }',
    'salvo: 2, firstUnitMusd: 0, developmentMusd: 0, operationsMusdYr: 0, launchUsdKg: 0 }',
  );
  const cost = await problemsOf([
    write('free.yaml', `${free}claims:\n  - { name: A, source: cupola, basis: stated, musd: 1 }\n`),
  ]);
  expect(cost).toEqual([expect.stringMatching(/^12:\d+ claims\[0\]\.musd: has no price: sbi/)]);
});

test('a claim is held against the draws without a partner, and its command repeats it', async () => {
  const file = write('leaves.yaml', HEAD.replace('salvo: 2 }', 'salvo: 2, partner: spacex }'));
  const asked = ['--no-leaker', '0.5', '--by', '2031', ...FEW];
  const { run, ...answer } = await claimed([file, '--without', 'spacex:stops@2029', ...asked]);
  expect(run.command).toContain(' --without spacex:stops@2029 ');
  const again = run.command.split(' ').slice(3);
  expect(await claimed([file, ...again])).toEqual({ ...answer, run });
  expect(answer.allTogether).toBeLessThan((await claimed([file, ...asked])).allTogether);
  expect(await problemsOf([file, '--without', 'spacx', ...asked])).toEqual([
    expect.stringContaining('did you mean "spacex"'),
  ]);
});
