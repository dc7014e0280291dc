// Makes a release from a clean checkout, into out/release: the package, its bill of materials, the licence texts, checksums.
// It publishes nothing and sets no tag; it prints how to.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const OUT = 'out/release';
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();
const npm = (...words) => execFileSync('npm', words, { stdio: 'inherit' });

const problems = [];
if (git('status', '--porcelain') !== '') problems.push('the tree has changes that are not committed');
if (!readFileSync('CHANGELOG.md', 'utf8').includes(`\n## ${version}`))
  problems.push(`CHANGELOG.md has no section "## ${version}"`);
if (git('tag', '--list', `v${version}`) !== '') problems.push(`the tag v${version} is set already`);
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

npm('run', 'build');
npm('run', 'build:studio');
npm('run', 'check');
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
npm('pack', '--ignore-scripts', '--pack-destination', OUT);
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
console.log(`${OUT}:\n${sums.join('\n')}\n\nnext: git tag -a v${version} -m "${name} ${version}"`);
