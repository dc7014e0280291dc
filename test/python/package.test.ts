import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Install, install } from '../ensemble/install.ts';
import { pythonWith } from './python-with.ts';

const plain = pythonWith('json');
const withPandas = pythonWith('pandas');
const withPlots = pythonWith('pandas', 'matplotlib');
let program: Install;
beforeAll(() => {
  program = install('0.2.0');
});
afterAll(() => program.remove());

/** Runs a test file of the package; unittest tells its count and its verdict on standard error. */
function verdictOf(python: string, file: string): string {
  const { stderr } = spawnSync(python, ['-m', 'unittest', `python/tests/${file}`], {
    env: { ...process.env, CUPOLA: program.cli, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return stderr;
}

test.skipIf(plain === null)('the package runs the program and gives its answers', () => {
  expect(verdictOf(plain!, 'test_cupola.py')).toMatch(/Ran 10 tests[\s\S]*\nOK\n$/);
});

test.skipIf(withPandas === null)('with pandas every notebook runs', () => {
  expect(verdictOf(withPandas!, 'test_notebooks.py')).toMatch(/Ran 2 tests[\s\S]*\nOK\n$/);
});

test.skipIf(withPlots === null)('with pandas and matplotlib the tutorial prints what it shows', () => {
  expect(verdictOf(withPlots!, 'test_tutorial.py')).toMatch(/Ran 1 test [\s\S]*\nOK\n$/);
});
