import type { Highs } from 'highs';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { AskedChance, FlownMix, ResponseCurve, SourcingResult } from '../flow/sourcing.ts';
import { chanceAt, shareFor } from '../sourcing/response-at.ts';
import type { SearchPiece } from '../sourcing/search.ts';
import { say } from '../words/words.ts';
import { type CommandContext, type CommandSpec, InterruptedError } from './command.ts';
import type { LoadedScenario } from './load-scenario.ts';
import { DEFAULT_DRAWS, DEFAULT_LOSS, DEFAULT_RAIDS, readOptions, type Wanted } from './source-options.ts';
import type { Outputs } from './write-file.ts';

/** `cupola source`: the cheapest mix of partners that keeps its force after the loss of any one of them, flown. */
export const command: CommandSpec = {
  name: 'source',
  readsScenario: true,
  summary:
    'The cheapest mix of partners that keeps its force after the loss of any one, flown: the price of independence',
  configure(program) {
    program
      .option('--loss <share>', `share of what would stand that each loss must leave; default ${DEFAULT_LOSS}`)
      .option('--loss-date <date>', 'day on which a partner leaves, one at a time; default: half the horizon')
      .option(
        '--within <years>',
        'years until all has to stand; default: year by year as the programme of the scenario',
      )
      .option('--at-least <chance>', 'chance that nothing gets through that is asked for; with --by')
      .option('--by <date>', 'day from which it is asked for, or until which the budget lasts')
      .option('--budget-musd <millions>', 'the largest layer of interceptors in space for a price; with --by')
      .option(
        '--warm <share>',
        'least rate of a launcher that is taken in, as a share of what it has left; default 0.25',
      )
      .option('--budget-musd-yr <millions>', 'most money a year; default: the budgets among the events of the scenario')
      .option(
        '--learning <ratio>',
        'price ratio at each doubling of quantity where the catalog has none; default: none',
      )
      .option('--step <years>', 'length of a period: 1, 0.5 or 0.25; default 1')
      .option('--without <partner...>', 'partners that take no part from the start')
      .option('--keep <partner...>', 'partners that must take part')
      .option('--max-share <share>', 'no partner holds more than this of a function')
      .option('--hhi <index>', 'Herfindahl-Hirschman index of every function at most this, 0 to 10,000')
      .option('--two-families', 'at least two partners in launch, as 10 USC 2273 asks')
      .option('--pairs', 'any two partners may be lost together')
      .option('--futures', 'what each mix costs over the best in a few futures: prices, launchers that do not fly')
      .option(
        '--shortfall-musd <millions>',
        'what a year of a whole fleet counts that is missing after a loss: the mix of the least of both',
      )
      .option(
        '--loss-rate <rate>',
        'chance a year of each loss with which that counts; default: that of an award by the book',
      )
      .option(
        '--draws <number>',
        `draws of the inputs with which the mixes are flown; default ${DEFAULT_DRAWS}; 0: not flown`,
      )
      .option('--raids <number>', `raids a draw and date; default ${DEFAULT_RAIDS}`)
      .option('--threads <number>', 'threads; default: one a core')
      .option('--write <file>', 'write the mix as a scenario')
      .option('--mps <file>', 'write the programme for another solver')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola source scenarios/golden-dome.yaml',
    'cupola source scenarios/golden-dome.yaml --without spacex --draws 0',
    'cupola source scenarios/golden-dome.yaml --max-share 0.4 --write mix.yaml',
    'cupola source scenarios/golden-dome.yaml --shortfall-musd 10000 --draws 0',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const [{ loadScenarioFile }, { loadHighs }, { searchInPieces }, { costProblems }] = await Promise.all([
      import('./load-scenario.ts'),
      import('./load-highs.ts'),
      import('../sourcing/search.ts'),
      import('../programme/cost-problems.ts'),
    ]);
    const loaded = await loadScenarioFile(args[0]!, options);
    const { architecture, catalog, inputs } = loaded;
    const problems = costProblems(architecture);
    if (!architecture.partners)
      problems.push({
        code: 'no-partners',
        path: 'partners',
        said: said('command.no-book', { example: '`partners: { use: partners-2026-11 }`' }),
      });
    if (problems.length > 0) throw new InputError(problems);
    const wanted = readOptions(options, architecture);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const wishes = [...wishOf('--write', options.write, 'file'), ...wishOf('--mps', options.mps, 'file')];
    const outputs = await openOutputs(wishes, inputs, context);
    const highs = await loadHighs();
    const response = wanted.untilYr === undefined ? undefined : await responseOf(architecture, context);
    const asked = response && askedOf(wanted, response);
    const pieces = searchInPieces(highs, architecture, catalog, { ...wanted.search, asked });
    const isFlown = wanted.draws > 0;
    const stop = new AbortController(); // what is flown beside the questions ends with them where they fail
    const signal = AbortSignal.any([context.signal, stop.signal]);
    let texts: Awaited<ReturnType<typeof mixTexts>> | undefined;
    let flying: Promise<FlownMix[] | null> | undefined;
    let result: SourcingResult;
    try {
      result = await stepped(pieces, context, async (found) => {
        texts = await mixTexts(loaded, found);
        if (!isFlown || found.robust.status !== 'optimal') return;
        flying = flyTexts(found, texts, { catalog, wanted, context: { ...context, signal } });
        flying.catch(() => {}); // told where it is waited for
      });
      context.progress('');
      Object.assign(result, response && { response });
      if (wanted.budgetMusd !== undefined && wanted.untilYr !== undefined)
        result.budget = await budgetOf(highs, architecture, result, { ...wanted, untilYr: wanted.untilYr });
      if (options.mps !== undefined && result.robust.status === 'optimal') {
        const [{ planMps }, { mixOptionsOf }] = await Promise.all([
          import('../sourcing/coupled/plan-mps.ts'),
          import('../sourcing/search.ts'),
        ]);
        const rules = mixOptionsOf(result.model, wanted.search);
        await outputs.file('--mps', planMps(highs, result.model, { ...rules, cases: result.held }));
      }
      if (isFlown && result.robust.status === 'optimal')
        result.band = await bandOf(highs, loaded, result, { wanted, asked, context });
      texts ??= await mixTexts(loaded, result);
      if (options.write !== undefined) await writeMix(texts.get('robust'), outputs);
      result.flown = (await flying) ?? undefined;
    } catch (error) {
      stop.abort();
      throw error;
    }
    if (options.json) {
      const { sourceDocument } = await import('../report/source-document.ts');
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(sourceDocument(result), { spec: command, loaded }, context)));
      return outputs.exitCode;
    }
    const [{ sourceScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/source-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(sourceScreen({ name: architecture.name, result }, color ? colorStyle : plainStyle, columns));
    return outputs.exitCode;
  },
};

/** Raids at each point of the curve. */
const RESPONSE_RAIDS = 100;

async function responseOf(architecture: Architecture, context: CommandContext): Promise<ResponseCurve | undefined> {
  const { responseCurve } = await import('../run/response.ts');
  let done = 0;
  const curve = responseCurve(architecture, RESPONSE_RAIDS, () => {
    if (done++ % 20 === 0) context.progress(say('source.response', { done }));
    return !context.signal.aborted;
  });
  context.progress('');
  return curve;
}

/** The share of the layer that the asked chance takes. @throws InputError where the whole layer does not give it */
function askedOf({ atLeast, untilYr }: Wanted, curve: ResponseCurve): AskedChance | undefined {
  if (atLeast === undefined || untilYr === undefined) return undefined;
  const shareFraction = shareFor(curve, atLeast);
  if (shareFraction !== undefined) return { noLeaker: atLeast, byYr: untilYr, shareFraction };
  throw new InputError([
    {
      code: 'never-enough',
      path: '--at-least',
      said: said('source.never-enough', { asked: atLeast, most: curve.noLeaker.at(-1)! }),
    },
  ]);
}

/** The price of independence over the draws. */
async function bandOf(
  highs: Highs,
  { architecture, catalog }: LoadedScenario,
  { model, held }: SourcingResult,
  { wanted, asked, context }: { wanted: Wanted; asked?: AskedChance; context: CommandContext },
) {
  const [{ priceBand }, { mixOptionsOf, planOptions }] = await Promise.all([
    import('../sourcing/coupled/price-band.ts'),
    import('../sourcing/search.ts'),
  ]);
  const search = { ...wanted.search, asked };
  const band = priceBand(
    highs,
    architecture,
    catalog,
    {
      draws: wanted.draws,
      plan: planOptions(architecture, search),
      rulesOf: (each) => mixOptionsOf(each, search),
      held: held.map((c) => model.cases[c].name),
    },
    (draw) => {
      context.progress(say('source.draw', { draw, draws: wanted.draws }));
      return !context.signal.aborted;
    },
  );
  context.progress('');
  return band;
}

async function budgetOf(
  highs: Highs,
  architecture: Architecture,
  { model, response }: SourcingResult,
  { budgetMusd, untilYr }: { budgetMusd?: number; untilYr: number },
) {
  const { bestForBudget } = await import('../sourcing/coupled/budget.ts');
  const best = bestForBudget(highs, architecture, model, { budgetMusd: budgetMusd!, untilYr });
  return best && response ? { ...best, noLeaker: chanceAt(response, best.standingFraction) } : best;
}

/** The mixes as scenarios: today's is the scenario itself. */
async function mixTexts(
  { architecture, text: read, changedText: text = read, catalog }: LoadedScenario,
  { model, cheapest, robust }: SourcingResult,
): Promise<Map<FlownMix['which'], string>> {
  const { mixText } = await import('../sourcing/mix-text.ts');
  const texts = new Map<FlownMix['which'], string>([['today', text]]);
  for (const [which, mix] of [
    ['cheapest', cheapest],
    ['robust', robust],
  ] as const) {
    if (mix.status !== 'optimal') continue;
    const words = { scenario: architecture.name, share: model.lossFraction };
    const head = { name: say(`source.name-${which}`, words), description: say(`source.description-${which}`, words) };
    texts.set(which, mixText(text, catalog, { model, mix }, head).text);
  }
  return texts;
}

async function writeMix(text: string | undefined, outputs: Outputs): Promise<void> {
  if (text === undefined) return;
  const { markedText } = await import('./written-mark.ts');
  await outputs.file('--write', markedText(text));
}

/**
 * Takes a search step by step, with a turn for everything else between two.
 *
 * @param onMixes told once, as soon as the mixes are known
 */
async function stepped(
  pieces: Generator<SearchPiece, SourcingResult>,
  context: CommandContext,
  onMixes: (result: SourcingResult) => Promise<void>,
): Promise<SourcingResult> {
  let isTold = false;
  for (;;) {
    const { done: isEnd, value } = pieces.next();
    if (isEnd) return value;
    const { done, of, result } = value;
    context.progress(say('progress.programme', { done, of }));
    if (result && !isTold) await onMixes(result);
    isTold ||= result !== undefined;
    await new Promise((resolve) => setImmediate(resolve));
    if (!context.signal.aborted) continue;
    if (result) return result;
    throw new InterruptedError(context.signal);
  }
}

/** Flies today's mix, the cheapest and the chosen one, with every loss; null where one of them is not built or flown to the end. */
async function flyTexts(
  { model }: SourcingResult,
  texts: ReadonlyMap<FlownMix['which'], string>,
  { catalog, wanted, context }: { catalog: Catalog; wanted: Wanted; context: CommandContext },
): Promise<FlownMix[] | null> {
  const [{ parseScenario }, { resolveScenario }, { flyMixes }, { isBuilt }] = await Promise.all([
    import('../read/parse.ts'),
    import('../read/resolve.ts'),
    import('./flown-run.ts'),
    import('../run/joint-numbers.ts'),
  ]);
  const mixes = new Map(
    [...texts].map(([which, text]) => [which, resolveScenario(parseScenario(text, which), catalog)] as const),
  );
  return [...mixes.values()].every(isBuilt) ? flyMixes(mixes, catalog, model, wanted, context) : null;
}
