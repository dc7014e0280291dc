// Builds the studio as a static folder (dist/studio) and prints what a visitor loads, in kilobytes of gzip.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = process.env.CUPOLA_STUDIO_OUT ?? `${root}dist/studio`;

// with another NODE_ENV, as that of a shell or of tests, the page would keep nothing for use without a network
const env = { ...process.env, NODE_ENV: 'production' };
execFileSync('npm', ['run', '--silent', 'build', '--workspace', '@cupola/studio'], {
  cwd: root,
  stdio: 'inherit',
  env,
});

const html = readFileSync(`${outDir}/index.html`, 'utf8');
let first = gzipSync(html).length;
for (const file of readdirSync(`${outDir}/assets`).sort()) {
  const size = gzipSync(readFileSync(`${outDir}/assets/${file}`)).length;
  const isFirst = html.includes(file);
  if (isFirst) first += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${isFirst ? 'first' : 'later'}  ${file}`);
}
console.log(`${(first / 1000).toFixed(1).padStart(8)} kB before lazy parts`);
