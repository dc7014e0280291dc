import { afterEach, expect, test, vi } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { loadHighs } from './load-highs.ts';
import { loadRasterizer } from './rasterize.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['the solver', loadHighs],
  ['pictures', loadRasterizer],
])('without WebAssembly, %s refuse in words', async (_, load) => {
  vi.stubGlobal('WebAssembly', undefined);
  const error = await load().catch((each: unknown) => each);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems.map(({ said }) => tell(said))[0]).toContain('--jitless switches it off');
});
