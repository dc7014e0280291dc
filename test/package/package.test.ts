import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The packed package, installed into an empty project. Its dependencies are those of this project, linked: the same versions, and
 * nothing is fetched.
 */
let project: string;
let packed: { files: { path: string }[]; size: number; unpackedSize: number; filename: string };
const isBuilt = existsSync('dist/lib/index.js') && existsSync('dist/cli/main.js');

const node = (words: string[], cwd = project) =>
  execFileSync(process.execPath, words, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 });

beforeAll(() => {
  if (!isBuilt) return;
  project = mkdtempSync(join(tmpdir(), 'cupola-package-'));
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  [packed] = JSON.parse(said);
  const home = join(project, 'node_modules', 'cupola');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, packed.filename), '-C', home, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  mkdirSync(join(home, 'node_modules'), { recursive: true });
  for (const name of Object.keys(dependencies)) {
    const at = join(home, 'node_modules', name);
    mkdirSync(join(at, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), at);
  }
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
}, 120_000);
afterAll(() => project && rmSync(project, { recursive: true }));

describe.skipIf(!isBuilt)('the packed package (needs npm run build)', () => {
  test('holds what it needs and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const name of [
      'dist/cli/main.js',
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'dist/catalog.json',
      'cupola.schema.json',
      'cupola-result.schema.json',
      'LICENSE',
      'README.md',
    ])
      expect(paths).toContain(name);
    expect(paths.filter((path) => /\.test\.|^src\/|^test\/|^studio\/src|node_modules|\.map$/.test(path))).toEqual([]);
    expect(packed.size).toBeLessThan(8_000_000);
  });

  test('every export resolves, with its types', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [name, target] of Object.entries(exports) as [string, string | { types: string; default: string }][]) {
      const files = typeof target === 'string' ? [target] : [target.types, target.default];
      for (const file of files)
        expect(existsSync(join(project, 'node_modules/cupola', file)), `${name}: ${file}`).toBe(true);
    }
    const names = Object.keys(exports)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => `cupola${name.slice(1)}`);
    const text = names
      .map((name, i) => `import * as m${i} from '${name}'; console.log(Object.keys(m${i}).length);`)
      .join('\n');
    writeFileSync(join(project, 'all.mjs'), text);
    expect(node(['all.mjs']).trim().split('\n').length).toBe(names.length);
  });

  test('the command line works from the package', () => {
    const main = join(project, 'node_modules/cupola/dist/cli/main.js');
    expect(node([main, '--version']).trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    const scenario = join(project, 'node_modules/cupola/scenarios/one-missile.yaml');
    const result = JSON.parse(node([main, 'run', scenario, '--trials', '20', '--threads', '1', '--json']));
    expect(result.effect.trials).toBe(20);
  });

  test.each(['size-a-layer', 'cost-by-year', 'orbits'])('example %s runs as it stands', async (name) => {
    mkdirSync(join(project, 'examples'), { recursive: true });
    cpSync('scenarios', join(project, 'scenarios'), { recursive: true });
    const outfile = join(project, 'examples', `${name}.mjs`);
    await build({
      entryPoints: [`examples/${name}.ts`],
      outfile,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    const said = node([outfile]).trim().split('\n');
    expect(said.length).toBeGreaterThan(2);
    expect(said.join()).not.toMatch(/NaN|undefined/);
  });
});
