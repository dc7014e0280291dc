import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { one, paper } from './chart.ts';
import { draw } from './draw.ts';
import { escapeText } from './escape-text.ts';
import { parts } from './parts.ts';

const words = (said: string) =>
  draw({ chart: (plot) => one(10, { marks: [plot.text([said], { x: [0] })] }), sentence: said });

test('any words are safe in an element and in an attribute, and come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (said) => {
      let text = '';
      let about = '';
      const parser = new SaxesParser();
      parser.on('text', (each) => {
        text += each;
      });
      parser.on('opentag', ({ name, attributes }) => {
        if (name === 'svg' && attributes['aria-label'] !== undefined) about = String(attributes['aria-label']);
      });
      parser.write(words(said)).close();
      const plain = [...said].filter((letter) => letter >= ' ').join('');
      if (plain === said) {
        expect(text).toBe(said);
        expect(about).toBe(said);
      }
      expect(escapeText(said)).not.toMatch(/[<>"']/);
    }),
  );
});

test('the same numbers give the same bytes, whatever was drawn before', () => {
  const bars = [
    { name: 'first', value: 2 / 3, low: 0.5, high: 0.75, words: '0.6666' },
    { name: 'second', value: 1 / 3, words: '0.3333' },
  ];
  const figure = { chart: barChart(bars, { axisTitle: 'share' }), sentence: 'Two shares.' };
  const first = draw(figure);
  words('another');
  expect(draw(figure)).toBe(first);
  expect(first).not.toMatch(/<style|class=|\bid=|NaN|undefined/);
});

test('numbers of places are short, and those in words stay as they are', () => {
  const svg = words('1.23456789 of 3.1415926');
  expect(svg).toContain('1.23456789 of 3.1415926');
  expect(svg.replace(/aria-label="[^"]*"|>[^<]*</g, '')).not.toMatch(/\d\.\d{3}/);
});

test('a chart needs no document, and is as wide as the look that it is given', () => {
  const chart = barChart([{ name: 'one', value: 1, words: '1' }]);
  const { panels } = chart(parts, { ...paper, widthPx: 400 });
  expect(panels).toHaveLength(1);
});
