import { describe, expect, test } from 'vitest';
import { runCommand, wordsOf } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { command } from './salvo.ts';

const raid = ['--warheads', '20', '--kill-probability', '0.7', '--track-probability', '0.99', '--zero-leak', '0.8'];

describe('cupola salvo', () => {
  test.each(command.examples)('works as printed: %s', async (example) => {
    const { code, out } = await runCommand(command, wordsOf(example));
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });

  test('the published raid in a sentence, both doctrines', async () => {
    const barrage = await runCommand(command, [...raid, '--doctrine', 'barrage']);
    expect(barrage.out.split('\n')[0]).toBe(
      'To stop 20 warheads with a probability of 80 % takes 113 interceptors in a barrage.',
    );
    const look = await runCommand(command, [...raid, '--doctrine', 'shoot-look-shoot']);
    expect(look.out).toContain('takes 47 interceptors with a look after 2 shots at each.');
  });

  test('--json is one document with every promised key', async () => {
    const result = JSON.parse((await runCommand(command, [...raid, '--json'])).out);
    for (const key of [
      'interceptors',
      'interceptorsExact',
      'shotsPerTarget',
      'firstShots',
      'warheadKillProbability',
      'minimumTrackProbability',
    ]) {
      expect(typeof result[key], key).toBe('number');
    }
    expect(result.interceptors).toBe(113);
  });

  test('a track too poor for any number is an answer with the minimum, not an error', async () => {
    const { code, out } = await runCommand(command, [...raid, '--track-probability', '0.98']);
    expect(code).toBe(0);
    expect(out).toContain('must exceed 0.988905');
    const json = JSON.parse((await runCommand(command, [...raid, '--track-probability', '0.98', '--json'])).out);
    expect(json.interceptors).toBeNull();
    expect(json.minimumTrackProbability).toBeCloseTo(0.9889, 4);
    expect(json.reason).toBe('track-probability-too-low');
  });

  test('every problem at once: missing, out of range, not a number, unknown doctrine', async () => {
    const words = ['--warheads', 'many', '--zero-leak', '1', '--doctrine', 'barage', '--decoys', '-1'];
    const error = await runCommand(command, words).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    const { problems } = error as InputError;
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['--warheads', 'out-of-range'],
      ['--kill-probability', 'missing'],
      ['--zero-leak', 'out-of-range'],
      ['--doctrine', 'out-of-range'],
      ['--decoys', 'out-of-range'],
    ]);
    expect(tell(problems[0].said)).toContain('found "many"');
    expect(tell(problems[3].said)).toBe('one of barrage, shoot-look-shoot is wanted; found "barage"');
  });
});
