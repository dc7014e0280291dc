import { expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import type { NetworkLoad } from '../flow/network-load.ts';
import type { InputError } from '../flow/problems.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { speak } from '../words/words.ts';
import { command } from './load.ts';

const SHIELD = 'examples/my-shield.yaml';

test('classes of the catalog, on the screen and as JSON', async () => {
  const { out } = await runCommand(command, [SHIELD, '--at', '0']);
  for (const word of ['orders', 'infrared-track', 'reports', 'quickest way']) expect(out).toContain(word);
  const json = JSON.parse((await runCommand(command, [SHIELD, '--at', '0', '--json'])).out) as NetworkLoad;
  expect(json.timesS).toEqual([0]);
  expect(json.classes.map(({ priority }) => priority)).toEqual([1, 2, 3, 4]);
  for (const { quickestFraction, evenFraction, mostFraction } of json.classes) {
    expect(quickestFraction).toBeLessThanOrEqual(mostFraction + 1e-9);
    expect(evenFraction).toBeLessThanOrEqual(mostFraction + 1e-9);
  }
});

test('words that are no seconds, and a scenario without a centre, are told', async () => {
  const codesOf = (words: string[]) =>
    runCommand(command, words).then(
      () => [],
      (error: InputError) => error.problems.map(({ code, path }) => `${code} ${path}`),
    );
  expect(await codesOf([SHIELD, '--at', '0,x,'])).toEqual(['bad-option --at', 'bad-option --at']);
  expect(await codesOf(['scenarios/networks.yaml'])).toEqual(['no-command command']);
});

test('in French', async () => {
  speak(french);
  try {
    const { out } = await runCommand(command, [SHIELD, '--at', '0']);
    expect(out).toContain('Les plus chargés');
    expect(out).not.toMatch(/quickest|others/);
  } finally {
    speak(english);
  }
});
