import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface InstalledPackage {
  /** The project that it is installed into: nothing but a package.json. */
  project: string;
  /** Whether npm installed it; else the dependencies of this project stand in, linked, for no registry could be reached. */
  byNpm: boolean;
  files: string[];
  packedBytes: number;
}

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/** Packs the package and has npm install it into an empty project, from npm's cache where that has everything. */
export function installPackage(): InstalledPackage {
  const project = mkdtempSync(join(tmpdir(), 'cupola-package-'));
  const npm = (words: string[], cwd: string) => execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: 'pipe' });
  const said = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], process.cwd());
  const [{ files, size, filename }] = JSON.parse(said);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
  let byNpm = true;
  try {
    const words = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-timeout=60000'];
    npm(['install', ...words, `./${filename}`], project);
  } catch (error) {
    if (!OFFLINE.test(String((error as { stderr?: string }).stderr))) throw error;
    byNpm = false;
    link(project, filename);
  }
  return { project, byNpm, files: files.map(({ path }: { path: string }) => path), packedBytes: size };
}

function link(project: string, filename: string): void {
  const home = join(project, 'node_modules', 'cupola');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '-C', home, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const at = join(home, 'node_modules', name);
    mkdirSync(join(at, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), at);
  }
  const bin = join(project, 'node_modules', '.bin');
  mkdirSync(bin);
  execFileSync('chmod', ['+x', join(home, 'dist/cli/main.js')]);
  symlinkSync('../cupola/dist/cli/main.js', join(bin, 'cupola'));
}

/** Puts the scenarios beside a folder `examples`, as the examples expect them. */
export function copyScenarios(project: string): void {
  mkdirSync(join(project, 'examples'), { recursive: true });
  cpSync('scenarios', join(project, 'scenarios'), { recursive: true });
}
