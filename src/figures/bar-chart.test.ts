import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { CHART_WIDTH } from './chart.ts';
import { draw } from './draw.ts';
import { textWidth } from './fit-text.ts';

test('what stands at the end of the longest bar is inside the picture', () => {
  const words = '51 min 8 s (50 min 52 s to 57 min 16 s)';
  const chart = barChart([
    { name: 'cruise', value: 3068, low: 3052, high: 3436, words },
    { name: 'icbm', value: 51, low: 50, high: 52, words: '51 s (50 s to 52 s)' },
  ]);
  const svg = draw({ chart, sentence: 'times' });
  const [, x] = new RegExp(`translate\\(([\\d.]+),[^>]*>${words.replace(/[()]/g, '\\$&')}`).exec(svg)!;
  expect(Number(x) + 6 + textWidth(words)).toBeLessThanOrEqual(CHART_WIDTH);
});
