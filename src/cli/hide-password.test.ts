import { expect, test } from 'vitest';
import { withoutPassword } from './hide-password.ts';

test.each([
  ['redis://ann:s3cret@broker:7000/2', 'redis://ann:***@broker:7000/2'],
  ['rediss://:a@b:c@[::1]:6379', 'rediss://:***@[::1]:6379'],
  ['redis://ann@broker:6379', 'redis://ann@broker:6379'],
  ['redis://broker:6379', 'redis://broker:6379'],
  ['no address', 'no address'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutPassword(url)).toBe(shown);
});
