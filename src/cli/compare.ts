import { basename } from 'node:path';
import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import { sharedStreamFraction } from '../force/raid-streams.ts';
import type { PageCase } from '../report/compare/compare-page.ts';
import type { Comparison } from '../report/compare/compare-screen.ts';
import type { Compared } from '../report/compare/result-differences.ts';
import type { Prepared } from '../run/prepare.ts';
import { count } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { descriptorOf, type InputFile, shownName } from './input-file.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** `cupola compare`: two scenarios or results side by side. */
export const command: CommandSpec = {
  name: 'compare',
  summary: 'Two scenarios or results side by side: what differs, and by how much beyond noise',
  configure(program) {
    program
      .argument('<a>', 'scenario (YAML; - for standard input) or result (JSON of `cupola run`)')
      .argument('<b>', 'the other one')
      .option('--trials <n>', 'raids of both, over those of the scenarios')
      .option('--seed <n>', 'seed of both, over those of the scenarios')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--html <file>', 'also as one HTML page')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola compare scenarios/cbo-2026.yaml examples/cbo-longer-life.yaml --trials 200',
    'cupola compare scenarios/one-missile.yaml scenarios/aei-2025.yaml --trials 100 --json',
  ],
  async run(context) {
    const { args, options, out, note, color, columns } = context;
    const wanted: Numbers = wholeNumbers(options, {
      trials: [1, 10_000_000],
      seed: [0, Number.MAX_SAFE_INTEGER],
      threads: [1, 256],
    });
    const read = await readBoth(args as string[]);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const inputs = read.flatMap((each) => each.inputs);
    const outputs = await openOutputs(wishOf('--html', options.html, 'file'), inputs, context);
    const [left, right] = await runBoth(read[0], read[1], context, wanted);
    const [{ inputDifferences }, { resultDifferences }, { compareScreen }] = await Promise.all([
      import('../report/compare/input-differences.ts'),
      import('../report/compare/result-differences.ts'),
      import('../report/compare/compare-screen.ts'),
    ]);
    const bothRun = left.architecture !== undefined && right.architecture !== undefined;
    const comparison: Comparison = {
      ...namesOf(args as string[]),
      areInputsCompared: bothRun,
      inputs: bothRun ? inputDifferences(left.architecture, right.architecture) : [],
      results: resultDifferences(left, right),
      method: methodOf(left, right, bothRun),
    };
    if (outputs.has('--html')) {
      const { comparePage } = await import('../report/compare/compare-page.ts');
      const [a, b] = [await pageCase(left, comparison.a), await pageCase(right, comparison.b)];
      if (await outputs.file('--html', comparePage(comparison, a, b))) note(`wrote ${options.html}`);
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
}

type Side = Compared & { result: Result; architecture?: Architecture; prepared?: Prepared };

/** A scenario or a result as it was read. */
interface ReadCase {
  given: Result | Architecture;
  inputs: InputFile[];
}

/** Reads both. @throws InputError every problem of either */
async function readBoth(files: string[]): Promise<[ReadCase, ReadCase]> {
  const problems: Problem[] = [];
  const read: ReadCase[] = [];
  for (const file of files) {
    try {
      read.push(await readOne(file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return [read[0]!, read[1]!];
}

/** Runs what is a scenario, with the trials and the seed of the first, so that both share their random numbers. */
async function runBoth(
  { given: first }: ReadCase,
  { given: second }: ReadCase,
  context: CommandContext,
  wanted: Numbers,
): Promise<[Side, Side]> {
  const analysis: Numbers = {
    trials: wanted.trials ?? ('analysis' in first ? first.analysis.trials : undefined),
    seed: wanted.seed ?? ('analysis' in first ? first.analysis.seed : undefined),
  };
  if ('analysis' in second) noteOther(second.analysis, analysis, wanted, context);
  const left = await sideOf(first, analysis, context, wanted.threads);
  return [left, await sideOf(second, analysis, context, wanted.threads)];
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

/** A result where the file ends in `.json`, else a scenario. */
async function readOne(file: string): Promise<ReadCase> {
  if (!file.endsWith('.json')) {
    const { loadScenario } = await import('./load-scenario.ts');
    const { architecture, inputs } = await loadScenario(file);
    return { given: architecture, inputs };
  }
  const { readInputFile } = await import('./input-file.ts');
  return { given: resultOf(file, await readInputFile(file)), inputs: [{ path: file, what: 'the result' }] };
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
  given: Result | Architecture,
  analysis: { trials?: number; seed?: number },
  context: CommandContext,
  threads?: number,
): Promise<Side> {
  if (!('analysis' in given)) return { result: given };
  if (analysis.trials !== undefined) given.analysis.trials = analysis.trials;
  if (analysis.seed !== undefined) given.analysis.seed = analysis.seed;
  const [{ simulateAndAnswer }, { trialColumns }] = await Promise.all([
    import('./run.ts'),
    import('../report/compare/trial-columns.ts'),
  ]);
  const { result, outcomes, prepared } = await simulateAndAnswer(given, context, { threads });
  return { result, columns: trialColumns(outcomes), architecture: given, prepared };
}

/** A case as its page shows it: with maps where the scenario was run. */
async function pageCase({ result, prepared }: Side, name: string): Promise<PageCase> {
  if (!prepared) return { name, result, maps: [] };
  const { launchMaps } = await import('../run/launch-maps.ts');
  return { name, result, maps: launchMaps(prepared, result) };
}

/** Names by file; with their folders where the files are called the same. */
function namesOf([a, b]: string[]): { a: string; b: string } {
  const [left, right] = [a!, b!].map((file) =>
    descriptorOf(file) === undefined ? basename(file).replace(/\.(ya?ml|json)$/, '') : shownName(file),
  );
  return left === right ? { a: a!, b: b! } : { a: left!, b: right! };
}

function methodOf(a: Side, b: Side, bothRun: boolean): string {
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
