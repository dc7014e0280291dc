import { expect, test } from 'vitest';
import type { ExchangeAnswer, ShieldYield, SimulatedExchange } from '../flow/exchange.ts';
import type { RaidAnswer, RaidPoint } from '../flow/raid-size.ts';
import { raidSizeSection } from './raid-size-section.ts';
import { plainStyle } from './text.ts';
import { exchangeLines, yieldLines } from './yield-lines.ts';

const textOf = (lines: string[]) => lines.join('\n').replace(/\s+/g, ' ');

const layer = {
  interceptorCount: 7800,
  shotsPerRaid: 12,
  stopsPerRaid: 8,
  shotsPerStop: 1.5,
  interceptorsPerStop: 975,
};
const idle = { interceptorCount: 384, shotsPerRaid: 0, stopsPerRaid: 0, shotsPerStop: Number.NaN };
const yields: ShieldYield = {
  unit: 'missiles',
  perMissileCount: 1,
  years: 20,
  priceYear: 2026,
  layers: [
    { id: 'sbi', ...layer, totalMusd: 743_000, musdPerStop: 92_875 },
    { id: 'thaad', ...idle, interceptorsPerStop: Number.NaN, totalMusd: 6730, musdPerStop: Number.NaN },
    { id: 'unpriced', ...idle, interceptorsPerStop: Number.NaN, totalMusd: Number.NaN, musdPerStop: Number.NaN },
  ],
  shotsPerStop: 1.5,
  interceptorsPerStop: 1023,
  stopsPerRaid: 8,
  totalMusd: 943_000,
  musdPerStop: 117_875,
};

test('what a stop takes, by layer: those that cost or stop something', () => {
  const text = textOf(yieldLines(yields, plainStyle, 100));
  expect(text).toContain(
    'Each missile stopped takes 1.50 shots, 1,023 interceptors that stand ready, and $118 billion',
  );
  expect(text).toContain('sbi 7,800 1.50 975 $743 billion $92.9 billion');
  expect(text).toContain('thaad 384 - - $6.73 billion -');
  expect(text).not.toContain('unpriced');
  expect(yieldLines({ ...yields, stopsPerRaid: 0 }, plainStyle, 100)).toEqual([]);
  expect(yieldLines(null, plainStyle, 100)).toEqual([]);
});

const simulated: SimulatedExchange = {
  layerId: 'sbi',
  missileCount: 10,
  furtherCount: 10,
  trials: 100,
  stoppedFraction: 0.8,
  stoppedUnchangedFraction: 0.6,
  stoppedEnlargedFraction: 0.81,
  scaleRatio: 1.5,
  furtherInterceptorCount: 3900,
  marginalMusd: 37_000,
};
const exchange: ExchangeAnswer = {
  years: 20,
  priceYear: 2026,
  layers: [{ id: 'sbi', absenteeRatio: 780, shotsPerStop: 1, lifecycleMusd: 95.3, marginalMusd: 74_300 }],
  simulated,
  marginalMusd: 37_000,
  offence: [
    {
      id: 'sentinel',
      name: 'Sentinel, July 2024',
      unitMusd: 214,
      priceYear: 2020,
      source: 'a',
      where: 'b',
      basis: 'second-hand',
      convertedMusd: 242,
      ratio: 153,
    },
  ],
};

test('the exchange says what it costs, how it was found, and the price year of each price', () => {
  const text = textOf(exchangeLines(exchange, plainStyle, 100));
  expect(text).toContain('One more missile stopped costs the defence $37.0 billion over 20 years, in dollars of 2026.');
  expect(text).toContain(
    'sbi stops 80.0 % of ten missiles and 60.0 % of 20, until it has 3,900 interceptors more (1.50',
  );
  expect(text).toContain('sbi 780 : 1 1.00 $95.3 million $74.3 billion');
  expect(text).toContain('Sentinel, July 2024 214 M$ of 2020 $242 million 153 second hand');
  expect(exchangeLines(undefined, plainStyle, 100)).toEqual([]);
});

test('room to spare, no size that is enough, and nothing stopped are said so', () => {
  const said = (part: Partial<SimulatedExchange>, marginalMusd: number) =>
    textOf(exchangeLines({ ...exchange, simulated: { ...simulated, ...part }, marginalMusd }, plainStyle, 100));
  const room = said({ scaleRatio: 1, furtherInterceptorCount: 0, marginalMusd: 0 }, 0);
  expect(room).toContain('it has room left, and one more missile costs the defence nothing yet');
  const stuck = said({ scaleRatio: Number.NaN, stoppedEnlargedFraction: 0.5 }, 74_300);
  expect(stuck).toContain('of 20 no more than 50.0 % however large it is made');
  const none = { ...exchange, layers: [], simulated: null, marginalMusd: Number.NaN };
  expect(textOf(exchangeLines(none, plainStyle, 100))).toContain(
    'No layer stops any missile, so one more has no price.',
  );
});

test('the raid size at both chances, and the curve with its bend', () => {
  const share = (probability: number) => ({ probability, low: 0, high: 1 });
  const point = (threatCount: number, stopped: number, mean: number, further: number): RaidPoint => ({
    threatCount,
    trials: 100,
    engaged: share(1),
    stopped: share(stopped),
    stoppedMeanCount: mean,
    stoppedOfFurtherFraction: further,
    mainReason: mean < threatCount ? 'out-of-inventory' : null,
  });
  const size = (threatCount: number, isAtLimit = false) => ({ threatCount, isAtLimit, tried: [] });
  const answer: RaidAnswer = {
    confidence: 0.9,
    engaged: size(500, true),
    stopped: size(4),
    stoppedInHalf: size(12),
    curve: [point(8, 0.7, 8, 1), point(16, 0, 12, 0.5)],
  };
  const text = textOf(raidSizeSection(answer, plainStyle, 110));
  expect(text).toContain(
    'every missile is shot at in raids of up to at least 500, and every missile is stopped in raids of up to 4;',
  );
  expect(text).toContain('in half of the trials every missile is stopped in raids of up to 12');
  expect(text).toContain('16 100 % 0 % 12.0 50 % interceptors in reach all used');
});
