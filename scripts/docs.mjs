// The documentation: `generate` writes the generated pages, `check` tells whether they are up to date, `build` writes them and makes
// the site, `site` makes it of pages that are up to date.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from './docs-reference.mjs';
import { modelCards } from './model-cards.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [what = 'build'] = process.argv.slice(2);
if (!['generate', 'check', 'build', 'site'].includes(what)) {
  console.error(`expected generate, check, build or site, found "${what}"`);
  process.exit(2);
}

const MARK = '<!-- Written by scripts/docs.mjs; do not edit. -->\n\n';
const pages = new Map([...modelCards(), ...(await referencePages())].map(([path, text]) => [path, MARK + text]));
const known = ['docs/models', 'docs/reference'].flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [],
);

if (what === 'check' || what === 'site') {
  const stale = [...pages].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  const left = known.filter((path) => !pages.has(path));
  for (const [path] of stale) console.error(`${path} is out of date: npm run docs:generate`);
  for (const path of left) console.error(`${path} belongs to no model or table: npm run docs:generate`);
  if (stale.length + left.length > 0) process.exit(1);
} else {
  for (const path of known.filter((each) => !pages.has(each))) rmSync(path);
  for (const [path, text] of pages) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
if (what === 'build' || what === 'site') {
  const node = (...words) => execFileSync(process.execPath, words, { stdio: 'inherit' });
  node('node_modules/typedoc/bin/typedoc', '--options', 'docs/typedoc.json');
  node('node_modules/vitepress/bin/vitepress.js', 'build', 'docs');
}
