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
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /If SpaceX, which takes \d+ % of the money \(\d+ % of that by an assumed split, .*: \d+ % to \d+ % over its range\), stops supplying/,
    );
    expect(out).toContain('Who takes over from SpaceX');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(112);
  });

  test('the same raids give the same document; what has not happened yet changes nothing', async () => {
    const [first, second] = [
      await runCommand(command, [...words, '--json']),
      await runCommand(command, [...words, '--json']),
    ];
    expect(first.out).toBe(second.out);
    const { complete } = JSON.parse(first.out);
    const stops = complete.results.find((each: { mode: string }) => each.mode === 'supply-stops');
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
    const { byDate, departures, headline, withdrawals, complete } = JSON.parse(out);
    expect(complete).toBeUndefined();
    expect(headline.sentence).toContain('nothing through');
    const dates = byDate.map(({ date }: { date: string }) => date);
    expect(departures.base).toEqual(
      byDate.map(({ date, noLeaker }: { date: string; noLeaker: unknown }) => ({ date, noLeaker })),
    );
    expect(withdrawals.map(({ mode }: { mode: string }) => mode).sort()).toEqual(['denied', 'stops']);
    for (const { partner, date, byDate: at } of withdrawals) {
      expect([partner, date]).toEqual(['spacex', '2038-01-01']);
      expect(at.map((each: { date: string }) => each.date)).toEqual(dates);
      for (const [i, each] of at.entries())
        if (each.date < date) expect(each).toMatchObject({ meanDifference: 0, noLeaker: byDate[i].noLeaker });
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
