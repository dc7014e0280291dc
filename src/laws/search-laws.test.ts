import { beforeAll, describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { loadInstalledCatalog } from '../cli/load-catalog.ts';
import { loadHighs } from '../cli/load-highs.ts';
import type { PlanMix } from '../flow/partner-plan.ts';
import { tell } from '../words/words.ts';
import { certify } from './certify.ts';
import type { Searched } from './law.ts';
import { searchBreaks, searchedOf, searchLaws } from './search-laws.ts';

const architecture = shippedScenario('limited-raid');
let searched: Searched;
beforeAll(async () => {
  searched = searchedOf(architecture, { highs: await loadHighs(), catalog: await loadInstalledCatalog() })!;
}, 120_000);

function broken(id: keyof typeof searchBreaks, changed: Partial<Searched>): string[] {
  return searchBreaks[id]({ ...searched, ...changed }).map(tell);
}

/** The mix with one of its lists of numbers made larger by a factor. */
function times(key: 'built' | 'launched' | 'makerMusd', factor: number): { mix: PlanMix } {
  const scaled = (list: unknown): unknown => (Array.isArray(list) ? list.map(scaled) : (list as number) * factor);
  return { mix: { ...searched.mix, [key]: scaled(searched.mix[key]) } };
}

test('the searches of a shipped scenario break nothing, and leave out and keep something', () => {
  for (const id of Object.keys(searchBreaks)) expect(broken(id as keyof typeof searchBreaks, {})).toEqual([]);
  expect(searched.without.length).toBeGreaterThan(0);
  expect(searched.kept.length).toBeGreaterThan(1);
  expect(searched.without.some(({ missingYr }) => missingYr > searched.missingYr + 0.1)).toBe(true);
  expect(searched.without.some(({ costMusd }) => costMusd !== undefined)).toBe(true);
});

test('money that nobody is paid is told', () => {
  expect(broken('mix-adds-up', times('makerMusd', 1.1))).toEqual([
    expect.stringMatching(/^makers and vehicles add up to .+ of .+$/),
  ]);
});

test('what is built and not lifted, or beyond what somebody can, is told with its year', () => {
  const more = broken('mix-is-lifted', times('built', 3)).join('\n');
  expect(more).toMatch(/ in 20\d\d: .+ built, .+ lifted/);
  expect(more).toMatch(/ in 20\d\d: \S+ builds .+ of at most /);
  expect(broken('mix-is-lifted', times('launched', 30)).join('\n')).toMatch(/ in 20\d\d: .+ launches of /);
});

test('a choice that is cheaper for being smaller is told', () => {
  const { missingYr, relaxedMusd } = searched;
  const costMusd = 0.9 * relaxedMusd;
  expect(broken('less-choice', { without: [{ partner: 'a', missingYr, costMusd }] })).toEqual([
    expect.stringMatching(/^without a .+, with everybody /),
  ]);
  expect(broken('less-choice', { without: [{ partner: 'a', missingYr: missingYr - 1 }] })).toEqual([
    expect.stringMatching(/^without a .+ fleet-years missing, with everybody /),
  ]);
  expect(broken('less-choice', { mix: { ...searched.mix, costMusd } })).toEqual([
    expect.stringMatching(/^whole partners for .+, parts of them for /),
  ]);
  const kept = [
    { lossFraction: 0, costMusd: 2000 },
    { lossFraction: 0.25, costMusd: 1000 },
  ];
  expect(broken('more-kept', { kept })).toEqual([expect.stringMatching(/^to keep 25.0 % costs .+, to keep 0.0 % /)]);
});

describe('where there is nothing to search', () => {
  const whyNot = async (name: string) => {
    const { laws } = await certify(shippedScenario(name), { version: 'test', laws: searchLaws });
    return laws.map(({ why }) => tell(why!));
  };

  test('a scenario without a book, and an engine without a solver, are silent and say why', async () => {
    expect(new Set(await whyNot('one-missile'))).toEqual(new Set(['no book of partners']));
    expect(new Set(await whyNot('limited-raid'))).toEqual(
      new Set(['nobody to choose, or nothing here to search with']),
    );
  });
});
