import type { Catalog } from '../catalog/entry.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { SourcingResult } from '../flow/sourcing.ts';
import type { SourcingOptions } from '../sourcing/offers.ts';
import { say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import type { Outputs } from './write-file.ts';

const DEFAULT_LOSS = 0.5;
const DEFAULT_WITHIN_YR = 10;
const VERIFY_TRIALS = 40;

/** `cupola source`: the cheapest mix of partners that survives the loss of any one of them. */
export const command: CommandSpec = {
  name: 'source',
  summary: 'The cheapest mix of partners that survives the loss of any one, and the price of independence',
  configure(program) {
    program
      .argument('<scenario>', 'scenario file (YAML); - for standard input')
      .option('--loss <share>', `share of every function that each loss must leave; default ${DEFAULT_LOSS}`)
      .option('--within <years>', `years in which the mix has to stand; default ${DEFAULT_WITHIN_YR}`)
      .option('--max-share <share>', 'no partner holds more than this of a function')
      .option('--hhi <index>', 'Herfindahl-Hirschman index of every function at most this, 0 to 10,000')
      .option('--two-families', 'at least two makers in every launch function, as 10 USC 2273 asks')
      .option('--pairs', 'any two partners may be lost together')
      .option('--write <file>', 'write the mix as a scenario and run it')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola source scenarios/golden-dome.yaml',
    'cupola source scenarios/golden-dome.yaml --loss 0.8 --two-families',
    'cupola source scenarios/golden-dome.yaml --max-share 0.4 --write mix.yaml',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const wanted = readOptions(options);
    const [{ loadScenario }, { loadInstalledCatalog }, { loadHighs }, { searchPartners }, { costProblems }] =
      await Promise.all([
        import('./load-scenario.ts'),
        import('./load-catalog.ts'),
        import('./load-highs.ts'),
        import('../sourcing/search.ts'),
        import('../programme/cost-problems.ts'),
      ]);
    const { architecture, text, catalog, inputs } = await loadScenario(args[0]!);
    const problems = costProblems(architecture);
    if (!architecture.partners)
      problems.push({
        code: 'no-partners',
        path: 'partners',
        said: said('command.no-book', { example: '`partners: { use: partners-2026-11 }`' }),
      });
    if (problems.length > 0) throw new InputError(problems);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const outputs = await openOutputs(wishOf('--write', options.write, 'file'), inputs, context);
    const highs = await loadHighs();
    const begun = performance.now();
    const result = searchPartners(highs, architecture, catalog, wanted, ({ done, of }) => {
      if (performance.now() - begun > 1000) context.progress(say('progress.programme', { done, of }));
      return !context.signal.aborted;
    });
    context.progress('');
    if (result.model.demands.length === 0)
      throw new InputError([
        {
          code: 'nothing-to-choose',
          path: 'partners',
          said: said('command.no-choice'),
        },
      ]);
    const verified =
      options.write === undefined
        ? undefined
        : await writeMix(text, await loadInstalledCatalog(), result, outputs, context);
    if (options.json) {
      out(JSON.stringify({ ...result, verified }));
      return outputs.exitCode;
    }
    const [{ sourceScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/source-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(sourceScreen({ name: architecture.name, result, verified }, color ? colorStyle : plainStyle, columns));
    return outputs.exitCode;
  },
};

function readOptions(options: Record<string, unknown>): SourcingOptions {
  const problems: Problem[] = [];
  const number = (name: string, key: string, low: number, high: number): number | undefined => {
    const word = options[key];
    if (word === undefined) return undefined;
    const value = Number(word);
    if (String(word).trim() !== '' && value >= low && value <= high) return value;
    problems.push({
      code: 'wrong-number',
      path: `--${name}`,
      said: said('option.number', { min: low, max: high, word: String(word) }),
    });
    return undefined;
  };
  const read = {
    lossFraction: number('loss', 'loss', 0, 1) ?? DEFAULT_LOSS,
    withinYr: number('within', 'within', 0.5, 60) ?? DEFAULT_WITHIN_YR,
    maxShareFraction: number('max-share', 'maxShare', 0.01, 1),
    maxHerfindahlIndex: number('hhi', 'hhi', 100, 10_000),
    twoFamilies: options.twoFamilies === true,
    pairs: options.pairs === true,
  };
  if (problems.length > 0) throw new InputError(problems);
  return read;
}

/** Writes the mix as a scenario, resolves it as `cupola run` would, and runs it: whole, and in its hardest loss. */
async function writeMix(
  text: string,
  catalog: Catalog,
  result: SourcingResult,
  outputs: Outputs,
  context: CommandContext,
) {
  const file = String(context.options.write);
  const [{ mixText }, { parseScenario }, { resolveScenario }, { verifyMix }, { markedText }] = await Promise.all([
    import('../sourcing/mix-text.ts'),
    import('../read/parse.ts'),
    import('../read/resolve.ts'),
    import('../sourcing/verify-mix.ts'),
    import('./written-mark.ts'),
  ]);
  const { text: written, offerOf } = mixText(text, catalog, result.model, result.robust);
  const architecture = resolveScenario(parseScenario(written, file), catalog);
  const isWritten = await outputs.file('--write', markedText(written));
  const step = (done: number, of: number) => {
    context.progress(say('progress.verifying', { done, of }));
    return !context.signal.aborted;
  };
  const verified = verifyMix(architecture, result.model, result.robust, offerOf, VERIFY_TRIALS, step);
  context.progress('');
  return { ...(isWritten && { file }), ...verified };
}
