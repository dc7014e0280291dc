import { expect, test } from 'vitest';
import {
  type CardLook,
  type ChartRow,
  cardBand,
  cardBars,
  cardEstimate,
  cardLines,
  cardRanges,
} from './card-charts.ts';
import { cardCurves } from './card-curves.ts';
import { cardMap } from './card-map.ts';
import { draw } from './draw.ts';

const rows: ChartRow[] = [2030, 2035, 2040].map((x, i) => ({
  name: String(x),
  x,
  y: i === 0 ? 1 : 0,
  value: 20 * i + 5,
  low: 20 * i,
  high: 20 * i + 10,
  reference: 15,
  series: i === 2 ? 'b' : 'a',
}));
const look: CardLook = { format: (value) => `${value} %`, sides: { left: 44, right: 14 }, most: 100 };
const nothing = { type: 'MultiPoint', coordinates: [] };
const charts = {
  bars: cardBars(rows, look.format),
  ranges: cardRanges(rows, look.format),
  band: cardBand(rows, { ...look, moments: [{ x: 2036, label: 'full' }] }),
  estimate: cardEstimate(rows, look),
  lines: cardLines(rows, look),
  curves: cardCurves(rows, look, ['chance', 'money']),
  map: cardMap(rows, look.format, { land: nothing, borders: nothing }),
};

test.each(Object.entries(charts))('the small chart of %s is drawn without a page', (kind, chart) => {
  const svg = draw({ chart, sentence: 'what it shows' });
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg).toContain('aria-label="what it shows"');
  if (kind !== 'map') expect(svg).toMatch(/>\d+ %<\/text>/);
});

test('what stood before has its mark in each row of bars, and its own line over years', () => {
  const svg = draw({ chart: charts.bars, sentence: 'bars' });
  expect(svg.match(/stroke-width="2"><line[^>]*\/><line[^>]*\/><line[^>]*\/><\/g>/g)).toHaveLength(1);
  expect(draw({ chart: charts.band, sentence: 'band' })).toContain('stroke-dasharray="4 3"');
});
