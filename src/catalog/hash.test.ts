import { expect, test } from 'vitest';
import { hashText } from './hash.ts';

test('known answers of 64-bit FNV-1a', () => {
  expect(hashText('')).toBe('cbf29ce484222325');
  expect(hashText('a')).toBe('af63dc4c8601ec8c');
  expect(hashText('foobar')).toBe('85944171f73967e8');
});
