// What a release has to pass beside its tests: dead code, licences, size, bill of materials, known faults of dependencies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listIdleAssertions } from './idle-assertions.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Licences that a dependency may have; nothing that asks the whole to take its own licence. */
const ALLOWED =
  /^(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|Unlicense|Zlib|WTFPL|Python-2\.0|PSF-2\.0|MPL-2\.0|OFL-1\.1|Unicode-3\.0)$/;
const MAX_PACKED_BYTES = 7_700_000; // the words of every command in two languages
const MAX_UNPACKED_BYTES = 30_000_000;

const checks = [
  ['types', () => run('typescript-native/bin/tsc', '--noEmit')],
  ['assertions that do nothing (scripts/idle-assertions.mjs --write)', idleAssertions],
  ['lint', () => run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  ['dead code', () => run('knip/bin/knip.js', '--no-progress')],
  ['licences', licences],
  ['install scripts', installScripts],
  ['bill of materials', billOfMaterials],
  ['size of the package', packageSize],
  ['known faults of dependencies', audit],
];

let failed = 0;
for (const [name, check] of checks) {
  const problem = attempt(check);
  console.log(
    `${problem === null ? 'ok     ' : 'FAILED '} ${name}${problem ? `\n${problem.trim().replace(/^/gm, '        ')}` : ''}`,
  );
  if (problem !== null) failed++;
}
console.log(failed === 0 ? 'all checks passed' : `${failed} of ${checks.length} checks failed`);
process.exit(failed === 0 ? 0 : 1);

/** Null where all is well, else what is wrong. */
function attempt(check) {
  try {
    const said = check();
    if (said) console.log(`        ${said}`);
    return null;
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message;
  }
}

function run(tool, ...words) {
  execFileSync(process.execPath, [`node_modules/${tool}`, ...words], { stdio: 'pipe', encoding: 'utf8' });
}

function idleAssertions() {
  const places = listIdleAssertions();
  if (places.length > 0) throw new Error(places.join('\n'));
}

/** Packages of the lock file, with the licence that each states. */
function locked() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .map(([path, { version, license, dev }]) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license: license ?? licenceOf(path),
      dev: dev === true,
    }));
}

function licenceOf(path) {
  const file = `${path}/package.json`;
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type);
}

function licences() {
  const packages = locked();
  const counts = new Map();
  const wrong = [];
  for (const { name, version, license } of packages) {
    counts.set(license, (counts.get(license) ?? 0) + 1);
    const choices = (license ?? '').replace(/[()]/g, '').split(/ OR /);
    const isAllowed = choices.some((choice) => choice.split(/ AND /).every((each) => ALLOWED.test(each.trim())));
    if (!isAllowed) wrong.push(`${name} ${version}: ${license ?? 'no licence stated'}`);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const shipped = packages.filter(({ dev }) => !dev).length;
  return `${packages.length} packages, ${shipped} of them not for development alone: ${[...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([license, count]) => `${license} ${count}`)
    .join(', ')}`;
}

/** Who installs the package runs no code of a dependency by that. */
function installScripts() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev);
  const scripted = shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  if (scripted.length > 0) throw new Error(`${scripted.join(', ')}: runs a script when it is installed`);
  return `none in ${shipped.length} packages`;
}

/** CycloneDX list of what the package needs, as npm makes it from the lock file, less what differs at each call. */
function billOfMaterials() {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only', '--workspaces', 'false'];
  const text = execFileSync('npm', words, { stdio: 'pipe', encoding: 'utf8', maxBuffer: 1e8 });
  const { serialNumber: _, ...bill } = JSON.parse(text);
  const { bomFormat, specVersion, components, metadata } = bill;
  delete metadata.timestamp;
  if (bomFormat !== 'CycloneDX' || components.length === 0) throw new Error('npm made no bill of materials');
  mkdirSync('out', { recursive: true });
  writeFileSync('out/sbom.cdx.json', `${JSON.stringify(bill, null, 2)}\n`);
  return `out/sbom.cdx.json: CycloneDX ${specVersion}, ${components.length} components`;
}

function packageSize() {
  if (!existsSync('dist/lib/index.js')) throw new Error('the package is not built: npm run build');
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      stdio: 'pipe',
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  );
  const { size, unpackedSize, entryCount } = packed;
  const words = `${(size / 1e6).toFixed(2)} MB packed, ${(unpackedSize / 1e6).toFixed(2)} MB unpacked, ${entryCount} files`;
  if (size > MAX_PACKED_BYTES || unpackedSize > MAX_UNPACKED_BYTES)
    throw new Error(`${words}; at most ${MAX_PACKED_BYTES / 1e6} and ${MAX_UNPACKED_BYTES / 1e6}`);
  return words;
}

function audit() {
  let text;
  try {
    text = execFileSync('npm', ['audit', '--json', '--omit', 'dev'], {
      stdio: 'pipe',
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch (error) {
    text = String(error.stdout ?? '');
  }
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    report = {};
  }
  if (!report.metadata) return 'not asked: the registry cannot be reached';
  const { high, critical, moderate, low } = report.metadata.vulnerabilities;
  if (high + critical > 0) throw new Error(`${critical} critical and ${high} high: npm audit`);
  return `none high or critical (${moderate} moderate, ${low} low)`;
}
