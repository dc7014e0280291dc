import { describe, expect, test } from 'vitest';
import { type CostResult, type CostUncertainty, costCategories } from '../flow/cost.ts';
import type { FieldingResult } from '../flow/fielding.ts';
import { budgetLines, costLines } from './cost-lines.ts';
import { dateWords, fieldingLines } from './fielding-lines.ts';
import { plainStyle } from './text.ts';

const categories = { ...Object.fromEntries(costCategories.map((name) => [name, 0])), procurement: 700, operations: 43 };
const cost = {
  startYear: 2026,
  years: 2,
  priceYear: 2026,
  totalMusd: 743_000,
  yearMusd: [400_000, 343_000],
  categoryMusd: categories,
  elements: [
    {
      id: 'sbi',
      name: 'sbi',
      role: 'interceptor',
      unitCount: 7800,
      boughtCount: 32_760,
      meanUnitMusd: 22,
      totalMusd: 743_000,
      yearMusd: [400_000, 343_000],
      categoryMusd: categories,
      boughtCounts: [1, 2],
      inServiceCounts: [1, 2],
    },
  ],
  partners: [{ partner: 'unassigned', totalMusd: 743_000, yearMusd: [400_000, 343_000] }],
  launches: [],
  notes: [{ code: 'text', args: { text: 'a note' } }],
} as unknown as CostResult;
const spread = { p10: 600_000, p50: 750_000, p90: 900_000, mean: 750_000 };
const uncertainty: CostUncertainty = {
  trials: 100,
  method: { code: 'text', args: { text: 'm' } },
  inputCount: 1,
  totalMusd: spread,
  sCurve: [],
  yearMusd: [spread, spread],
  elements: [{ id: 'sbi', totalMusd: spread }],
  tornado: [],
  announced: [
    {
      name: { code: 'text', args: { text: 'announced' } },
      budgetMusd: 175_000,
      untilYear: 2029,
      dueMusd: 743_000,
      dueMedianMusd: 750_000,
      shareRatio: 0.2355,
      underProbability: 0,
      underLowProbability: 0,
      underHighProbability: 0.037,
      spentYear: 2026,
    },
  ],
};
const over = { p10: [0.1], p50: [0.2], p90: [0.3] };
const fielding = {
  startYear: 2028,
  monthCount: 1,
  trials: 10,
  notes: [],
  capabilityFraction: over,
  firstCapability: {
    fraction: 0.25,
    reachedProbability: 1,
    p10Date: '2030-01',
    p50Date: '2030-05',
    p90Date: '2031-02',
  },
  fullCapability: { fraction: 0.95, reachedProbability: 0 },
  elements: [],
  vehicles: [],
  constraints: [
    { period: '2028 H1', binding: 'production', shareFraction: { production: 1 } },
    { period: '2028 H2', binding: 'production', shareFraction: { production: 1 } },
    { period: '2029 H1', binding: 'none', shareFraction: { none: 1 } },
  ],
  steadyLaunchesPerYr: 0,
} as unknown as FieldingResult;

describe('cost and fielding on a terminal', () => {
  test('total, range, announced price and notes are there', () => {
    const text = costLines(cost, plainStyle, uncertainty);
    for (const words of [
      '$743 billion',
      '$600 billion',
      '$900 billion',
      '$175 billion',
      'buys 24 %',
      '32,760',
      'a note',
    ])
      expect(text).toContain(words);
  });

  test('a budget under the rest buys no layer and says why', () => {
    const layer = {
      budgetMusd: 1000,
      restMusd: 5000,
      affordable: false,
      scaleRatio: 0,
      satelliteCount: 0,
      totalMusd: 5000,
      shells: [],
    };
    expect(budgetLines(layer, plainStyle)).toContain('$5.00 billion');
  });

  test('dates in words, with the share of the trials where not all get there', () => {
    expect(dateWords(fielding.firstCapability)).toBe('by 2030-05 (80 % between 2030-01 and 2031-02)');
    expect(dateWords({ fraction: 1, reachedProbability: 0.4 })).toBe('only in 40 % of the trials');
    expect(dateWords({ fraction: 1, reachedProbability: 0 })).toBe('not within the horizon');
    expect(fieldingLines(fielding, plainStyle)).toContain('production (2028 H1 to 2028 H2)');
  });
});
