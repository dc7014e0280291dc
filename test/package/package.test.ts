import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyScenarios, type InstalledPackage, installPackage } from './install.ts';

const isBuilt =
  existsSync('dist/lib/index.js') && existsSync('dist/cli/main.js') && existsSync('dist/studio/index.html');
const { version, exports: entries } = JSON.parse(readFileSync('package.json', 'utf8'));
let installed: InstalledPackage;

const inProject = (command: string, words: string[]) =>
  execFileSync(command, words, { cwd: installed.project, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 });
/** As `npx cupola` finds it. */
const cupola = (...words: string[]) => inProject('npx', ['--no-install', 'cupola', ...words]);
const SHIPPED = 'node_modules/cupola/scenarios/one-missile.yaml';

const STUDY = `name: two decision times
scenario: ${SHIPPED}
vary: [{ name: decisionS, input: command.c2.decisionS, list: [15, 30] }]
trials: 10
record: [layers]
`;

beforeAll(() => {
  if (isBuilt) installed = installPackage();
}, 180_000);
afterAll(() => installed && rmSync(installed.project, { recursive: true }));

describe.skipIf(!isBuilt)('the package in an empty project (needs npm run build and build:studio)', () => {
  test('npm installs it, with nothing left to fetch', ({ skip }) => {
    if (!installed.byNpm) skip('no registry could be reached: the dependencies are linked');
    expect(inProject('npm', ['ls', '--all', '--omit=dev'])).toContain(`cupola@${version}`);
  });

  test('holds what its commands need and nothing else', () => {
    const { files, packedBytes } = installed;
    for (const name of [
      'dist/cli/main.js',
      'dist/cli/trial-worker.js',
      'dist/cli/shard-thread.js',
      'dist/cli/partners-worker.js',
      'dist/cli/main.js.map',
      'dist/cli/third-party-licences.txt',
      'dist/studio/third-party-licences.txt',
      'NOTICE',
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'dist/studio/index.html',
      'dist/catalog.json',
      'catalog/sources.yaml',
      'scenarios/golden-dome.yaml',
      'examples/data/starlink-plane.tle',
      'studies/partner-loss.yaml',
      'cupola.schema.json',
      'cupola-result.schema.json',
      'cupola-study.schema.json',
      'LICENSE',
      'README.md',
    ])
      expect(files).toContain(name);
    expect(
      files.filter((path) => /\.test\.|^src\/|^test\/|^studio\/src|node_modules|^dist\/(?!cli\/).*\.map$/.test(path)),
    ).toEqual([]);
    // the solver once, for the studio and the command line
    expect(files.filter((path) => path.endsWith('.wasm'))).toEqual([
      expect.stringMatching(/\/assets\/highs-.*\.wasm$/),
    ]);
    expect(packedBytes).toBeLessThan(7_700_000);
  });

  const names = Object.keys(entries)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => `cupola${name.slice(1)}`);

  test('every entry is imported as an ES module, and the JSON ones resolve', () => {
    const lines = names.map((name, i) => `import * as m${i} from '${name}'; console.log(Object.keys(m${i}).length);`);
    const data = Object.keys(entries).filter((name) => name.endsWith('.json'));
    lines.push("import { readFileSync } from 'node:fs';");
    for (const name of data)
      lines.push(`JSON.parse(readFileSync(new URL(import.meta.resolve('cupola${name.slice(1)}')), 'utf8'));`);
    writeFileSync(join(installed.project, 'all.mjs'), lines.join('\n'));
    const counts = inProject(process.execPath, ['all.mjs']).trim().split('\n').map(Number);
    expect(counts.length).toBe(names.length);
    for (const count of counts) expect(count).toBeGreaterThan(0);
  });

  test.each([
    ['nodenext', 'nodenext', false],
    ['esnext', 'bundler', true],
  ])(
    'types resolve: module %s, resolution %s, libraries taken as they are: %s',
    (module, moduleResolution, skipLibCheck) => {
      const text = `${names.map((name, i) => `import * as m${i} from '${name}';`).join('\n')}
      import { type Result, run } from 'cupola';
      export const answer: Result = run(undefined as never).result;
      export const probability: number | undefined = answer.effect?.noLeaker.probability;
      // @ts-expect-error a misspelt field is told: the types are there and are not "any"
      export const wrong = answer.efect;
      export const all = [${names.map((_, i) => `m${i}`).join(', ')}];`;
      writeFileSync(join(installed.project, 'use.ts'), text);
      const given = { module, moduleResolution, skipLibCheck, target: 'es2022', lib: ['esnext', 'dom'] };
      const compilerOptions = { ...given, strict: true, noEmit: true, types: [] };
      writeFileSync(join(installed.project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
      let said = '';
      try {
        inProject(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.']);
      } catch (error) {
        said = String((error as { stdout: string }).stdout);
      }
      expect(said).toBe('');
    },
    120_000,
  );

  test('npx cupola runs a shipped scenario on threads, and writes the page and the tables', () => {
    expect(cupola('--version').trim()).toBe(version);
    const words = ['--trials', '20', '--threads', '2', '--html', 'out/one.html', '--out', 'out/tables', '--json'];
    const result = JSON.parse(cupola('run', SHIPPED, ...words));
    expect(result.effect.trials).toBe(20);
    for (const file of ['one.html', 'tables/threats.parquet', 'tables/result.schema.json'])
      expect(existsSync(join(installed.project, 'out', file)), file).toBe(true);
  });

  test('commands that read what is shipped: catalog, validate, source, sweep, export', () => {
    expect(cupola('catalog', 'list')).toContain('starlink');
    expect(cupola('validate', '--case', 'aei-calculator')).toContain('aei-calculator');
    copyFileSync('test/fixtures/three-fleets.yaml', join(installed.project, 'three-fleets.yaml'));
    writeFileSync(join(installed.project, 'study.yaml'), STUDY);
    cupola('sweep', 'study.yaml', '--workers', '2', '--out', 'out/study');
    expect(readdirSync(join(installed.project, 'out/study')).length).toBeGreaterThan(1);
    cupola('export', 'png', SHIPPED, '--trials', '10', '--out', 'out/png');
    expect(existsSync(join(installed.project, 'out/png/reach-sbi.png'))).toBe(true);
    expect(cupola('source', 'three-fleets.yaml', '--draws', '0')).toContain('Space interceptors');
  }, 300_000);

  test('npx cupola studio explains itself, and serves its pages', async () => {
    expect(cupola('studio', '--help')).toContain('--port');
    const main = join(installed.project, 'node_modules/.bin/cupola');
    const server = spawn(main, ['studio', '--no-open'], {
      cwd: installed.project,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await new Promise<string>((found, fail) => {
        server.stdout.on('data', (said) => found(/http:\S+/.exec(String(said))![0]));
        server.on('exit', (code) => fail(new Error(`the studio ended: ${code}`)));
      });
      const page = await (await fetch(url)).text();
      const scripts = [...page.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)].map(([, path]) => new URL(path, url));
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect((await fetch(script)).status, script.href).toBe(200);
    } finally {
      server.removeAllListeners('exit');
      server.kill();
    }
  });

  test.each(['size-a-layer', 'cost-by-year', 'orbits'])('example %s runs as it stands', async (name) => {
    copyScenarios(installed.project);
    const outfile = join(installed.project, 'examples', `${name}.mjs`);
    await build({
      entryPoints: [`examples/${name}.ts`],
      outfile,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    const said = inProject(process.execPath, [outfile]).trim().split('\n');
    expect(said.length).toBeGreaterThan(2);
    expect(said.join()).not.toMatch(/NaN|undefined/);
  });
});
