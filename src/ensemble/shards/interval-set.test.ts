import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntervalSet } from './interval-set.ts';

const range = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => [from, from + length] as const);

test('holds what a plain set holds', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), range, fc.nat(90), (added, [from, to], total) => {
      const set = new IntervalSet();
      const plain = new Set<number>();
      for (const [a, b] of added) {
        set.add(a, b);
        for (let i = a; i < b; i++) plain.add(i);
      }
      expect(set.size).toBe(plain.size);
      const numbers = Array.from({ length: 100 }, (_, i) => i);
      expect(set.touches(from, to)).toBe(numbers.some((i) => i >= from && i < to && plain.has(i)));
      const firstMissing = numbers.find((i) => i < total && !plain.has(i));
      expect(set.firstGap(total)?.[0]).toBe(firstMissing);
      expect(set.fills(total)).toBe(firstMissing === undefined);
      const gap = set.firstGap(total);
      if (gap) for (let i = gap[0]; i < gap[1]; i++) expect(plain.has(i)).toBe(false);
      expect([...set.ranges()].flatMap(([a, b]) => numbers.filter((i) => i >= a && i < b))).toEqual(
        [...plain].sort((a, b) => a - b),
      );
    }),
  );
});
