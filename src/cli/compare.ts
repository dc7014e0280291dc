import { basename } from 'node:path';
import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import type { Departure, Override } from '../flow/run-record.ts';
import { type Said, said } from '../flow/said.ts';
import { sharedStreamFraction } from '../force/raid-streams.ts';
import type { PageCase } from '../report/compare/compare-page.ts';
import type { Comparison } from '../report/compare/compare-screen.ts';
import { areDrawsPaired } from '../report/compare/date-differences.ts';
import type { Compared } from '../report/compare/result-differences.ts';
import type { Prepared } from '../run/prepare.ts';
import { count } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import {
  type CommandContext,
  type CommandSpec,
  InterruptedError,
  setOption,
  WITHOUT_RUN,
  withoutOption,
} from './command.ts';
import type { SharedDraws } from './compare-dates.ts';
import { descriptorOf, type InputFile, shownName } from './input-file.ts';
import type { LoadedCase } from './load-case.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** `cupola compare`: two scenarios or results side by side. */
export const command: CommandSpec = {
  name: 'compare',
  summary: 'Two scenarios or results side by side: what differs, and by how much beyond noise',
  configure(program) {
    setOption(program)
      .argument('<a>', 'scenario (YAML; - for standard input) or result (JSON of `cupola run`)')
      .argument('[b]', 'the other one; with --set or --without the same scenario, so changed')
      .option('--trials <n>', 'raids of both, over those of the scenarios; without --draws these alone')
      .option(
        '--draws <n>',
        'draws of both, for what gets through and is spent by date; default 64 where both say how they are built; 0: none',
      )
      .option('--raids <n>', 'raids a draw and date; default 6')
      .option(
        '--date <date>',
        'date of the headline, such as 2035; default: where the median chance of the first is highest',
      )
      .option('--seed <n>', 'seed of both, over those of the scenarios')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--html <file>', 'also as one HTML page')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_RUN);
  },
  examples: [
    'cupola compare scenarios/cbo-2026.yaml examples/cbo-longer-life.yaml --trials 200',
    'cupola compare scenarios/cbo-2026.yaml --set interceptors.sbi.lifeYr=8 --trials 200',
    'cupola compare examples/layer-with-events.yaml --without spacex@2031 --draws 16 --raids 4',
    'cupola compare scenarios/golden-dome.yaml scenarios/two-families.yaml --draws 32 --date 2035',
    'cupola compare scenarios/one-missile.yaml scenarios/aei-2025.yaml --trials 100 --json',
  ],
  async run(context) {
    const { args, options, out, note, color, columns } = context;
    const wanted: Numbers = wholeNumbers(options, {
      trials: [1, 10_000_000],
      seed: [0, Number.MAX_SAFE_INTEGER],
      threads: [1, 256],
    });
    const files = [args[0]!, args[1] ?? args[0]!];
    if (args[1] === undefined && !options.set && !options.without)
      throw new InputError([{ code: 'missing', path: 'b', said: said('compare.second-or-set') }]);
    const read = await readBoth(files, options);
    const { events = [], overrides = [] } = read[1].loaded ?? {};
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const inputs = read.flatMap((each) => each.inputs);
    const outputs = await openOutputs(wishOf('--html', options.html, 'file'), inputs, context);
    const { sharedDraws } = await import('./compare-dates.ts');
    const hasDates = events.every(({ date }) => date !== undefined);
    const dated = read[1].loaded?.dated ?? options;
    const joint = hasDates
      ? await sharedDraws(
          read.map(({ given }) => given),
          dated,
        )
      : null;
    const [left, right] = await runBoth(read[0], read[1], context, { ...wanted, joint });
    const [{ inputDifferences }, { resultDifferences }, { compareScreen }] = await Promise.all([
      import('../report/compare/input-differences.ts'),
      import('../report/compare/result-differences.ts'),
      import('../report/compare/compare-screen.ts'),
    ]);
    const bothRun = left.architecture !== undefined && right.architecture !== undefined;
    const comparison: Comparison = {
      ...(await namesOf(files, events, overrides)),
      areInputsCompared: bothRun,
      inputs: bothRun ? inputDifferences(left.architecture, right.architecture) : [],
      results: resultDifferences(left, right),
      date: joint?.date ?? left.result.headline?.date,
      method: methodOf(left, right, bothRun),
    };
    if (outputs.has('--html')) {
      const [{ comparePage }, { draw }] = await Promise.all([
        import('../report/compare/compare-page.ts'),
        import('../figures/draw.ts'),
      ]);
      const [a, b] = [await pageCase(left, comparison.a), await pageCase(right, comparison.b)];
      if (await outputs.file('--html', comparePage(comparison, a, b, draw))) note(`wrote ${options.html}`);
    }
    if (options.json) {
      out(JSON.stringify(comparison));
      return outputs.exitCode;
    }
    const { colorStyle, plainStyle } = await import('../report/text.ts');
    out(compareScreen(comparison, color ? colorStyle : plainStyle, columns));
    return outputs.exitCode;
  },
};

interface Numbers {
  trials?: number;
  seed?: number;
  threads?: number;
  joint?: SharedDraws | null;
}

type Side = Compared & { result: Result; architecture?: Architecture; prepared?: Prepared };

/** A scenario or a result as it was read. */
interface ReadCase {
  given: Result | Architecture;
  inputs: InputFile[];
  /** Of a scenario: its programme, and who is gone. */
  loaded?: LoadedCase;
}

/** Reads both, the second as the words change it. @throws InputError every problem of either */
async function readBoth(files: string[], words: Record<string, unknown>): Promise<[ReadCase, ReadCase]> {
  const problems: Problem[] = [];
  const read: ReadCase[] = [];
  for (const [i, file] of files.entries()) {
    try {
      const { set: _set, without: _without, ...unchanged } = words;
      read.push(await readOne(file, i === 0 ? unchanged : words));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return [read[0], read[1]];
}

/** Runs what is a scenario, with the trials and the seed of the first, so that both share their random numbers. */
async function runBoth(a: ReadCase, b: ReadCase, context: CommandContext, wanted: Numbers): Promise<[Side, Side]> {
  const [{ given: first }, { given: second }] = [a, b];
  const analysis: Numbers = {
    trials: wanted.trials ?? ('analysis' in first ? first.analysis.trials : undefined),
    seed: wanted.seed ?? ('analysis' in first ? first.analysis.seed : undefined),
  };
  if ('analysis' in second) noteOther(second.analysis, analysis, wanted, context);
  const how = { ...analysis, threads: wanted.threads, joint: wanted.joint };
  const left = await sideOf(a, how, context);
  const date = how.joint?.date ?? left.result.headline?.date;
  const right = await sideOf(b, { ...how, joint: how.joint && { ...how.joint, date } }, context);
  return [left, right];
}

/** Says where the second scenario is not run as it asks to be, and the user did not ask for it either. */
function noteOther(asked: Numbers, given: Numbers, wanted: Numbers, context: CommandContext): void {
  const differ = (['trials', 'seed'] as const).filter((key) => wanted[key] === undefined && asked[key] !== given[key]);
  const words = (of: Numbers) =>
    differ.map((key) =>
      key === 'seed'
        ? said('compare.asks-seed', { seed: String(of.seed) })
        : said('compare.asks-trials', { count: of.trials! }),
    );
  if (differ.length > 0 && differ.every((key) => given[key] !== undefined))
    context.note(say('compare.asks', { asked: words(asked), given: words(given) }));
}

/** A result where the file ends in `.json`, else a scenario as the words change it. */
async function readOne(file: string, words: Record<string, unknown>): Promise<ReadCase> {
  if (!file.endsWith('.json')) {
    const { loadCase } = await import('./load-case.ts');
    const loaded = await loadCase(file, words);
    return { given: loaded.architecture, inputs: loaded.inputs, loaded };
  }
  const changing = (['set', 'without'] as const).filter((name) => words[name] !== undefined);
  if (changing.length > 0)
    throw new InputError(
      changing.map((name) => ({ code: 'wrong-word', path: `--${name}`, said: said('compare.set-result', { file }) })),
    );
  const { readInputFile } = await import('./input-file.ts');
  return { given: resultOf(file, await readInputFile(file)), inputs: [{ path: file, what: say('file.the-result') }] };
}

function resultOf(file: string, text: string): Result {
  const bad = (why: Said) => new InputError([{ code: 'no-result', file, path: '', said: why }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad(said('command.not-json'));
  }
  const keys = ['seed', 'effect', 'cost', 'provenance', 'fielding'];
  const isResult = typeof value === 'object' && value !== null && keys.every((key) => key in value);
  if (!isResult) throw bad(said('command.no-result'));
  return value as Result;
}

async function sideOf(
  { given, loaded }: ReadCase,
  { trials, seed, threads, joint }: Numbers,
  context: CommandContext,
): Promise<Side> {
  if (!('analysis' in given)) return { result: given };
  for (const { analysis } of [given, loaded!.whole]) {
    if (trials !== undefined) analysis.trials = trials;
    if (seed !== undefined) analysis.seed = seed;
  }
  const [{ simulateAndAnswer }, { addJoint }, { trialColumns }, { addLeftFielding }] = await Promise.all([
    import('./run.ts'),
    import('./joint-run.ts'),
    import('../report/compare/trial-columns.ts'),
    import('./load-case.ts'),
  ]);
  const { result, outcomes, prepared } = await simulateAndAnswer(given, context, { threads });
  if (joint && !(await addJoint(result, loaded!.programme, { ...joint, threads }, context)))
    throw new InterruptedError(context.signal);
  await addLeftFielding(result, loaded!);
  return { result, columns: trialColumns(outcomes), architecture: given, prepared };
}

/** A case as its page shows it: with maps where the scenario was run. */
async function pageCase({ result, prepared }: Side, name: string): Promise<PageCase> {
  if (!prepared) return { name, result, maps: [] };
  const { launchMaps } = await import('../run/launch-maps.ts');
  return { name, result, maps: launchMaps(prepared, result) };
}

/** Names by file; with their folders where the files are called the same, and of one file by what was set. */
async function namesOf(
  [a, b]: string[],
  events: readonly Departure[],
  overrides: readonly Override[],
): Promise<{ a: string; b: string }> {
  const [left, right] = [a, b].map((file) =>
    descriptorOf(file) === undefined ? basename(file).replace(/\.(ya?ml|json)$/, '') : shownName(file),
  );
  if (events.length + overrides.length > 0) {
    const { changeWords, titleOf } = await import('../report/run-record.ts');
    const changes = changeWords(events, overrides);
    return { a: left, b: a === b ? changes : titleOf(right, changes) };
  }
  return left === right ? { a: a, b: b } : { a: left, b: right };
}

function methodOf(a: Side, b: Side, bothRun: boolean): string {
  return [byDateWords(a.result, b.result), raidWords(a, b, bothRun)].filter(Boolean).join(' ');
}

/** How differences by date were taken; empty where one has no answer by date. */
function byDateWords(a: Result, b: Result): string {
  if (!a.drawn || !b.drawn) return '';
  return areDrawsPaired(a, b)
    ? say('compare.dates-paired', { draws: a.draws!.drawsCount, seed: String(a.seed) })
    : say('compare.dates-apart');
}

function raidWords(a: Side, b: Side, bothRun: boolean): string {
  const inputs = bothRun ? '' : said('compare.method-inputs');
  const costs = costWords(a.result, b.result);
  if (!a.result.effect || !b.result.effect) return say('compare.method-plain', { costs, inputs });
  const raids = a.columns?.leakersCount.length ?? 0;
  const { seed } = a.result;
  if (raids === 0 || raids !== b.columns?.leakersCount.length || seed !== b.result.seed)
    return say('compare.method-apart', { costs, inputs });
  const shared = sharedWords(a.architecture, b.architecture);
  return say('compare.method', { raids: String(raids), seed: String(seed), shared, costs });
}

/** How much of its luck a case has in common with the other. */
function sharedWords(a: Architecture | undefined, b: Architecture | undefined): Said {
  const fraction = a && b ? sharedStreamFraction(a, b) : 1;
  return fraction === 1 ? said('compare.shared-all') : said('compare.shared-part', { share: fraction });
}

/** What is known of the noise in the costs. */
function costWords(...results: Result[]): Said | '' {
  const costs = results.map(({ cost }) => cost);
  if (costs.some((cost) => !cost)) return '';
  if (!costs.some((cost) => cost!.uncertainty.tornado.length > 0)) return said('compare.costs-exact');
  const draws = [...new Set(costs.map((cost) => count(cost!.uncertainty.trials)))];
  return said('compare.costs-drawn', { draws });
}
