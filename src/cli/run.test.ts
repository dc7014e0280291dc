import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { loadScenario } from '../read/load-scenario.ts';
import { run } from '../run/run.ts';
import { withdrawn } from '../sourcing/withdrawn.ts';
import { tell } from '../words/words.ts';
import { loadInstalledCatalog } from './load-catalog.ts';
import { command } from './run.ts';

vi.setConfig({ testTimeout: 240_000 }); // whole runs of the largest scenario

const DOME = 'scenarios/golden-dome.yaml';
const resultOf = async (words: string[]): Promise<Result> =>
  JSON.parse((await runCommand(command, [...words, '--threads', '1', '--json'])).out);
const problemsOf = async (words: string[]) => {
  const error = await runCommand(command, words).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(({ path, said }) => `${path}: ${tell(said)}`);
};

test('a run without a partner says so, and its own command line gives the same document', async () => {
  const words = ['--without', 'spacex:denied@5y', '--set', 'failures.satelliteOutProbability=0.1'];
  const result = await resultOf([DOME, ...words, '--seed', '9', '--trials', '6']);
  const said = 'SpaceX: service denied, seen 5 years after; failures.satelliteOutProbability = 0.1';
  expect(result.name).toBe(`Golden Dome, as announced and reported to November 2026 (${said})`);
  expect(result.description).toContain(said);
  expect(result.run).toMatchObject({
    scenario: DOME,
    events: [{ partner: 'spacex', name: 'SpaceX', what: 'denied', afterYr: 5 }],
    overrides: [{ path: 'failures.satelliteOutProbability', value: '0.1' }],
    seed: 9,
    trials: 6,
  });
  expect(result.run!.command).toBe(
    `cupola run ${DOME} --without spacex:denied@5y --set failures.satelliteOutProbability=0.1 --seed 9 --trials 6`,
  );
  expect(await resultOf(result.run!.command.split(' ').slice(2))).toEqual(result);
});

test('raids are flown by what is left, dates are of who is left, cost is of the whole', async () => {
  const result = await resultOf([DOME, '--without', 'spacex:denied@5y', '--trials', '6']);
  const whole = await resultOf([DOME, '--trials', '6']);
  const catalog = await loadInstalledCatalog();
  const architecture = loadScenario(readFileSync(DOME, 'utf8'), catalog);
  architecture.analysis.trials = 6;
  const { architecture: left } = withdrawn(architecture, catalog, [{ partner: 'spacex', what: 'denied', afterYr: 5 }]);
  expect(result.effect).toEqual(JSON.parse(JSON.stringify(run(left).result.effect)));
  expect(result.effect).not.toEqual(whole.effect);
  const last = ({ fielding }: Result) =>
    fielding!.elements.find(({ id }) => id === 'sbi')!.capabilityFraction.p50.at(-1)!;
  expect(last(result)).toBeLessThan(last(whole));
  expect(result.cost).toEqual(whole.cost);
  expect(result.dependence).toEqual(whole.dependence);
});

test('what cannot be left out or set is told, all of it at once', async () => {
  expect(await problemsOf([DOME, '--without', 'spcex', '--without', 'amazon:gone', '--set', 'x'])).toEqual([
    '--set: expected PATH=VALUE such as interceptors.sbi.shells[0].planes=20, found "x"',
    expect.stringContaining('--without: expected PARTNER[:stops|denied][@YEARSy]'),
  ]);
  expect(await problemsOf([DOME, '--without', 'spcex', '--without', 'amazon@2y', '--without', 'amazon'])).toEqual([
    '--without: nothing in the scenario rests on "spcex", did you mean "spacex"?',
    '--without: "amazon" leaves twice',
  ]);
  for (const years of ['5', '61y', '-1y', 'y'])
    expect(await problemsOf([DOME, '--without', `amazon@${years}`])).toHaveLength(1);
  expect(await problemsOf([DOME, '--set', 'intercepters.sbi.shells[0].planes=2', '--set', 'networks=['])).toHaveLength(
    2,
  );
  expect(await problemsOf([DOME, '--set', 'interceptors.sbi.shells[0].planes=-2'])).toEqual([
    'interceptors[0].shells[0].planes: must be at least 1, found -2; with --set interceptors.sbi.shells[0].planes=-2',
  ]);
});

test('with draws who leaves does so on a date: an event of the programme, and not of the force as if complete', async () => {
  const file = 'examples/layer-with-events.yaml';
  const draws = ['--draws', '16', '--raids', '10', '--trials', '3'];
  const before = await resultOf([file, ...draws]);
  const gone = await resultOf([file, ...draws, '--without', 'spacex:denied@2031']);
  expect(gone.run).toMatchObject({ events: [{ partner: 'spacex', what: 'denied', date: '2031' }] });
  expect(gone.run!.command).toBe(
    `cupola run ${file} --without spacex:denied@2031 --seed 1 --trials 3 --draws 16 --raids 10`,
  );
  expect(gone.name).toContain('service denied from 2031 on');
  expect(gone.effect).toEqual(before.effect);
  gone.byDate!.forEach(({ date, ...answer }, i) => {
    const { date: _, ...other } = before.byDate![i];
    if (date < '2031') expect(answer).toEqual(other);
  });
  const up = ({ byDate }: Result) => byDate!.find(({ date }) => date === '2033-01-01')!.stock.sbi.p50;
  expect(up(gone)).toBeLessThan(0.8 * up(before));
  expect(gone.notes).toContainEqual({ code: 'note.events', args: { count: 5 } });
});

test('who leaves on a date can be gone from the force as if complete as well, some years after', async () => {
  const file = 'examples/layer-with-events.yaml';
  const draws = ['--draws', '16', '--raids', '4', '--trials', '20'];
  const on = await resultOf([file, ...draws, '--without', 'spacex:denied@2031']);
  const both = await resultOf([file, ...draws, '--without', 'spacex:denied@2031+5y']);
  const later = await resultOf([file, '--trials', '20', '--without', 'spacex:denied@5y']);
  expect(both.byDate).toEqual(on.byDate);
  expect(both.effect).toEqual(later.effect);
  expect(both.effect).not.toEqual(on.effect);
  expect(both.name).toContain('service denied from 2031 on, the complete force seen 5 years after');
  expect(both.run!.command).toBe(
    `cupola run ${file} --without spacex:denied@2031+5y --seed 1 --trials 20 --draws 16 --raids 4`,
  );
  const refused = await problemsOf([file, '--without', 'spacex:denied@2031+500y']);
  expect(refused).toEqual([expect.stringContaining('PARTNER[:stops|denied][@DATE[+YEARSy]]')]);
});

test('the screen says beside the force as if complete that it leaves the events out', async () => {
  const words = ['examples/layer-with-events.yaml', '--draws', '16', '--raids', '4', '--brief'];
  const { out } = await runCommand(command, words);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'the 4 events of the scenario act in the answer by date and in the campaign',
  );
});

test('with draws a time since the loss means nothing, without them a date; a date lies within the horizon', async () => {
  const file = 'examples/layer-with-events.yaml';
  const words = (without: string, ...more: string[]) => [file, '--without', without, ...more];
  const draws = ['--draws', '16'];
  expect(await problemsOf(words('ula@5y', ...draws))).toEqual([
    expect.stringContaining('such as spacex:denied@2033-04'),
  ]);
  expect(await problemsOf(words('ula@2038', '--draws', '0'))).toEqual([
    expect.stringContaining('such as spacex:denied@5y'),
  ]);
  expect(await problemsOf(words('ula@2038', '--without', 'spacex@5y'))).toEqual([
    expect.stringContaining('such as spacex:denied@2033-04'),
  ]);
  expect(await problemsOf(words('ula@2068', ...draws))).toEqual([expect.stringContaining('outside the horizon')]);
  expect(await problemsOf(words('ulla', ...draws))).toEqual([expect.stringContaining('did you mean "ula"')]);
});

test('a budget in billions, and more draws and raids than memory holds, are refused before anything is flown', async () => {
  expect(await problemsOf([DOME, '--budget-musd', '175,175000', '--trials', '2'])).toEqual([
    expect.stringMatching(/^--budget-musd: .* did you mean 175000\? Found 175$/),
  ]);
  const many = await problemsOf([DOME, '--draws', '4096', '--raids', '100000', '--trials', '1']);
  expect(many.map((each) => each.split(':')[0])).toEqual(['--draws', '--raids']);
  expect(many[0]).toContain('take fewer');
});

test('a scenario that is complete as published has no answer by date, and every answer says what it is of', async () => {
  const cbo = 'scenarios/cbo-2026.yaml';
  const { programme, headline, notes } = await resultOf([cbo, '--trials', '3']);
  expect([programme, headline]).toEqual(['complete', undefined]);
  expect(notes.map(({ code }) => code)).toContain('note.published');
  const { out } = await runCommand(command, [cbo, '--trials', '3', '--threads', '1']);
  expect(out).toContain('Complete as published, not as it can be built.');
  expect(await problemsOf([cbo, '--draws', '16'])).toEqual([expect.stringContaining('programme: complete')]);
  const changed = await resultOf([DOME, '--set', 'programme=complete', '--trials', '2']).catch((error) => error);
  expect((changed as InputError).problems.map(({ code }) => code)).toEqual(['rule']);
});
