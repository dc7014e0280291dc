import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import type { CommandSpec } from './command.ts';
import { readInputFile, shownName } from './input-file.ts';

const MAX_PORT = 65_535;
/** One address keeps one copy in the browser for use without a network, and what was edited there. */
const USUAL_PORT = 4710;

/** `cupola studio`: the web studio, served to this machine alone. */
export const command: CommandSpec = {
  name: 'studio',
  isEnglishOnly: true,
  isDateless: true,
  summary: 'Open the web studio: see the shield, switch a partner off, and watch what changes',
  configure(program) {
    program
      .argument('[scenario]', 'scenario file (YAML; - for standard input) to open')
      .option('--port <number>', `port on the loopback address; default ${USUAL_PORT}, where that is taken a free one`)
      .option('--no-open', 'do not open the browser');
  },
  isServer: true,
  examples: ['cupola studio', 'cupola studio scenarios/golden-dome.yaml', 'cupola studio --port 8080 --no-open'],
  async run({ args, options, out, note, signal }) {
    const port = options.port === undefined ? undefined : portOf(String(options.port));
    const scenario =
      args[0] === undefined ? undefined : { file: basename(shownName(args[0])), text: await readScenario(args[0]) };
    const folder = await studioFolder();
    const { serveStudio } = await import('./studio-server.ts');
    const server = await serveStudio({ folder, port: port ?? USUAL_PORT, orAnother: port === undefined, scenario });
    const url = `${server.url}${scenario ? '#scenario=served' : ''}`;
    out(url);
    note('The studio is open on this machine alone. Press Ctrl-C to stop.');
    if (options.open !== false) await openBrowser(url).catch((error: Error) => note(`No browser: ${error.message}`));
    await aborted(signal);
    await server.close();
    return 0;
  },
};

function portOf(word: string): number {
  const port = Number(word);
  if (Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  const message = `expected a whole number from 0 to ${MAX_PORT}; found "${word}"`;
  throw new InputError([{ code: 'out-of-range', path: '--port', said: plainly(message) }]);
}

/** The scenario's text, checked for form so that mistakes show in the terminal as well. */
async function readScenario(path: string): Promise<string> {
  const text = await readInputFile(path);
  const { parseScenario } = await import('../read/parse.ts');
  parseScenario(text, shownName(path));
  return text;
}

/** The built studio: beside the bundle of the command line, or in `dist/` where the program runs from its source. */
async function studioFolder(): Promise<URL> {
  for (const place of ['../studio/', '../../dist/studio/']) {
    const folder = new URL(place, import.meta.url);
    const found = await readFile(new URL('index.html', folder)).catch(() => undefined);
    if (found && extname(folder.pathname.slice(0, -1)) === '') return folder;
  }
  const message = 'the studio is not built: run "npm run build:studio" first';
  throw new InputError([{ code: 'not-built', path: '', said: plainly(message) }]);
}

async function openBrowser(url: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [program, ...words] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
