// Builds a second time and compares: the same sources must give the same bytes, whatever NODE_ENV says, and no byte of the folder they lie in.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const PARTS = ['dist/cli', 'dist/lib', 'dist/catalog.json', 'dist/studio'];
const env = { ...process.env, NODE_ENV: 'development' };
const node = (...words) => promisify(execFile)(process.execPath, words, { env });

const first = hashes();
if (PARTS.some((part) => ![...first.keys()].some((file) => file.startsWith(part)))) {
  console.error('dist is not whole: npm run build, npm run build:studio');
  process.exit(1);
}
await Promise.all([node('scripts/build.mjs'), node('scripts/studio-build.mjs')]);
const second = hashes();

const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (file) => first.get(file) !== second.get(file),
);
const placed = [...second.keys()].filter((file) => readFileSync(file).includes(root));
for (const file of differing) console.error(`${file} differs between two builds`);
for (const file of placed) console.error(`${file} names the folder that it was built in`);
console.log(`${second.size} files, ${differing.length} differ between two builds, ${placed.length} name their folder`);
process.exit(differing.length + placed.length === 0 ? 0 : 1);

function hashes() {
  const files = PARTS.flatMap(filesOf);
  return new Map(files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
