import { describe, expect, test } from 'vitest';
import type { JointCell, JointInput, JointTable } from '../flow/joint.ts';
import { randomStream } from '../num/random.ts';
import { departuresAnswer, turnOf } from './departures.ts';

const DRAWS = 48;
const RAIDS = 4;
const dates = ['2030-01-01', '2035-01-01', '2040-01-01'];

const uniform = (name: string): number[] => {
  const dice = randomStream(3, 0, name);
  return Array.from({ length: DRAWS }, () => dice.uniform());
};

function input(path: string, values: ArrayLike<number> = uniform(path)): JointInput {
  const [element] = path.split('.') as [string];
  return { path, element, value: 0.5, low: 0, high: 1, basis: 'assumption', source: 'cupola', values };
}

const decisive = input('sbi.killProbability');
const inputs = [decisive, ...Array.from({ length: 20 }, (_, i) => input(`idle-${i}.massKg`))];

/** A table by the number of raids of each draw and date that something gets through; draw 0 has none. */
function tableOf(leaking: (draw: number, date: number) => number, standing = 100): JointTable {
  const cell = (count: number): JointCell => ({
    raids: RAIDS,
    noLeakerCount: RAIDS - count,
    leakerCount: count,
    leakerSquares: count,
    leakersByRaid: Array.from({ length: RAIDS }, (_, raid) => Number(raid < count)),
    spentMusd: 1,
    paidMusd: {},
    standingCounts: [standing],
  });
  return {
    seed: 1,
    draws: DRAWS,
    leftOutCount: 0,
    redrawnCount: 0,
    drawNumbers: Array.from({ length: DRAWS }, (_, i) => i + 1),
    raids: RAIDS,
    dates,
    elements: [],
    missilesCount: 1,
    inputs,
    cells: Array.from({ length: DRAWS + 1 }, (_, draw) =>
      dates.map((_date, d) => cell(draw === 0 ? 0 : leaking(draw, d))),
    ),
    complete: [],
  };
}

describe('what a change hangs on', () => {
  const chances = decisive.values;

  test('the number that decides is named, and turned where one end of it does no harm', () => {
    const changes = Array.from(chances, (value) => (value < 0.5 ? -0.5 : 0));
    expect(turnOf({ inputs, draws: DRAWS, seed: 1 }, changes)).toMatchObject({ path: decisive.path, isTurned: true });
    const both = Array.from(chances, (value) => (value < 0.5 ? -0.5 : -0.2));
    const turn = turnOf({ inputs, draws: DRAWS, seed: 1 }, both)!;
    expect(turn).toMatchObject({ path: decisive.path, isTurned: false });
    expect(turn.lowestThird.meanDifference).toBeCloseTo(-0.5, 9);
    expect(turn.highestThird.meanDifference).toBeCloseTo(-0.2, 9);
  });

  test('no harm in all is turned by a number that makes one at its end', () => {
    const changes = Array.from(chances, (value) => (value < 0.4 ? -0.5 : 0.4));
    expect(turnOf({ inputs, draws: DRAWS, seed: 1 }, changes)).toMatchObject({ path: decisive.path, isTurned: true });
  });

  test('what chance alone makes, and what never changes, hangs on nothing', () => {
    expect(turnOf({ inputs, draws: DRAWS, seed: 1 }, uniform('noise'))).toBeNull();
    expect(turnOf({ inputs, draws: DRAWS, seed: 1 }, new Array<number>(DRAWS).fill(0))).toBeNull();
  });
});

describe('departures', () => {
  const base = tableOf(() => 1);
  const leaves = (partner: string, table: JointTable, mode: 'stops' | 'denied' = 'stops') => ({
    partner,
    name: partner,
    mode,
    date: '2032-01-01',
    table,
  });
  const some = leaves(
    'some',
    tableOf((_, date) => (date === 0 ? 1 : 2), 60),
  );
  const most = leaves(
    'most',
    tableOf((_, date) => (date === 0 ? 1 : 4), 20),
  );
  const none = leaves(
    'none',
    tableOf(() => 1),
  );
  const made = departuresAnswer(base, [some, none, most], { headlineDate: '2035-01-01', harmless: ['nobody'] });

  test('the most harmful first; whose departure changes no unit is named apart', () => {
    expect(made.withdrawals.map(({ partner }) => partner)).toEqual(['most', 'some']);
    expect(made.harmless).toEqual(['nobody', 'none']);
    expect(made.withdrawals[0].byDate.map(({ meanDifference }) => meanDifference)).toEqual([0, -0.75, -0.75]);
    for (const { noLeaker } of made.base) expect(noLeaker.p50).toBeCloseTo(0.75, 2);
  });

  test('they are compared at the date of the headline, or at the last one where nobody has left by then', () => {
    expect(made.atDate).toBe('2035-01-01');
    expect(departuresAnswer(base, [some], { headlineDate: '2030-01-01', harmless: [] }).atDate).toBe('2040-01-01');
  });
});
