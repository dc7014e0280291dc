import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { type CommandSpec, WITHOUT_DATES, withoutOption } from './command.ts';
import { shownName } from './input-file.ts';
import { numberOption } from './number-option.ts';

const MOST_TRIALS = 100_000;

/** `cupola field`: when an architecture stands, from factories, vehicles and pads. */
export const command: CommandSpec = {
  name: 'field',
  readsScenario: true,
  summary: 'When a scenario stands: satellites and capability by month, launches, what holds it back',
  configure(program) {
    program
      .option('--trials <n>', 'campaigns to run', '200')
      .option('--seed <n>', 'seed; the one of the scenario by default')
      .option('--budget-musd-yr <musd>', 'money for units and launches in a year')
      .option('--first <fraction>', 'share of the units that counts as first capability', '0.25')
      .option('--full <fraction>', 'share of the units that counts as full capability', '0.95')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_DATES);
  },
  examples: [
    'cupola field scenarios/golden-dome.yaml',
    'cupola field scenarios/golden-dome.yaml --budget-musd-yr 20000',
    'cupola field scenarios/golden-dome.yaml --without spacex@2031',
    'cupola field scenarios/cbo-2026.yaml --trials 500 --json',
  ],
  async run(context) {
    const { args, options, out, color } = context;
    const read = readOptions(options);
    const [{ loadProgramme }, { fieldingOf }, { costProblems }] = await Promise.all([
      import('./load-case.ts'),
      import('../programme/fielding.ts'),
      import('../programme/cost-problems.ts'),
    ]);
    const loaded = await loadProgramme(args[0]!, options);
    const { programme: architecture } = loaded;
    const problems = costProblems(architecture).map((problem) => ({ ...problem, file: shownName(args[0]!) }));
    if (problems.length > 0) throw new InputError(problems);
    if (read.budgetMusdYr !== undefined) {
      const [{ checkBudgets }, { costOf }] = await Promise.all([
        import('./budget-words.ts'),
        import('../programme/cost.ts'),
      ]);
      const { totalMusd, years } = costOf(architecture);
      checkBudgets('--budget-musd-yr', [read.budgetMusdYr], totalMusd / years);
    }
    const result = fieldingOf(architecture, {
      trials: read.trials,
      seed: read.seed ?? architecture.analysis.seed,
      firstFraction: read.first,
      fullFraction: read.full,
      rules: read.budgetMusdYr === undefined ? {} : { budgetMusdYr: read.budgetMusdYr },
    });
    if (options.json) {
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(result, { spec: command, loaded }, context), null, 2));
      return 0;
    }
    const [{ fieldingLines }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/fielding-lines.ts'),
      import('../report/text.ts'),
    ]);
    const style = color ? colorStyle : plainStyle;
    out(`${style.bold(architecture.name)}\n${fieldingLines(result, style)}`);
    return 0;
  },
};

interface FieldOptions {
  trials: number;
  seed?: number;
  first: number;
  full: number;
  budgetMusdYr?: number;
}

function readOptions(options: Record<string, unknown>): FieldOptions {
  const problems: Problem[] = [];
  const whole = (name: string, min: number, max: number) =>
    options[name] === undefined
      ? undefined
      : numberOption(`--${name}`, options[name], { min, max, isWhole: true }, problems);
  const above = (name: string, flag: string, code: 'option.fraction' | 'option.above-zero', most: number) => {
    if (options[name] === undefined) return undefined;
    const word = String(options[name]);
    const value = word.trim() === '' ? Number.NaN : Number(word);
    if (!(value > 0 && value <= most)) problems.push({ code: 'out-of-range', path: flag, said: said(code, { word }) });
    return value;
  };
  const read = {
    trials: whole('trials', 1, MOST_TRIALS)!,
    seed: whole('seed', 0, Number.MAX_SAFE_INTEGER),
    first: above('first', '--first', 'option.fraction', 1)!,
    full: above('full', '--full', 'option.fraction', 1)!,
    budgetMusdYr: above('budgetMusdYr', '--budget-musd-yr', 'option.above-zero', Number.MAX_VALUE),
  };
  if (problems.length > 0) throw new InputError(problems);
  return read;
}
