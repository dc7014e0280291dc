import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import type { Programme } from '../flow/programme.ts';
import { programmeOf } from '../programme/programme.ts';
import { tell } from '../words/words.ts';
import { programmeBreaks } from './programme-laws.ts';

const drawn = shippedScenario('limited-raid');
const programme = programmeOf(drawn, { draw: 0 });

function broken(id: keyof typeof programmeBreaks, changed: Partial<Programme>): string[] {
  return programmeBreaks[id]({ drawn, draw: 0, programme: { ...programme, ...changed } }).map(tell);
}

/** The numbers of a year, with more in the first of those that are not 0. */
function more(byYear: readonly number[], by: number): number[] {
  const first = byYear.findIndex((value) => value !== 0);
  return byYear.map((value, year) => (year === first ? value + by : value));
}

test('a programme as it is breaks nothing', () => {
  for (const id of Object.keys(programmeBreaks)) expect(broken(id as keyof typeof programmeBreaks, {})).toEqual([]);
});

test('money that appears from nowhere is told with its year', () => {
  const outlayYearMusd = more(programme.outlayYearMusd, 5);
  expect(broken('programme-adds-up', { outlayYearMusd })).toEqual([
    expect.stringMatching(/^elements in year \d+ add up to .+ of /),
    expect.stringMatching(/^partners in year \d+ add up to .+ of /),
  ]);
  const obligationYearMusd = more(programme.obligationYearMusd, 5);
  expect(broken('programme-adds-up', { obligationYearMusd })).toEqual([
    expect.stringMatching(/^orders of the elements in year \d+ add up to .+ of /),
  ]);
});

test('what is paid before it is ordered is told', () => {
  const outlayYearMusd = more(programme.outlayYearMusd, 1e6);
  expect(broken('paid-after-ordered', { outlayYearMusd })[0]).toMatch(/^year \d+: .+ paid of .+ ordered$/);
});

test('units that nobody built, and that raids do not find, are told', () => {
  const elements = programme.elements.map((element) => ({
    ...element,
    inServiceCounts: element.inServiceCounts && Array.from(element.inServiceCounts, (count) => count + 1),
  }));
  const [first] = elements.filter(({ inServiceCounts }) => inServiceCounts);
  expect(broken('stands-as-bought', { elements }).join()).toMatch(/ in year 0: .+ stand, .+ were there or built/);
  expect(broken('flown-as-built', { elements })[0]).toMatch(
    new RegExp(`^${first.id} in month 0: .+ fly, .+ are built$`),
  );
});
