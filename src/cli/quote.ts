import { InputError } from '../flow/problems.ts';
import type { Quote } from '../flow/quote.ts';
import { said } from '../flow/said.ts';
import { collect } from './collect.ts';
import { type CommandSpec, setOption, WITHOUT_DATES, withoutOption } from './command.ts';
import type { LoadedCase } from './load-case.ts';
import { questionForms } from './quote-question.ts';
import type { QuoteMade } from './quote-run.ts';
import { PICTURE_PX } from './rasterize.ts';
import type { Outputs } from './write-file.ts';

/** `cupola quote`: one sentence to quote, with what it rests on and how it stands. */
export const command: CommandSpec = {
  name: 'quote',
  summary: 'One sentence to quote, one chart, one footnote, and whether a single assumption turns it around',
  configure(program) {
    setOption(program)
      .argument('<scenario>', 'scenario file (YAML); - for standard input')
      .argument('<question...>', `one of: ${questionForms.map((form) => `"${form}"`).join('; ')}`)
      .option('--elements <id=FILE>', 'orbital elements of a network or layer (repeatable)', collect)
      .option('--stale <days>', 'elements up to so many days from the epoch fly; default 30')
      .option('--skip-bad', 'leave out sets of elements that have faults, and say how many')
      .option('--draws <n>', 'draws of every number with a range; default 64')
      .option('--raids <n>', 'raids a draw and date; default 6')
      .option('--seed <n>', 'seed of the random numbers, over that of the scenario')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--svg <file>', 'the chart (SVG)')
      .option('--png <file>', 'the chart (PNG)')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_DATES);
  },
  examples: [
    'cupola quote scenarios/golden-dome.yaml "what if spacex leaves"',
    'cupola quote scenarios/golden-dome.yaml "what gets through in 2035" --draws 32',
    'cupola quote scenarios/golden-dome.yaml "is 175 billion enough by 2029" --json',
    'cupola quote scenarios/two-families.yaml "who takes the money" --svg money.svg',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const [file, ...words] = args.flat() as string[];
    const [{ loadCase }, { makeQuote, numbersOf }, { openOutputs, wishOf }] = await Promise.all([
      import('./load-case.ts'),
      import('./quote-run.ts'),
      import('./write-file.ts'),
    ]);
    const numbers = numbersOf(options);
    const read = await loadCase(file, { ...options, draws: String(numbers.draws) });
    const loaded = { ...read, architecture: read.programme };
    await checkCost(loaded);
    const wishes = [...wishOf('--svg', options.svg, 'file'), ...wishOf('--png', options.png, 'file')];
    const outputs = await openOutputs(wishes, loaded.inputs, context);
    const made = await makeQuote(loaded, { ...numbers, file: file, words: words.join(' ') }, context);
    await writeChart(made, outputs);
    if (options.json) {
      const { carry } = await import('./carry.ts');
      const from = { spec: command, loaded, command: made.quote.run.command };
      out(JSON.stringify(await carry(made.quote satisfies Quote, from, context)));
      return outputs.exitCode;
    }
    const [{ quoteScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/quote-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(quoteScreen(made.quote, made, color ? colorStyle : plainStyle, columns));
    return outputs.exitCode;
  },
};

/** @throws InputError for what cannot be priced, and where nothing is built by date */
async function checkCost({ architecture }: Pick<LoadedCase, 'architecture'>): Promise<void> {
  const [{ costProblems }, { isBuilt }] = await Promise.all([
    import('../programme/cost-problems.ts'),
    import('../run/joint-numbers.ts'),
  ]);
  const problems = costProblems(architecture);
  if (problems.length === 0 && !isBuilt(architecture)) {
    const missing = said('option.not-built', { missing: architecture.name });
    problems.push({ code: 'not-built', path: 'scenario', said: missing });
  }
  if (problems.length > 0) throw new InputError(problems);
}

async function writeChart({ quote, answer, departures }: QuoteMade, outputs: Outputs): Promise<void> {
  if (!outputs.has('--svg') && !outputs.has('--png')) return;
  const [{ departuresFigure }, { jointFigure }, { titledPicture }, { draw }] = await Promise.all([
    import('../report/figures/departures-figure.ts'),
    import('../report/figures/joint-figure.ts'),
    import('../report/figures/titled-picture.ts'),
    import('../figures/draw.ts'),
  ]);
  const headline = { ...answer.headline, sentence: quote.sentence };
  const figure =
    (departures && departuresFigure(departures)) ??
    jointFigure({ headline, byDate: answer.byDate, draws: answer.draws })!;
  const svg = titledPicture({ ...figure, sentence: quote.sentence }, quote.run.command, draw);
  if (outputs.has('--svg')) await outputs.file('--svg', `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`);
  if (outputs.has('--png')) {
    const rasterize = await (await import('./rasterize.ts')).loadRasterizer();
    await outputs.file('--png', rasterize(svg, PICTURE_PX));
  }
}
