import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { command as comparing } from '../../src/cli/compare.ts';
import { command as exporting } from '../../src/cli/export.ts';
import { command as partners } from '../../src/cli/partners.ts';
import { command as run } from '../../src/cli/run.ts';
import type { Departing, DeparturesByDate } from '../../src/flow/departures.ts';
import type { DependenceResult } from '../../src/flow/dependence.ts';
import type { JointAnswer, JointHeadline } from '../../src/flow/joint.ts';
import type { Result } from '../../src/flow/result.ts';
import type { Comparison } from '../../src/report/compare/compare-screen.ts';
import { partnersScreen } from '../../src/report/partners-screen.ts';
import { briefScreen } from '../../src/report/run-screen.ts';
import { plainStyle } from '../../src/report/text.ts';
import { percent } from '../../src/words/numbers.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';

interface Asked extends Omit<JointAnswer, 'headline'> {
  dependence: DependenceResult;
  headline: JointHeadline;
  departures: Omit<DeparturesByDate, 'withdrawals' | 'draws'>;
  withdrawals: Departing[];
}

/** One question asked of the screen, of JSON, of the report, of the charts and of `partners`: two that answer it agree. */
let result: Result & { headline: JointHeadline };
let page: string;
let chart: string;
let asked: Asked;
let screens: string[];
let compared: Comparison;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-story-'));
  try {
    const [scenario, html, charts] = ['s.yaml', 'page.html', 'charts'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(scenario, SMALL_LAYER);
    const draws = ['--draws', '16', '--raids', '6'];
    const ran = await runCommand(run, [scenario, ...draws, '--threads', '1', '--json', '--html', html]);
    result = JSON.parse(ran.out);
    page = await readFile(html, 'utf8');
    await runCommand(exporting, ['svg', scenario, '--draws', '16', '--out', charts]);
    // the same with one partner gone, as another result of the same seed
    const other = await runCommand(run, [scenario, ...draws, '--without', 'lockheed@2029', '--json']);
    const [left, right] = [join(folder, 'a.json'), join(folder, 'b.json')];
    await writeFile(left, ran.out);
    await writeFile(right, other.out);
    compared = JSON.parse((await runCommand(comparing, [left, right, '--json'])).out);
    chart = await readFile(join(charts, 'by-date.svg'), 'utf8');
    // as by default: the first raids of a draw alone with somebody gone
    asked = JSON.parse((await runCommand(partners, [scenario, '--draws', '16', '--threads', '8', '--json'])).out);
    const { dependence, headline, departures, withdrawals, draws: made } = asked;
    const joint = { headline, departures: { ...departures, withdrawals, draws: made } };
    screens = [
      briefScreen(result, plainStyle, 100),
      partnersScreen({ name: result.name, dependence, joint }, plainStyle, 100),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);

const flat = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('the sentence is the same on the screen, in JSON, in the report and in front of the partners', () => {
  const { sentence } = result.headline;
  expect(sentence).toMatch(/nothing through in \d+ % of cases/);
  for (const text of [page, ...screens]) expect(flat(text)).toContain(sentence);
  expect(asked.headline.sentence).toBe(sentence);
  expect(result.run!.scenarioEvents).toEqual([{ date: '2031', kind: 'grounding', id: 'vulcan', months: 6 }]);
});

test('the answer by date is the same for `run` and `partners`, to the last digit, whatever the threads', () => {
  const { byDate, asIfComplete, headline } = result;
  expect(asked).toMatchObject({ byDate, asIfComplete, headline });
  expect(asked.departures.base).toEqual(byDate!.map(({ date, noLeaker }) => ({ date, noLeaker })));
});

test('every departure that `partners` shows stands in the report with the same digits', () => {
  const felt = asked.withdrawals.filter(({ byDate }) => byDate.some(({ meanDifference }) => meanDifference <= -0.01));
  expect(felt.length).toBeGreaterThan(0);
  const rows = page.match(/<tr>[\s\S]*?<\/tr>/g)!.map(flat);
  for (const { name, byDate } of felt.slice(0, 5)) {
    const chances = byDate.map(({ noLeaker }) => percent(noLeaker.p50, 0)).join(' ');
    expect(rows.filter((row) => row.includes(name) && row.includes(chances))).not.toEqual([]);
    expect(flat(screens[1])).toContain(chances);
  }
});

test('the answers of the report on cost and dependence are those of the date, the whole is called so', () => {
  const answers = flat(page.slice(page.indexOf('id="answers"'), page.indexOf('id="by-date"')));
  const { date, partners: paid } = result.headline;
  const year = date.slice(0, 4);
  expect(answers).toContain(`is spent by ${year}`);
  expect(answers).toContain('The whole, bought on time');
  const named = paid.find(({ partner }) => asked.dependence.money.shares.some((share) => share.partner === partner))!;
  expect(answers).toContain(`takes ${percent(named.shareFraction.p50, 0)} of what is spent by ${year}`);
  expect(answers).toContain('As if complete');
});

test('the chart by date says the headline', () => {
  const { date, noLeaker } = result.headline;
  expect(chart).toContain(date.slice(0, 4));
  expect(chart).toContain(percent(noLeaker.p50, 0));
});

test('two results of one seed are compared by date, draw by draw', () => {
  const { results, method } = compared;
  const { byDate, run: record } = result;
  const at = results.filter(({ key }) => key.startsWith('noLeaker.'));
  expect(at.map(({ key }) => key)).toEqual(byDate!.map(({ date }) => `noLeaker.${date}`));
  expect(at.every(({ difference }) => difference <= 0)).toBe(true);
  expect(at[0]).toMatchObject({ difference: 0, low: 0, high: 0, isReal: false });
  expect(method).toContain('draw by draw');
  expect(record!.events).toEqual([]);
});
