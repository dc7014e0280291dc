import { expect, test } from 'vitest';
import type { JointCell, JointTable } from '../flow/joint.ts';
import { randomStream } from '../num/random.ts';
import { jointDifferences } from './joint-difference.ts';

const RAIDS = 20;
const FEW = 4;
const DRAWS = 40;

/** A table of one date, from the leakers of each raid of each draw; draw 0 is never read. */
function tableOf(leakers: (draw: number, raid: number) => number): JointTable {
  const cells = Array.from({ length: DRAWS + 1 }, (_, draw): JointCell[] => {
    const leakersByRaid = Array.from({ length: RAIDS }, (_, raid) => leakers(draw, raid));
    const noLeakerCount = leakersByRaid.filter((count) => count === 0).length;
    const sum = leakersByRaid.reduce((all, each) => all + each, 0);
    return [
      {
        raids: RAIDS,
        noLeakerCount,
        leakerCount: sum,
        leakerSquares: sum,
        leakersByRaid,
        spentMusd: 0,
        paidMusd: {},
        standingCounts: [],
      },
    ];
  });
  return {
    seed: 1,
    draws: DRAWS,
    leftOutCount: 0,
    redrawnCount: 0,
    drawNumbers: Array.from({ length: DRAWS }, (_, i) => i + 1),
    raids: RAIDS,
    dates: ['2035-01-01'],
    elements: [],
    missilesCount: 1,
    inputs: [],
    cells,
    complete: [],
  };
}

test('the same table differs by nothing; one in which half of the raids of each draw turn by half, in every draw', () => {
  const base = tableOf(() => 0);
  const [same] = jointDifferences(base, base);
  expect([same.meanDifference, same.low, same.high]).toEqual([0, 0, 0]);
  const [half] = jointDifferences(
    base,
    tableOf((_, raid) => raid % 2),
  );
  expect([half.meanDifference, half.low, half.high]).toEqual([-0.5, -0.5, -0.5]);
  expect(half.difference.p10).toBeCloseTo(-0.5, 9);
});

test('a change that draws alone make is the band; one that dice alone make is next to none of it', () => {
  const dice = randomStream(4, 0, 'difference');
  const base = tableOf(() => 0);
  const [drawn] = jointDifferences(
    base,
    tableOf((draw) => Number(draw % 4 === 0)),
  );
  expect(drawn.meanDifference).toBeCloseTo(-0.25, 9);
  expect([drawn.difference.p10, drawn.difference.p90]).toEqual([-1, 0]);
  const [noisy] = jointDifferences(
    base,
    tableOf(() => Number(dice.uniform() < 0.25)),
  );
  expect(Math.abs(noisy.meanDifference + 0.25)).toBeLessThan(0.05);
  expect(noisy.difference.p90 - noisy.difference.p10).toBeLessThan(0.12);
  expect(noisy.high - noisy.low).toBeLessThan(0.08);
});

test('flown in the first raids alone: nothing changed is the base to the digit, what changes moves it by as much', () => {
  const dice = randomStream(9, 0, 'few');
  const luck = Array.from({ length: DRAWS + 1 }, () =>
    Array.from({ length: RAIDS }, () => Number(dice.uniform() < 0.3)),
  );
  const base = tableOf((draw, raid) => luck[draw][raid]);
  const first = (table: JointTable): JointTable => ({
    ...table,
    raids: FEW,
    cells: table.cells.map((row) =>
      row.map((cell) => ({ ...cell!, raids: FEW, leakersByRaid: cell!.leakersByRaid.slice(0, FEW) })),
    ),
  });
  const [all] = jointDifferences(base, base);
  const [same] = jointDifferences(base, first(base));
  expect(same).toEqual(all);
  const [worse] = jointDifferences(
    base,
    first(tableOf((draw, raid) => Math.max(luck[draw][raid], Number(raid === 0)))),
  );
  expect(worse.meanDifference).toBeGreaterThan(-1 / FEW);
  expect(worse.meanDifference).toBeLessThan(-0.1);
  expect(worse.noLeaker.p50).toBeCloseTo(all.noLeaker.p50 + worse.meanDifference, 1);
});
