import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say, tell } from '../words/words.ts';
import type { CommandSpec } from './command.ts';
import type { HypatiaFiles, ImportedScenario } from './import-scenario.ts';
import { type InputFile, MAX_ELEMENT_FILE_BYTES, shownName } from './input-file.ts';
import { noteLeftOut } from './left-out.ts';

/** `cupola import`: what others publish, as a scenario to start from. */
export const command: CommandSpec = {
  name: 'import',
  summary: 'Satellites, ground stations or a Hypatia network as a scenario to start from',
  configure(program) {
    program
      .argument('<source>', 'TLE or OMM file, CSV of ground stations (- for standard input), or Hypatia network folder')
      .requiredOption('--out <dir>', 'folder for scenario.yaml and the files it needs')
      .option(
        '--network <id>',
        'network of the catalog for stations; and what satellites of a file are like',
        'starlink-gen1',
      )
      .option('--skip-bad', 'leave out sets of elements that have faults, and list them')
      .option('--stale <days>', 'elements up to so many days from the epoch fly; default 30')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'what was found, as one JSON document');
  },
  examples: [
    'cupola import examples/data/starlink-plane.tle --out out/starlink-plane',
    'cupola import examples/data/stations.csv --network starlink-gen1 --out out/stations',
    'cupola import examples/data/hypatia-ring --network amazon-leo --out out/hypatia-ring',
  ],
  async run(context) {
    const { args, options, out, note } = context;
    const source = args[0]!;
    const network = String(options.network);
    await checkNetwork(network);
    const flight = await flightWords(options);
    const imported = await importFrom(source, network, flight);
    noteLeftOut(imported.left ?? [], note);
    const folder = String(options.out);
    const files = Object.entries(imported.files);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const names = files.map(([name]) => name);
    const wishes = wishOf('--out', folder, 'folder', 'import').map((wish) => ({ ...wish, names }));
    const outputs = await openOutputs(wishes, inputsOf(source), context);
    if (!(await outputs.folder('--out', files))) return outputs.exitCode;
    const { loadScenarioFile } = await import('./load-scenario.ts');
    const { architecture } = await loadScenarioFile(join(folder, 'scenario.yaml')); // whatever is written must be readable
    const routeCount = architecture.routes.length;
    const { health, epochUtc } = imported;
    const { healthNote } = await import('../world/health-notes.ts');
    if (health) note(tell(healthNote(health, epochUtc)));
    const { kind, satelliteCount, stationCount } = imported;
    for (const sentence of imported.notes ?? []) note(tell(sentence));
    if (options.json) out(JSON.stringify({ kind, satelliteCount, stationCount, routeCount, files: names, health }));
    else
      out(
        [
          say('import.found', {
            kind: said(`import.kind-${kind}`),
            satellites: satelliteCount,
            stations: stationCount,
            routes: routeCount,
          }),
          say('import.wrote', { names, folder }),
          `  cupola route ${join(folder, 'scenario.yaml')}`,
        ].join('\n'),
      );
    return 0;
  },
};

interface Flight {
  skipBad?: true;
  maxAgeDays?: number;
}

async function flightWords(options: Record<string, unknown>): Promise<Flight> {
  const { flightOf } = await import('./load-scenario.ts');
  const { maxAgeDays, isSkippingBad } = flightOf(options);
  return { ...(isSkippingBad && { skipBad: true }), ...(maxAgeDays !== undefined && { maxAgeDays }) };
}

async function checkNetwork(network: string): Promise<void> {
  const { loadInstalledCatalog } = await import('./load-catalog.ts');
  const known = Object.keys((await loadInstalledCatalog()).entries.networks);
  if (known.includes(network)) return;
  const { suggestion } = await import('../catalog/yaml-document.ts');
  const hint = suggestion(network, known);
  throw new InputError([
    { code: 'unknown-network', path: '--network', said: said('command.catalog-network', { id: network, hint, known }) },
  ]);
}

async function importFrom(source: string, network: string, flight: Flight): Promise<ImportedScenario> {
  const { elementsScenario, hypatiaScenario, stationsScenario } = await import('./import-scenario.ts');
  const info = await stat(source).catch(() => undefined); // what is wrong with it, its reading says
  if (info?.isDirectory()) return hypatiaScenario(await hypatiaFiles(source), basename(source), network);
  const { readInputFile } = await import('./input-file.ts');
  const text = await readInputFile(source, MAX_ELEMENT_FILE_BYTES);
  const { looksLikeStations } = await import('./import-stations.ts');
  const file = shownName(source);
  return looksLikeStations(text)
    ? stationsScenario(text, file, network)
    : elementsScenario(text, file, network, flight);
}

const HYPATIA_FILES = ['tles.txt', 'ground_stations.txt'];
const MORE_HYPATIA_FILES = ['isls.txt', 'description.txt'];

function inputsOf(source: string): InputFile[] {
  const names = [...HYPATIA_FILES, ...MORE_HYPATIA_FILES];
  const parts = names.map((name) => ({ path: join(source, name), what: say('file.the-source') }));
  return [{ path: source, what: say('file.the-source') }, ...parts];
}

/** The files of a Hypatia network folder that are read; the last two need not be there. */
async function hypatiaFiles(folder: string): Promise<HypatiaFiles> {
  const { readInputFile } = await import('./input-file.ts');
  const isThere = await Promise.all(
    MORE_HYPATIA_FILES.map((name) =>
      stat(join(folder, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const names = [...HYPATIA_FILES, ...MORE_HYPATIA_FILES.filter((_, i) => isThere[i])];
  const read = await Promise.allSettled(names.map((name) => readInputFile(join(folder, name), MAX_ELEMENT_FILE_BYTES)));
  const faults = read.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  const other = faults.find((fault) => !(fault instanceof InputError));
  if (other) throw other;
  if (faults.length > 0) throw new InputError(faults.flatMap((fault) => (fault as InputError).problems));
  const texts = new Map(names.map((name, i) => [name, (read[i] as PromiseFulfilledResult<string>).value]));
  return {
    tles: texts.get('tles.txt')!,
    stations: texts.get('ground_stations.txt')!,
    isls: texts.get('isls.txt'),
    description: texts.get('description.txt'),
  };
}
