import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicAddresses, versionProblems } from '../../scripts/release-checks.mjs';

const REPOSITORY = 'https://forge.host.tld/cupola/cupola.git';
const BUGS = 'https://forge.host.tld/cupola/cupola/issues';

describe('addresses of a release', () => {
  test('stand in package.json or are given; what nobody stated is asked for', () => {
    expect(publicAddresses({}, {}).problems).toEqual([
      'package.json has no "repository": write it there, or give --repository https://...',
      'package.json has no "bugs": write it there, or give --bugs https://...',
    ]);
    const fields = { repository: { type: 'git', url: `git+${REPOSITORY}` }, bugs: { url: BUGS } };
    expect(publicAddresses({}, { repository: REPOSITORY, bugs: BUGS })).toEqual({ problems: [], fields });
    expect(publicAddresses({ repository: { url: `git+${REPOSITORY}` }, bugs: BUGS }, {})).toEqual({
      problems: [],
      fields,
    });
    expect(
      publicAddresses({ repository: 'https://a.org/b', bugs: 'https://a.org/c' }, { bugs: BUGS }).fields.bugs,
    ).toEqual({
      url: BUGS,
    });
  });

  test.each([
    'http://forge.host.tld/cupola',
    'https://forge.host.tld',
    'https://example.com/cupola',
    'https://localhost/cupola',
    'https://10.0.0.7/cupola',
    'cupola/cupola',
  ])('%s is no public page', (address) => {
    expect(publicAddresses({}, { repository: address, bugs: BUGS }).problems).toEqual([
      expect.stringMatching(/^"repository" must be .*; found /),
    ]);
  });
});

test('the version is that of every package, and of a section of the changelog', () => {
  const changelog = '# Changelog\n\n## 1.2.0 - 2027-01-31\n\n## 1.1.0\n';
  expect(versionProblems('1.2.0', { changelog, others: { a: '1.2.0' } })).toEqual([]);
  expect(versionProblems('1.1.0', { changelog, others: {} })).toEqual([]);
  expect(versionProblems('1.2', { changelog, others: { a: '1.2.0' } })).toEqual([
    'CHANGELOG.md has no section "## 1.2": head "## Unreleased" with it and the date',
    'a has version 1.2.0, package.json has 1.2',
  ]);
});

describe('scripts/release.mjs --check', () => {
  let folder: string;
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: folder, stdio: 'pipe' });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const check = (...words: string[]) => {
    try {
      const out = execFileSync(process.execPath, ['scripts/release.mjs', '--check', ...words], {
        cwd: folder,
        stdio: 'pipe',
      });
      return { status: 0, lines: String(out).trim().split('\n') };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer };
      return { status, lines: String(stderr).trim().split('\n') };
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cupola-release-'));
    for (const part of ['scripts', 'studio', 'python']) mkdirSync(join(folder, part));
    for (const file of ['release.mjs', 'release-checks.mjs']) cpSync(`scripts/${file}`, join(folder, 'scripts', file));
    for (const file of ['package.json', 'studio/package.json', 'python/pyproject.toml'])
      write(file, readFileSync(file, 'utf8'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    write('CHANGELOG.md', `# Changelog\n\n## ${version} - 2027-01-31\n`);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('says that nobody stated an address, and has nothing to say once both are given', () => {
    const asked = check();
    expect(asked.status).toBe(1);
    expect(asked.lines).toEqual([expect.stringContaining('"repository"'), expect.stringContaining('"bugs"')]);
    const { status, lines } = check('--repository', REPOSITORY, '--bugs', BUGS);
    expect({ status, lines }).toEqual({ status: 0, lines: [expect.stringMatching(/^cupola \S+ can be released$/)] });
  });

  test('tells what is not committed, a tag that stands elsewhere, a section and a version that are missing', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    git('tag', '-a', `v${version}`, '-m', 'as it is printed');
    expect(check('--repository', REPOSITORY, '--bugs', BUGS).status).toBe(0);
    git('commit', '-q', '--allow-empty', '-m', 'later');
    write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n');
    write('studio/package.json', '{ "version": "9.9.9" }');
    const { status, lines } = check('--repository', REPOSITORY, '--bugs', BUGS);
    expect(status).toBe(1);
    expect(lines).toEqual([
      'the tree has changes that are not committed',
      `the tag v${version} is set on another commit`,
      expect.stringContaining('CHANGELOG.md has no section'),
      expect.stringContaining('studio/package.json has version 9.9.9'),
    ]);
  });
});
