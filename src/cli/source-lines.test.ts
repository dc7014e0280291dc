import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { inSources } from './source-lines.ts';

test('a stack of the bundle names lines of the sources', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-map-'));
  try {
    const contents = 'const a = 1;\n\nexport function fail() {\n  throw new Error("here");\n}\n';
    await build({
      stdin: { contents, sourcefile: 'src/deep/thing.ts', loader: 'ts' },
      outfile: join(folder, 'x.js'),
      format: 'esm',
      minify: true,
      sourcemap: 'linked',
      sourcesContent: false,
    });
    const { fail } = await import(pathToFileURL(join(folder, 'x.js')).href);
    let stack = '';
    try {
      fail();
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    const at = stack.split('\n')[1].replace(/\(?(?:file:\/\/)?(\/.*x\.js)/, (_, path) => pathToFileURL(path).href);
    expect(inSources(at)).toContain('deep/thing.ts:4:9');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a place without a map stays as it is', () => {
  const line = '    at run (file:///nowhere/main.js:10:20)';
  expect(inSources(line)).toBe(line);
});
