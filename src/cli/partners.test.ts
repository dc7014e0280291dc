import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './partners.ts';

const SCENARIO = 'scenarios/golden-dome-2026-07.yaml';
const words = [SCENARIO, '--partner', 'spacex', '--trials', '2', '--years', '0,5', '--threads', '1'];

describe('cupola partners', () => {
  test('answers with the sentence on SpaceX, who takes over and what each withdrawal leaves', async () => {
    const { code, out } = await runCommand(command, words);
    expect(code).toBe(0);
    expect(out).toMatch(/If SpaceX, which takes \d+ % of the money, stops supplying/);
    expect(out).toContain('Who takes over from SpaceX');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(112);
  });

  test('the same raids give the same document; what has not happened yet changes nothing', async () => {
    const [first, second] = [
      await runCommand(command, [...words, '--json']),
      await runCommand(command, [...words, '--json']),
    ];
    expect(first.out).toBe(second.out);
    const { withdrawals } = JSON.parse(first.out);
    const stops = withdrawals.results.find((each: { mode: string }) => each.mode === 'supply-stops');
    const [now] = stops.effects;
    expect(now.afterYr).toBe(0);
    expect(now.effect.leakersCount).toMatchObject({ difference: 0, low: 0, high: 0 });
    expect(stops.losses.find((loss: { element: string }) => loss.element === 'sbi').remainingFraction[5]).toBeLessThan(
      0.2,
    );
  });

  test('by date: every departure on the same draws and raids as with everybody in; nothing changes before its day', async () => {
    const few = ['scenarios/limited-raid.yaml', '--dependence', '--partner', 'spacex', '--draws', '16', '--raids', '4'];
    const { out } = await runCommand(command, [...few, '--date', '2038', '--json']);
    const { departures } = JSON.parse(out);
    const dates = departures.base.map(({ date }: { date: string }) => date);
    expect(departures.departures.map(({ mode }: { mode: string }) => mode).sort()).toEqual(['denied', 'stops']);
    for (const { partner, date, byDate } of departures.departures) {
      expect([partner, date]).toEqual(['spacex', '2038-01-01']);
      expect(byDate.map((at: { date: string }) => at.date)).toEqual(dates);
      for (const [i, at] of byDate.entries())
        if (at.date < date) expect(at).toMatchObject({ meanDifference: 0, noLeaker: departures.base[i].noLeaker });
    }
    await expect(runCommand(command, [...few, '--date', '2099'])).rejects.toThrow(InputError);
  }, 300_000);

  test('dependence alone runs no raid', async () => {
    const { out } = await runCommand(command, [SCENARIO, '--dependence', '--json']);
    const { dependence, withdrawals } = JSON.parse(out);
    expect(withdrawals).toBeUndefined();
    expect(dependence.problems).toEqual([]);
    expect(dependence.singlePoints.map((each: { root: string }) => each.root)).toContain('spacex');
  });

  test('every wrong option at once, and a partner that nothing rests on', async () => {
    const wrong = await runCommand(command, [SCENARIO, '--trials', 'x', '--years', '0,-1']).catch(
      (error: unknown) => error,
    );
    expect((wrong as InputError).problems.map(({ path }) => path)).toEqual(['--trials', '--years']);
    const unknown = await runCommand(command, [SCENARIO, '--partner', 'acme']).catch((error: unknown) => error);
    expect(unknown).toBeInstanceOf(InputError);
  });
});
