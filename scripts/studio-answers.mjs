// Works out the answers by date of the shipped scenarios, which the studio shows until its own engine has them: studio/src/answers/*.json.
// `--check` compares them with the files, to the digit, and writes nothing. Takes a few minutes.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}studio/src/answers/`;
const isCheck = process.argv.includes('--check');
const scenarios = readdirSync(`${root}scenarios`).filter((name) => name.endsWith('.yaml'));

/** The document of a run by date, as the studio makes it: 64 draws, 6 raids; undefined where the scenario has no dates. */
async function run(file) {
  const words = [
    `${root}dist/cli/main.js`,
    'run',
    file,
    '--draws',
    '64',
    '--raids',
    '6',
    '--trials',
    '1',
    '--json',
    '--quiet',
  ];
  try {
    const { stdout } = await promisify(execFile)('node', words, { cwd: root, maxBuffer: 1e9 });
    return JSON.parse(stdout);
  } catch (error) {
    if (error.stderr?.includes('--draws')) return undefined; // not built by date
    if (error.stderr?.includes('starlink.tle')) return undefined; // needs a file that is not shipped
    throw error;
  }
}

const wrong = [];
const names = new Set();
for (const file of scenarios) {
  const result = await run(`scenarios/${file}`);
  if (!result) continue;
  const { raid, coverage, cost, headline, byDate, asIfComplete, draws, run: record } = result;
  const unpriced = cost?.result.notes.filter(({ code }) => code === 'cost.no-price') ?? [];
  const { sentence: _, ...told } = headline;
  const answer = {
    scenarioHash: record.scenarioHash,
    catalogHash: record.catalogHash,
    raid,
    coverage: coverage.map(({ id }) => ({ id })),
    cost: cost && { result: { elements: cost.result.elements.map(({ id }) => ({ id })), notes: unpriced } },
    joint: { headline: told, byDate, asIfComplete, draws },
  };
  const text = `${JSON.stringify(answer)}\n`;
  const name = file.replace(/\.yaml$/, '.json');
  names.add(name);
  if (!isCheck) writeFileSync(folder + name, text);
  else if (readFileSync(folder + name, 'utf8') !== text) wrong.push(name);
  console.log(name);
}
for (const name of readdirSync(folder)) {
  if (names.has(name)) continue;
  if (isCheck) wrong.push(name);
  else rmSync(folder + name);
}
if (wrong.length > 0) {
  console.error(`not what the engine says: ${wrong.join(', ')}; run npm run studio:answers`);
  process.exit(1);
}
