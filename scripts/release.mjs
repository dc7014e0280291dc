// Makes a release from a clean checkout, into out/release: the package, its bill of materials, the licence texts, checksums.
// It publishes nothing and sets no tag, which may stand already where the checkout is; it prints how to. With --check it only says what stands in the way.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publicAddresses, versionProblems } from './release-checks.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const OUT = 'out/release';
const { values: given } = parseArgs({
  options: { repository: { type: 'string' }, bugs: { type: 'string' }, check: { type: 'boolean' } },
});
const manifest = readFileSync('package.json', 'utf8');
const { name, version, ...described } = JSON.parse(manifest);
const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();
const npm = (...words) => execFileSync('npm', words, { stdio: 'inherit' });

const addresses = publicAddresses(described, given);
const problems = [
  ...(git('status', '--porcelain') === '' ? [] : ['the tree has changes that are not committed']),
  ...(isElsewhere(`v${version}`) ? [`the tag v${version} is set on another commit`] : []),
  ...versionProblems(version, {
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    others: {
      'studio/package.json': JSON.parse(readFileSync('studio/package.json', 'utf8')).version,
      'python/pyproject.toml': /^version = "(.*)"$/m.exec(readFileSync('python/pyproject.toml', 'utf8'))?.[1],
    },
  }),
  ...addresses.problems,
];
for (const problem of problems) console.error(problem);
if (given.check || problems.length > 0) {
  if (problems.length === 0) console.log(`${name} ${version} can be released`);
  process.exit(problems.length === 0 ? 0 : 1);
}

npm('run', 'build');
npm('run', 'build:studio');
npm('run', 'check');
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
try {
  // what was given for this release alone is in the package too
  writeFileSync('package.json', `${JSON.stringify({ ...JSON.parse(manifest), ...addresses.fields }, null, 2)}\n`);
  npm('pack', '--ignore-scripts', '--pack-destination', OUT);
} finally {
  writeFileSync('package.json', manifest);
}
copyFileSync('out/sbom.cdx.json', `${OUT}/${name}-${version}.cdx.json`);
for (const part of ['cli', 'studio'])
  copyFileSync(`dist/${part}/third-party-licences.txt`, `${OUT}/third-party-licences-${part}.txt`);
const sums = readdirSync(OUT)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(`${OUT}/${file}`))
        .digest('hex')}  ${file}`,
  );
writeFileSync(`${OUT}/SHA256SUMS`, `${sums.join('\n')}\n`);
const next = isSet(`v${version}`) ? '' : `\n\nnext: git tag -a v${version} -m "${name} ${version}"`;
console.log(`${OUT}:\n${sums.join('\n')}${next}`);

function isSet(tag) {
  return git('tag', '--list', tag) !== '';
}

function isElsewhere(tag) {
  return isSet(tag) && git('rev-parse', `${tag}^{commit}`) !== git('rev-parse', 'HEAD');
}
