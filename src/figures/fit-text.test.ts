import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines, fitText, textWidth } from './fit-text.ts';

test('what fits is left alone; what does not is cut to its room and says so', () => {
  expect(fitText('sbi', 100)).toBe('sbi');
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
      const shown = fitText(text, room);
      expect(textWidth(shown)).toBeLessThanOrEqual(room);
      if (shown !== text) expect(shown.endsWith('…')).toBe(true);
    }),
  );
});

test('lines hold every word where there is room, and never more lines than asked', () => {
  expect(fitLines('Launch of heavy national security payloads', 170, 2)).toEqual([
    'Launch of heavy national',
    'security payloads',
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (words, most) => {
        const lines = fitLines(words.join(' '), 90, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(90);
        if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(words.join(' '));
      },
    ),
  );
});
