import { describe, expect, test } from 'vitest';
import { runCommand, wordsOf } from '../../test/fixtures/run-command.ts';
import type { ConstellationCoverage } from '../flow/coverage.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './coverage.ts';

const quick = ['--step-s', '3600'];

describe('cupola coverage', () => {
  test.each(command.examples)('works as printed: %s', async (example) => {
    const { code, out } = await runCommand(command, [...wordsOf(example), ...quick]);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });

  test('prints no line wider than the terminal', async () => {
    const { out } = await runCommand(command, ['scenarios/golden-dome.yaml', ...quick]);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('keeps north and south apart, and says why a run has fewer interceptors in reach', async () => {
    const { out } = await runCommand(command, ['scenarios/golden-dome.yaml', ...quick]);
    expect(out).toMatch(/opir-polar +north .*\n +south /);
    expect(out).toMatch(/% of the north, .*% of the south/s);
    expect(out).toMatch(/`cupola run` counts over/);
  });

  test('as JSON: a record a layer, the stable keys in it, nothing where there is no smallest cap', async () => {
    const { out } = await runCommand(command, ['scenarios/golden-dome.yaml', '--json', ...quick]);
    const layers = JSON.parse(out) as ConstellationCoverage[];
    expect(layers.map(({ id }) => id)).toEqual(expect.arrayContaining(['starlink', 'opir-geo', 'sbi']));
    for (const layer of layers) {
      expect(layer.min).toBeLessThanOrEqual(layer.mean);
      expect(layer.zeroFraction).toBeLessThanOrEqual(1);
      expect(layer.meanInViewByLatitude.length).toBeGreaterThan(10);
      if (layer.shells.length === 0) expect(layer.minimumCapDeg).toBeNull();
      else expect(layer.minimumCapDeg).toBeGreaterThan(0);
    }
  });

  test('a layer without satellites, and every wrong number at once', async () => {
    const thaad = runCommand(command, ['scenarios/golden-dome.yaml', '--layer', 'thaad']);
    await expect(thaad).rejects.toThrow(/"thaad" has no satellites/);
    const words = ['scenarios/golden-dome.yaml', '--fold', '0', '--step-s', 'x', '--hours', '-1'];
    const error = await runCommand(command, words).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map(({ path }) => path)).toEqual(['--fold', '--step-s', '--hours']);
  });
});
