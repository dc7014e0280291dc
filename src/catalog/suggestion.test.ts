import { describe, expect, test } from 'vitest';
import { tell } from '../words/words.ts';
import { suggestion } from './suggestion.ts';

describe('suggestion', () => {
  test.each([
    ['plans', ['planes', 'phasing'], ', did you mean "planes"?'],
    ['space-x', ['spacex', 'spire'], ', did you mean "spacex"?'],
    ['cbo-sbi', ['aei-2025-boost', 'cbo-2026-sbi'], ', did you mean "cbo-2026-sbi"?'],
    ['north-corea', ['north-pacific', 'north-korea-interior'], ', did you mean "north-korea-interior"?'],
    ['lat', ['latDeg', 'lonDeg'], ', did you mean "latDeg"?'],
    ['starlink', ['starlink-gen1', 'starlink-gen2'], ', did you mean "starlink-gen1" or "starlink-gen2"?'],
    [
      'starlink',
      ['starlink-a1', 'starlink-b2', 'starlink-c3', 'starlink-d4'],
      ', did you mean "starlink-a1", "starlink-b2" or "starlink-c3"?',
    ],
    ['zzz', ['abc', 'def'], ''],
    ['x', ['exact-x-ray'], ''],
    ['', ['abcdef'], ''],
  ])('%s', (word, known, expected) => {
    const found = suggestion(word, known);
    expect(found && tell(found)).toBe(expected);
  }); // prettier-ignore
});
