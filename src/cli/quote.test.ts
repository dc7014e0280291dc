import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { Quote } from '../flow/quote.ts';
import type { Result } from '../flow/result.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { speak } from '../words/words.ts';
import { command as partners } from './partners.ts';
import { command } from './quote.ts';
import { questionOf } from './quote-question.ts';
import { command as runScenario } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const FEW = ['--draws', '24', '--raids', '8'];
const SCENARIO = `name: One missile, one vehicle
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - id: sbi
    use: aei-calculator-sbi
    salvo: 1
    partner: spacex
    killProbability: { value: 0.5, low: 0.1, high: 0.95, source: cupola, where: here, basis: assumption }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
launch: { use: [falcon-9] }
analysis: { horizonYr: 4 }
`;
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-quote-'));
  file = join(folder, 's.yaml');
  writeFileSync(file, SCENARIO);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quoted = async (question: string, ...words: string[]): Promise<Quote> =>
  JSON.parse((await runCommand(command, [file, question, ...FEW, ...words, '--json'])).out);
const refused = async (question: string, ...words: string[]): Promise<string> => {
  const error = await runCommand(command, [file, question, ...FEW, ...words]).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
};

test('questions are read in their forms, in any case, with a date where one is given', () => {
  const known = new Map([['spacex', 'SpaceX']]);
  const read = (words: string) => questionOf(words, known);
  const leaves = { kind: 'leaves', partner: 'spacex' };
  expect(read('What if SpaceX leaves?')).toEqual({ ...leaves, mode: 'stops', date: undefined });
  expect(read('what happens if spacex denies on 2031-04')).toEqual({ ...leaves, mode: 'denied', date: '2031-04' });
  expect(read('what gets through in 2035')).toEqual({ kind: 'chance', date: '2035' });
  expect(read('how much does it cost')).toEqual({ kind: 'money', date: undefined });
  expect(read('is $1.2 trillion enough by 2040')).toEqual({ kind: 'enough', musd: 1_200_000, date: '2040' });
  expect(read('is 175,000 million dollars enough')).toMatchObject({ musd: 175_000 });
  expect(read('who gets the money')).toMatchObject({ kind: 'takes' });
  for (const words of ['what if spacx leaves', 'is $175 enough', 'is $0 billion enough', 'why'])
    expect(() => read(words)).toThrow(InputError);
});

test('the chance is that of a run with these draws, and is not quoted where one number turns it around', async () => {
  const quote = await quoted('what gets through in 2031');
  const { out } = await runCommand(runScenario, [file, '--date', '2031', ...FEW, '--trials', '1', '--json']);
  const { headline, byDate } = JSON.parse(out) as Result;
  expect(quote.date).toBe('2031-01-01');
  expect(quote.band).toEqual(byDate!.find(({ date }) => date === headline!.date)!.noLeaker);
  expect(quote.verdict).toMatchObject({ path: headline!.causes[0].path, isTurned: true });
  expect(quote.verdict!.path).toBe('sbi.killProbability');
  const [low, high] = quote.verdict!.ends;
  expect([low.atValue, high.atValue]).toEqual([0.1, 0.95]);
  expect(low.value).toBeLessThan(0.5);
  expect(high.value).toBeGreaterThan(0.5);
  expect(quote.isQuotable).toBe(false);
  expect(quote.sentence).toMatch(/^No one figure can be quoted for 2031: the answer hangs on one number, sbi\.killP/);
  expect(quote.sentence).not.toContain('of cases (');
  expect(quote.sources.map(({ id }) => id)).toEqual(['cupola']);
});

test('a run tells what can be quoted of it, and the command that gives the verdict', async () => {
  const words = [file, '--date', '2031', ...FEW, '--trials', '4', '--set', 'interceptors.sbi.salvo=1'];
  const { headline, run } = JSON.parse((await runCommand(runScenario, [...words, '--json'])).out) as Result;
  const asked = run!.quoteCommand!.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ''));
  expect(asked.slice(0, 4)).toEqual(['cupola', 'quote', 's.yaml', '--set']);
  expect(asked).toContain('what gets through in 2031');
  const quote = JSON.parse((await runCommand(command, [file, ...asked.slice(3), '--json'])).out) as Quote;
  expect(quote.band).toEqual(headline!.noLeaker);
  expect(quote.verdict!.path).toBe(headline!.causes[0].path);
  const brief = (await runCommand(runScenario, [...words, '--brief'])).out;
  const last = brief.slice(brief.indexOf('\nTo quote\n')).replace(/\s+/g, ' ');
  expect(last).toContain(headline!.sentence);
  expect(last).toContain('The answer hangs most on sbi.killProbability (assumption: 0.5, 0.1 to 0.95), which explains');
  expect(last).toContain(`this command tells: ${run!.quoteCommand!}`);
  for (const line of quote.footnote) expect(last).toContain(line.replace(file, 's.yaml'));
  expect(last.trim().endsWith(run!.command.replace('--trials 4', '--trials 1'))).toBe(true);
  const page = join(folder, 'report.html');
  await runCommand(runScenario, [...words, '--html', page]);
  const html = readFileSync(page, 'utf8');
  const section = html.slice(html.indexOf('<h2 id="quote">'), html.indexOf('<h2 id="sources">'));
  expect(section).toContain('sbi.killProbability');
  expect(section).toContain('what gets through in 2031');
  const raids = (await runCommand(runScenario, [file, '--trials', '4', '--brief'])).out.replace(/\s+/g, ' ');
  expect(raids).toContain('no range is in it, and there is no verdict');
  const few = await runCommand(runScenario, ['examples/layer-with-events.yaml', '--draws', '16', '--brief']);
  expect(few.out.replace(/\s+/g, ' ')).toContain('With 16 draws chance alone may give a number');
});

test('with somebody gone a question is of those who are left, and the command says so', async () => {
  const gone = ['--without', 'spacex@2029'];
  const quote = await quoted('what gets through in 2031', ...gone);
  const { out } = await runCommand(runScenario, [file, ...gone, '--date', '2031', ...FEW, '--json']);
  const { headline, run } = JSON.parse(out) as Result;
  expect(quote.band).toEqual(headline!.noLeaker);
  expect(quote.run.command).toBe(run!.quoteCommand);
  expect(quote.run.command).toContain('--without spacex:stops@2029');
  await expect(quoted('what gets through', '--without', 'spacx')).rejects.toThrow('did you mean "spacex"');
});

test('its own command gives the same quote', async () => {
  const quote = await quoted('what does it cost', '--seed', '3');
  const [, , , ...words] = quote.run.command.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ''));
  const again = JSON.parse((await runCommand(command, [file, ...words, '--json'])).out);
  expect(again).toEqual(quote);
  expect(quote.sentence).toMatch(/^By 20\d\d \$[\d.]+ billion is spent/);
});

test('what a departure does is what partners says of it', async () => {
  const quote = await quoted('what if spacex leaves on 2029');
  const words = ['--partner', 'spacex', '--date', '2029', ...FEW, '--json'];
  const { withdrawals } = JSON.parse((await runCommand(partners, [file, ...words])).out);
  const gone = withdrawals.find(({ mode }: { mode: string }) => mode === 'stops');
  expect(quote.band).toEqual(gone.byDate.find(({ date }: { date: string }) => date === quote.date).noLeaker);
  expect(quote.sentence).toContain(quote.isQuotable ? 'pace' : 'No one figure');
});

test('budgets, shares, charts, and French', async () => {
  const enough = await quoted('is $1 trillion enough by 2031');
  expect(enough).toMatchObject({ value: 1, band: null, isQuotable: true, date: '2031-01-01' });
  expect(enough.sentence).toContain('is enough until 2031 in 100 % of the draws');
  const svg = join(folder, 'chart.svg');
  const png = join(folder, 'chart.png');
  const screen = await runCommand(command, [file, 'who takes the money', ...FEW, '--svg', svg, '--png', png]);
  expect(screen.out).toMatch(/Space[xX] takes \d+ % of what is spent by 20\d\d/);
  expect(screen.out.replace(/\s+/g, ' ')).toContain('only more draws can tell'); // few draws give no verdict
  expect(readFileSync(svg, 'utf8')).toMatch(/Space[xX] takes/);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  speak(french);
  try {
    expect((await runCommand(command, [file, 'who takes the money', ...FEW])).out).toMatch(/Space[xX] reçoit .*%/);
  } finally {
    speak(english);
  }
});

test('what cannot be answered is refused with the reason', async () => {
  expect(await refused('why is the sky blue')).toContain('known: "what if PARTNER leaves [on DATE]"');
  expect(await refused('what if spacx leaves')).toContain('did you mean "spacex"');
  expect(await refused('what gets through in 2060')).toContain('2028 to 2032');
  expect(await refused('is $5 million enough')).toContain('did you mean');
  expect(await refused('what gets through', '--set', 'interceptors.sbi.salvo=0')).toContain('salvo');
  const free = ['--set', 'interceptors.sbi.firstUnitMusd=0', '--set', 'interceptors.sbi.developmentMusd=0'];
  const more = ['--set', 'interceptors.sbi.operationsMusdYr=0', '--set', 'interceptors.sbi.launchUsdKg=0'];
  expect(await refused('what does it cost', ...free, ...more)).toContain('Nothing here has a price');
});
