import type { ClaimAnswer } from '../../flow/claim.ts';
import type { Band } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { type Field, type TidyTable, tidyTable } from './tidy-table.ts';

/** The answer by date of a run and its claims; no rows where it has none. */
export function jointTables({ byDate = [], claims = [] }: Result): TidyTable[] {
  const stocks = byDate.flatMap(({ date, stock }) =>
    Object.entries(stock).map(([element, units]) => ({ date, element, units })),
  );
  return [
    tidyTable('by-date', 'one date that the programme is looked at', byDate, [
      ['date', 'text', 'day of the raids', ({ date }) => date],
      ...band(
        'NoLeakerProbability',
        'chance that nothing gets through',
        ({ noLeaker }: (typeof byDate)[number]) => noLeaker,
      ),
      ...band(
        'ExpectedLeakersCount',
        'warheads that get through',
        ({ expectedLeakers }: (typeof byDate)[number]) => expectedLeakers,
      ),
      ...band('SpentMusd', 'spent by then', ({ spentMusd }: (typeof byDate)[number]) => spentMusd),
    ]),
    tidyTable('stock-by-date', 'one element at one date', stocks, [
      ['date', 'text', 'day of the raids', ({ date }) => date],
      ['element', 'text', 'element of the scenario', ({ element }) => element],
      ...band('UnitsCount', 'units in service', ({ units }: (typeof stocks)[number]) => units),
      ['targetCount', 'whole', 'units that are to stand', ({ units }) => units.target],
    ]),
    claimTable(claims),
  ];
}

/** The columns of a band over the draws. */
function band<Row>(name: string, about: string, of: (row: Row) => Band | null): Field<Row>[] {
  return (['p10', 'p50', 'p90'] as const).map((key) => [
    `${key}${name}`,
    'number',
    `${about}, ${key === 'p50' ? 'median' : `${key.slice(1)}th percentile`} of the draws`,
    (row) => of(row)?.[key],
  ]);
}

function claimTable(claims: readonly ClaimAnswer[]): TidyTable {
  const rows = claims.flatMap((claim) => [
    ...claim.parts.map((part) => ({ claim, part, chance: part.chance })),
    { claim, part: undefined, chance: claim.allTogether },
  ]);
  return tidyTable('claims', 'one part of a claim, or all of it', rows, [
    ['claim', 'text', 'name of the claim', ({ claim }) => claim.name],
    ['source', 'text', 'key of its source', ({ claim }) => claim.source?.key],
    ['part', 'text', 'musd, standing or noLeaker; empty: all parts at once', ({ part }) => part?.what],
    ['element', 'text', 'element of which units are to stand; empty: every one', ({ part }) => part?.element],
    ['limit', 'number', 'in the unit of the part: millions of dollars, or a share', ({ part }) => part?.limit],
    ['byDate', 'text', 'date by which it is to hold; empty: the whole programme', ({ part }) => part?.byDate],
    ['holdsProbability', 'number', 'share of the draws in which it holds', ({ chance }) => chance],
  ]);
}
