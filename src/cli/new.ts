import type { Catalog } from '../catalog/entry.ts';
import type { Kind } from '../catalog/kinds.ts';
import { suggestion } from '../catalog/suggestion.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { nameIn, say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import type { Picked } from './new-scenario.ts';

/** What each option picks from the catalog, and what it is where nobody picks. */
const PICKS = [
  { option: 'raid', kind: 'raids', isList: false, standard: ['north-korea-2026'] },
  {
    option: 'interceptors',
    kind: 'interceptors',
    isList: true,
    standard: ['cbo-2026-sbi'],
  },
  {
    option: 'sensors',
    kind: 'sensors',
    isList: true,
    standard: ['next-gen-opir-geo', 'sda-tracking-t2'],
  },
  { option: 'networks', kind: 'networks', isList: true, standard: ['sdn-backbone'] },
  {
    option: 'vehicles',
    kind: 'launchers',
    isList: true,
    standard: ['falcon-9', 'new-glenn'],
  },
] as const satisfies { option: string; kind: Kind; isList: boolean; standard: string[] }[];

/** `cupola new`: a scenario to begin with. */
export const command: CommandSpec = {
  name: 'new',
  summary: 'A scenario to begin with, each part with a comment, from entries of the catalog',
  configure(program) {
    program
      .option('--name <name>', 'name of the scenario; default: My shield')
      .option('--date <date>', 'day of the raid', '2032-06-01')
      .option('--raid <id>', `an entry of \`cupola catalog list raids\`; default ${PICKS[0].standard}`)
      .option('--interceptors <list>', `entries of \`cupola catalog list interceptors\`; default ${PICKS[1].standard}`)
      .option('--sensors <list>', `entries of \`cupola catalog list sensors\`, or none; default ${PICKS[2].standard}`)
      .option('--networks <list>', `entries of \`cupola catalog list networks\`, or none; default ${PICKS[3].standard}`)
      .option(
        '--vehicles <list>',
        `entries of \`cupola catalog list launchers\`, or none; default ${PICKS[4].standard}`,
      )
      .option('--ask', 'ask for each of them on the terminal')
      .option('--out <file>', 'file to write; default: standard output')
      .option('--force', 'replace a file that cupola did not write, or that was edited since');
  },
  examples: [
    'cupola new --out mine.yaml',
    'cupola new --name "Two layers against an accident" --raid accident-one --interceptors cbo-2026-sbi,gbi',
    'cupola new --sensors none --networks none',
  ],
  async run(context) {
    const { options, out } = context;
    const { loadInstalledCatalog } = await import('./load-catalog.ts');
    const catalog = await loadInstalledCatalog();
    const words = options.ask ? await askedWords(catalog, context) : (options as Record<string, string | undefined>);
    const picked = pick(words, catalog);
    const [{ newScenario }, { loadParsed }, { parseScenario }, { openOutputs, wishOf }, { markedText }] =
      await Promise.all([
        import('./new-scenario.ts'),
        import('../read/load-scenario.ts'),
        import('../read/parse.ts'),
        import('./write-file.ts'),
        import('./written-mark.ts'),
      ]);
    const text = newScenario(picked, catalog);
    loadParsed(parseScenario(text, say('new.file')), catalog, {}); // whatever is written can be run
    const outputs = await openOutputs(wishOf('--out', options.out, 'file'), [], context);
    if (options.out === undefined) out(text);
    else if (await outputs.file('--out', markedText(text)))
      context.note(say('new.wrote', { file: String(options.out) }));
    return outputs.exitCode;
  },
};

/** @throws InputError for every word that names no entry, and for a date that is none */
function pick(words: Record<string, unknown>, catalog: Catalog): Picked {
  const problems: Problem[] = [];
  const [raids, interceptors, sensors, networks, vehicles] = PICKS.map(({ option, kind, isList, standard }) => {
    const word = words[option] as string | undefined;
    if (word?.trim() === 'none' && isList && kind !== 'interceptors') return [];
    const ids = word === undefined ? [...standard] : word.split(',').map((id) => id.trim());
    for (const id of ids) {
      if (Object.hasOwn(catalog.entries[kind], id)) continue;
      problems.push(unknownEntry(option, kind, id, catalog));
    }
    if (!isList && ids.length > 1)
      problems.push({ code: 'wrong-word', path: `--${option}`, said: said('new.one-entry', { word: ids.join(',') }) });
    return ids;
  }) as [string[], string[], string[], string[], string[]];
  const date = String(words.date);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    problems.push({
      code: 'wrong-date',
      path: '--date',
      said: said('new.day', { word: date }),
    });
  if (problems.length > 0) throw new InputError(problems);
  return {
    name: words.name === undefined ? say('new.name') : String(words.name),
    date,
    raid: raids[0],
    interceptors,
    sensors,
    networks,
    vehicles,
  };
}

function unknownEntry(option: string, kind: Kind, id: string, catalog: Catalog): Problem {
  const near = suggestion(id, Object.keys(catalog.entries[kind]));
  const hint = near || said('problem.semicolon');
  const sentence = said('problem.unknown-entry', { id, kind, hint, command: `cupola catalog list ${kind}` });
  return { code: 'unknown-entry', path: `--${option}`, said: sentence };
}

/** The words as a person types them; an empty line takes the standard. @throws InputError where the input ends before all is asked */
async function askedWords(catalog: Catalog, { options, note }: CommandContext): Promise<Record<string, unknown>> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    lines.setPrompt(question);
    lines.prompt();
    const { done, value } = await typed.next();
    if (!done) return value.trim();
    throw new InputError([{ code: 'missing', path: '--ask', said: said('new.input-ended') }]);
  };
  const words: Record<string, unknown> = { ...options };
  const standardName = String(options.name ?? say('new.name'));
  try {
    words.name = (await ask(`${say('new.ask-name', { standard: standardName })} `)) || words.name;
    for (const { option, kind, standard } of PICKS) {
      const known = Object.values(catalog.entries[kind]);
      note(known.map((entry) => `  ${entry.id}: ${nameIn(entry.name)}`).join('\n'));
      words[option] = (await ask(`${say(`new.ask-${option}`, { standard: standard.join(',') })} `)) || words[option];
    }
  } finally {
    lines.close();
  }
  return words;
}
