// The matrix of hashes: the same scenarios on every Node that is supported, without its compiler, and in Chromium. Prints it and writes it
// into docs/reliability.md, scenario by scenario; with --check only tells whether all that is promised holds. Names of scenarios after it
// choose among them.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findChromium, launchChromium } from './chromium.mjs';
import { engineScript } from './engine-script.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const call = promisify(execFile);
const PAGE = 'docs/reliability.md';
const [BEGIN, END] = ['<!-- matrix: npm run determinism -->', '<!-- end of matrix -->'];
const PROGRAM = 'dist/cli/main.js';
const VERSIONS = ['20.20.2', '22.23.5', '24.22.3', '26.10.0'];

/** Other sines and powers may move a number by so much: intercepts are refined to a microsecond. */
const MOST_APART = 1e-6;
const HASH = /^[0-9a-f]{64}$/;
/** What is run: the program with its words, and the engine alone, of the force as if complete; with draws, the program alone, by date. */
const CASES = [
  { name: 'one-missile', trials: 40 },
  { name: 'limited-raid', trials: 3 },
  { name: 'mixed-raid', trials: 2 },
  { name: 'golden-dome', trials: 2 },
  { name: 'limited-raid', trials: 1, draws: 16, raids: 4 },
  { name: 'golden-dome', trials: 1, draws: 16, raids: 4 },
];

const folder = mkdtempSync(join(tmpdir(), 'cupola-bits-'));
try {
  const isKept = await main();
  process.exitCode = isKept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const scripts = { own: await engineScript(false), plain: await engineScript(true) };
  const nodes = VERSIONS.map((version) => ({ name: `Node ${version}`, program: nodeOf(version), flags: [] }));
  const [first] = nodes;
  const engines = [...nodes, { ...first, name: `${first.name} --jitless`, flags: ['--jitless'] }];
  const rows = [];
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const chromium = await chromiumName();
  const served = chromium && (await serve(scripts));
  const without = await withoutWasm(first);
  const names = [...engines.map(({ name }) => name), ...(chromium ? [chromium] : [])];
  for (const each of CASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const program = await Promise.all(engines.map((engine) => programAnswer(engine, each)));
    rows.push({
      ...each,
      what: each.draws ? 'dates' : 'program',
      hashes: program.map(hashOf),
      apart: largestApart(program),
    });
    for (const math of each.draws ? [] : ['own', 'plain']) {
      const job = jobOf(each);
      const answers = await Promise.all([
        ...engines.map((engine) => engineAnswer(engine, math, scripts[math], job)),
        ...(served ? [browserAnswer(served.origin, math, job)] : []),
      ]);
      rows.push({ ...each, what: math, hashes: answers.map(hashOf), apart: largestApart(answers) });
    }
    for (const { what, hashes, apart: most } of rows.filter(
      ({ name, draws }) => name === each.name && draws === each.draws,
    ))
      console.log([each.name, what, ...hashes.map((hash) => hash.slice(0, 8)), most.toPrecision(1)].join('  '));
    if (!process.argv.includes('--check')) writePage(tableOf(names, rows, without));
  }
  served?.server.close();
  const broken = rows.filter(({ apart: most = 0 }) => most > MOST_APART);
  for (const { name, what } of broken) console.error(`${name} (${what}): a word, a count or a number differs`);
  return broken.length === 0;
}

/** Name of the browser; undefined where there is none. */
async function chromiumName() {
  if (findChromium() === undefined) return undefined;
  const browser = await launchChromium();
  const name = `Chromium ${browser.version().split('.')[0]}`;
  await browser.close();
  return name;
}

/** Path of a Node of this version, fetched once. */
function nodeOf(version) {
  return execFileSync('bash', ['scripts/newest-node.sh', version], { encoding: 'utf8' }).trim() || process.execPath;
}

function jobOf({ name, trials }) {
  const catalog = readdirSync('catalog', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`catalog/${path}`, 'utf8') }));
  return JSON.stringify({ scenario: readFileSync(`scenarios/${name}.yaml`, 'utf8'), catalog, trials });
}

/** What the program itself answers, without what says who made it. */
async function programAnswer({ program, flags }, { name, trials, draws, raids }) {
  const byDate = draws ? ['--draws', String(draws), '--raids', String(raids)] : [];
  const words = [...flags, PROGRAM, 'run', `scenarios/${name}.yaml`, '--trials', String(trials), ...byDate, '--json'];
  const { stdout } = await call(program, words, { maxBuffer: 1e9 });
  const { repeat, ...result } = JSON.parse(stdout);
  return JSON.stringify({ result, answerSha256: repeat.answerSha256 });
}

/** The answer of the engine alone, in a Node of its own. */
async function engineAnswer({ name, program, flags }, math, script, job) {
  const file = join(folder, `${name.replaceAll(/\W/g, '-')}-${math}.cjs`);
  writeFileSync(file, `${script}\nprocess.stdout.write(answerJob(${job}));`);
  return (await call(program, [...flags, file], { maxBuffer: 1e9 })).stdout;
}

async function serve(scripts) {
  const run = '\nself.onmessage = ({ data }) => self.postMessage(answerJob(data));';
  const files = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>engine</title>'],
    '/own.js': ['text/javascript', scripts.own + run],
    '/plain.js': ['text/javascript', scripts.plain + run],
  };
  const server = createServer(({ url }, response) => {
    const [type, text] = files[url] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type });
    response.end(text);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** The answer of the engine in a worker of a page. */
async function browserAnswer(origin, math, job) {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  const answer = await page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker('/${math}.js');
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(${job});
  })`);
  await browser.close();
  return answer;
}

/** The hash of the result, without the trials; of the program the one that its result carries. */
function hashOf(answer) {
  const { result, answerSha256 } = JSON.parse(answer);
  return answerSha256 ?? createHash('sha256').update(JSON.stringify(result)).digest('hex');
}

/** Largest share by which a number, of a trial too, differs from that of the first; infinite where a word or a count does. */
function largestApart([first, ...others]) {
  let most = 0;
  const walk = (a, b) => {
    if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null)
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) walk(a[key], b[key]);
    else if (!Object.is(a, b) && !HASH.test(a)) most = Math.max(most, apart(a, b));
  };
  for (const other of others) if (other !== first) walk(JSON.parse(first), JSON.parse(other));
  return most;
}

function apart(a, b) {
  const areNumbers = typeof a === 'number' && typeof b === 'number';
  if (!areNumbers || (Number.isInteger(a) && Number.isInteger(b))) return Number.POSITIVE_INFINITY;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-6);
}

/** What the solver and the rasterizer say where Node runs without WebAssembly. */
async function withoutWasm({ program }) {
  const words = ['--jitless', PROGRAM, 'source', 'scenarios/all-partners.yaml'];
  const { stderr } = await call(program, words).catch((error) => error);
  return stderr.split('\n').find((line) => line.includes('WebAssembly')) ?? '';
}

function tableOf(names, rows, without) {
  const about = {
    program: 'the program (`cupola run`)',
    dates: 'the program, the answer by date',
    own: "the engine, with the engine's sines and powers",
    plain: 'the engine, with sines and powers in plain JavaScript',
  };
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const day = execFileSync('git', ['log', '-1', '--format=%cs'], { encoding: 'utf8' }).trim();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { hash } = JSON.parse(readFileSync('dist/catalog.json', 'utf8'));
  const apartWords = ({ hashes, apart: most }) =>
    most > MOST_APART
      ? 'DIFFERENT'
      : most === 0
        ? 'the same'
        : `${new Set(hashes).size === 1 ? 'the same; trials ' : ''}to ${most.toPrecision(1)}`;
  return [
    `Cupola ${version} with catalog ${hash}, sources of ${day}, ${process.platform} ${process.arch} (${cpus()[0].model.trim()}). A cell is the beginning of a SHA-256.`,
    '',
    line(['scenario', 'what runs', ...names, 'agree']),
    line(Array(names.length + 3).fill('---')),
    ...rows.map((row) => {
      const hashes = names.map((_, i) => (row.hashes[i] ? `\`${row.hashes[i].slice(0, 8)}\`` : ''));
      const size = row.draws ? `${row.draws} draws` : `${row.trials} raids`;
      return line([`\`${row.name}\`, ${size}`, about[row.what], ...hashes, apartWords(row)]);
    }),
    '',
    `Under \`--jitless\` there is no WebAssembly. \`source\` and pictures as PNG, which need it, refuse: "${without}".`,
  ].join('\n');
}

function writePage(table) {
  const text = readFileSync(PAGE, 'utf8');
  const [head, rest] = text.split(BEGIN);
  const [, tail] = (rest ?? '').split(END);
  if (tail === undefined) throw new Error(`${PAGE} has no place for the matrix: ${BEGIN}, ${END}`);
  writeFileSync(PAGE, `${head}${BEGIN}\n\n${table}\n\n${END}${tail}`);
}
