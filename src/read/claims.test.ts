import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { claimProblems } from './claims.ts';

test('the announced claims ship with who said them and when; what was read out of words is marked', () => {
  const { claims = [], sources } = shippedScenario('golden-dome');
  expect(
    claims.map(({ id, source, basis, byDate, musd, standing, noLeaker }) => ({
      ...{ id, source, basis, byDate, musd, standing, noLeaker },
    })),
  ).toEqual([
    {
      id: 'may-2025',
      source: 'notus-2025-announced',
      basis: 'stated',
      byDate: '2029-01-20',
      musd: 175_000,
      standing: [{ fraction: 0.95 }],
      noLeaker: 0.95,
    },
    {
      id: 'march-2026',
      source: 'guetlein-2026',
      basis: 'stated',
      byDate: '2036-01-01',
      musd: 185_000,
      standing: [{ fraction: 0.95 }],
      noLeaker: undefined,
    },
  ]);
  for (const { readings, source } of claims) {
    expect(sources[source!].date).toMatch(/^202[56]/);
    // no number was said for these; the price was
    expect(Object.keys(readings!)).toEqual(expect.arrayContaining(['byDate', 'standing']));
    expect(readings).not.toHaveProperty('musd');
  }
  expect(Object.keys(claims[0].readings!)).toContain('noLeaker');
});

test('each fault has the path of its key, as the caller names it', () => {
  const architecture = shippedScenario('golden-dome');
  const claims = [{ id: 'a', name: 'A', byDate: '2070-01-01', musd: 175, standing: [{ element: 'gbj', fraction: 1 }] }];
  const problems = claimProblems(architecture, claims, (claim, key) => `${claim} ${key}`);
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ['date-outside', '0 byDate'],
    ['unknown-element', '0 standing.gbj'],
    ['wrong-unit', '0 musd'],
  ]);
  expect(problems[2].said.args).toMatchObject({ musd: 175, meant: 175_000 });
  expect(
    claimProblems(architecture, [{ ...claims[0], byDate: '2048', musd: 1e6, standing: undefined }], () => ''),
  ).toEqual([]);
});
