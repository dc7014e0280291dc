import { InputError, type Problem } from '../flow/problems.ts';
import type { Repeat, RepeatFile } from '../flow/repeat.ts';
import { plainly, type Said, said } from '../flow/said.ts';
import type { CarriedFile } from '../report/repeat-record.ts';
import { collect } from './collect.ts';
import { BESIDE_ANSWER, type CommandContext, type CommandSpec, InterruptedError } from './command.ts';

/** A result may carry a megabyte of files beside its own. */
const MAX_RESULT_BYTES = 256 * 1024 * 1024;

/** `cupola verify`: whether a result stands as it was written, and comes out the same again; `specs` are all commands. */
export const verifyOf = (specs: () => readonly CommandSpec[]): CommandSpec => ({
  name: 'verify',
  isDateless: true,
  summary: 'Make a result again from its file alone: was it altered, and does it come out the same',
  configure(program) {
    program
      .argument(
        '<result>',
        'JSON of run, partners, source, claim, quote, field, load or footprint, or a report of run (HTML); - for standard input',
      )
      .option('--file <file>', 'a file of elements that was too large for the result to carry (repeatable)', collect)
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola run scenarios/one-missile.yaml --json | cupola verify -',
    'cupola field scenarios/cbo-2026.yaml --trials 40 --json | cupola verify - --json',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const path = args[0]!;
    const [{ readRepeat }, { readInputFile, shownName }] = await Promise.all([
      import('../report/read-repeat.ts'),
      import('./input-file.ts'),
    ]);
    const file = shownName(path);
    const { repeat, answer } = readRepeat(await readInputFile(path, MAX_RESULT_BYTES), file);
    const refuse = (why: Said) => new InputError([{ code: 'not-verified', file, path: '', said: why }]);
    const spec = commandOf(repeat, specs(), refuse);
    const files = await filesOf(repeat, options.file as string[] | undefined, refuse);
    const again = repeat.isCutShort ? undefined : await madeAgain(repeat, { spec, files, refuse }, context);
    const [{ reportVerification, verification }, { isVerified, verifyScreen }, { colorStyle, plainStyle }, maker] =
      await Promise.all([
        import('../report/repeat-record.ts'),
        import('../report/verify-screen.ts'),
        import('../report/text.ts'),
        makerHere(again),
      ]);
    const found = answer ? verification(answer, again, maker) : reportVerification(repeat, again, maker);
    out(
      options.json
        ? JSON.stringify({ file, words: repeat.words, ...found })
        : verifyScreen(file, repeat, found, color ? colorStyle : plainStyle, columns),
    );
    return isVerified(found) ? 0 : 1;
  },
});

/** Commands whose answers can be made again. */
const MADE_AGAIN = ['run', 'partners', 'source', 'claim', 'quote', 'field', 'load', 'footprint'];

/** The command that made an answer. @throws InputError for one that is not made again, and for words that write files */
function commandOf({ words }: Repeat, specs: readonly CommandSpec[], refuse: (why: Said) => InputError): CommandSpec {
  const [name = '', ...more] = words;
  const spec = specs.find((each) => each.name === name && MADE_AGAIN.includes(name));
  if (!spec) throw refuse(said('verify.unknown-command', { command: name, known: MADE_AGAIN }));
  const writing = more.find((word) => {
    const [, option] = /^--([a-z-]+)/.exec(word) ?? [];
    return (
      option !== undefined && BESIDE_ANSWER.has(option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))
    );
  });
  if (writing !== undefined) throw refuse(said('verify.writes', { word: writing }));
  return spec;
}

/** Every file that went in: those that the answer carries, and those given beside it. @throws InputError for what is missing, and what is none of them */
async function filesOf(
  { files }: Repeat,
  given: readonly string[] = [],
  refuse: (why: Said) => InputError,
): Promise<CarriedFile[]> {
  const [{ sha256 }, { MAX_ELEMENT_FILE_BYTES, readInputFile, shownName }] = await Promise.all([
    import('../num/sha256.ts'),
    import('./input-file.ts'),
  ]);
  const byHash = new Map<string, string>();
  for (const path of given) {
    const text = await readInputFile(path, MAX_ELEMENT_FILE_BYTES);
    const hash = sha256(text);
    if (!files.some((file) => file.sha256 === hash))
      throw new InputError([
        { code: 'other-file', file: shownName(path), path: '', said: said('verify.other-file', { hash }) },
      ]);
    byHash.set(hash, text);
  }
  const textOf = (file: RepeatFile) => file.text ?? byHash.get(file.sha256);
  const missing = files.filter((file) => textOf(file) === undefined);
  if (missing.length > 0)
    throw new InputError(
      missing.flatMap(
        ({ name, sha256: hash }): Problem[] => refuse(said('verify.needs-file', { name, hash })).problems,
      ),
    );
  return files.map((file) => ({ name: file.name, element: file.element, text: textOf(file)! }));
}

interface Way {
  spec: CommandSpec;
  files: readonly CarriedFile[];
  refuse: (why: Said) => InputError;
}

/** The answer that the words of a record give here, from its own files, in its language. @throws InputError where the command refuses */
async function madeAgain(
  { words, language }: Repeat,
  { spec, files, refuse }: Way,
  { signal, progress }: CommandContext,
): Promise<object & { repeat: Repeat }> {
  const [{ runCaptured }, { useCarried }, { languages }, { speak, spoken }] = await Promise.all([
    import('./run-captured.ts'),
    import('./load-scenario.ts'),
    import('../words/languages.ts'),
    import('../words/words.ts'),
  ]);
  const before = spoken();
  const spoke = await languages.find(({ code }) => code === language)?.load();
  useCarried(files);
  if (spoke) speak(spoke);
  try {
    const { isRefused, text } = await runCaptured(spec, [...words.slice(1), '--json'], signal, progress);
    if (signal.aborted) throw new InterruptedError(signal);
    if (isRefused) throw refuse(said('verify.refused', { why: plainly(text.trim()) }));
    return JSON.parse(text) as object & { repeat: Repeat };
  } finally {
    useCarried(undefined);
    speak(before);
  }
}

/** What makes it here, by the answer that was made; of one that was not, this program. */
async function makerHere(
  again: { repeat: Repeat } | undefined,
): Promise<Pick<Repeat, 'version' | 'catalogHash' | 'engine'>> {
  if (again) return again.repeat;
  const [{ version }, { loadInstalledCatalog }, { engineHere }] = await Promise.all([
    import('./package-folder.ts'),
    import('./load-catalog.ts'),
    import('./carry.ts'),
  ]);
  return { version, catalogHash: (await loadInstalledCatalog()).hash, engine: engineHere() };
}
