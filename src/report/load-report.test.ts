import { expect, test } from 'vitest';
import type { NetworkLoad } from '../flow/network-load.ts';
import { loadTables } from './html/message-tables.ts';
import { loadScreen } from './load-screen.ts';
import { plainStyle } from './text.ts';

const load: NetworkLoad = {
  timesS: [0],
  centre: 'c2',
  classes: [
    {
      id: 'frames',
      name: 'frames',
      sender: 'sensor',
      priority: 1,
      isPreempting: true,
      unitMbps: 100,
      unitCount: 5,
      servedCount: 4,
      offeredMbps: 400,
      quickestFraction: 0.5,
      evenFraction: 0.75,
      mostFraction: 0.8,
      quickestNoPreemptionFraction: 0.1,
      quickestNoOthersFraction: 0.5,
      noPreemptionFraction: 0.2,
      noOthersFraction: 0.75,
      queueMeanS: null,
      queueWorstS: null,
    },
  ],
  fullest: [
    {
      kind: 'gateway',
      direction: 'in',
      network: 'leo',
      from: 'guam',
      to: 'guam',
      rateMbps: 2000,
      offeredMbps: 400,
      heldFraction: 0.8,
      utilisationRatio: 1,
      atS: 0,
    },
  ],
  growthRatio: 0.75,
  growthLimits: [{ kind: 'gateway', direction: 'in', network: 'leo', from: 'guam', to: 'guam' }],
  others: [{ network: 'leo', fraction: 0.8 }],
};

test('the screen says what is carried, what is full, and what others take', () => {
  const text = loadScreen('a shield', load, plainStyle, 200);
  expect(text).toContain('the worst of 1 moment');
  expect(text).toContain('without end');
  expect(text).toMatch(/antennas of a gateway +guam +leo +2 Gbit\/s +400 Mbit\/s +80 % +100\.0 %/);
  expect(text).toContain('Only 75.0 % of the whole load');
  expect(text).toContain('80 % of the rates of leo');
  expect(text).toContain('by the quickest ways: 50.0 % without them, 10.0 % behind them, 50.0 % as stated');
});

test('the report has the classes and what is fullest, and nothing where no classes are stated', () => {
  expect(loadTables(undefined)).toEqual([]);
  expect(loadTables(load)).toHaveLength(2);
  expect(loadTables({ ...load, fullest: [] })[1]).toBeNull();
});
