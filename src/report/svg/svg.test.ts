import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { linear, niceTop, ticks } from './scale.ts';
import { escapeText, label, picture } from './svg.ts';

test('any words are safe in an element and in an attribute, and come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      let text = '';
      let about = '';
      const parser = new SaxesParser();
      parser.on('text', (each) => {
        text += each;
      });
      parser.on('opentag', ({ name, attributes }) => {
        if (name === 'svg') about = String(attributes['aria-label']);
      });
      parser.write(picture(10, 10, words, label(0, 0, words))).close();
      const plain = [...words].filter((letter) => letter >= ' ').join('');
      if (plain === words) {
        expect(text).toBe(words);
        expect(about).toBe(words);
      }
      expect(escapeText(words)).not.toMatch(/[<>"']/);
    }),
  );
});

test('ticks are inside the range, evenly spaced, and few', () => {
  const ends = fc.tuple(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, fc.integer({ min: 2, max: 10 }), ([low, width], count) => {
      const high = low + width;
      fc.pre(width > 1e-9 * Math.abs(low));
      const marks = ticks(low, high, count);
      const slack = 1e-6 * width;
      for (const mark of marks) expect(mark >= low - slack && mark <= high + slack).toBe(true);
      expect(marks.length).toBeLessThanOrEqual(2 * count + 2);
      expect(niceTop(width)).toBeGreaterThanOrEqual(width * (1 - 1e-9));
    }),
  );
});

test('a scale maps its ends to the ends, and a range of no width to the middle', () => {
  const x = linear(10, 20, 0, 100);
  expect([x(10), x(15), x(20)]).toEqual([0, 50, 100]);
  expect(linear(3, 3, 0, 100)(3)).toBe(50);
});
