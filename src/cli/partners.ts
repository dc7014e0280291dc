import { availableParallelism } from 'node:os';
import type { Catalog } from '../catalog/entry.ts';
import { dependenceOf } from '../dependence/dependence.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { WithdrawalPlan } from '../sourcing/withdrawals.ts';
import { say } from '../words/words.ts';
import { collect } from './collect.ts';
import { type CommandContext, type CommandSpec, InterruptedError } from './command.ts';
import type { JointNumbers } from './joint-run.ts';
import type { VariantsShared } from './partners-worker.ts';

const DEFAULT_TRIALS = 100;
const DEFAULT_YEARS = [0, 2, 5, 10];

/** `cupola partners`: whom the shield depends on, and what is left when one leaves. */
export const command: CommandSpec = {
  name: 'partners',
  summary: 'Whom the shield depends on, and what is left when a partner leaves',
  configure(program) {
    program
      .argument('<scenario>', 'scenario file (YAML); - for standard input')
      .option('--trials <n>', `raids for each case, the same for all; default ${DEFAULT_TRIALS}`)
      .option('--years <list>', `years after the withdrawal; default ${DEFAULT_YEARS.join(',')}`)
      .option('--partner <id>', 'only this partner or part (repeatable)', collect)
      .option('--pairs', 'pairs of partners too')
      .option(
        '--draws <n>',
        'also what each departure does by date, over draws of every number with a range; such as 16',
      )
      .option('--raids <n>', 'with --draws: raids a draw and date; default 6')
      .option('--date <date>', 'with --draws: day on which one leaves; default: the first date that is looked at')
      .option('--dependence', 'shares, concentration and single points of failure alone: no raids')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola partners scenarios/golden-dome.yaml',
    'cupola partners scenarios/golden-dome.yaml --partner spacex --trials 400',
    'cupola partners scenarios/limited-raid.yaml --partner spacex --draws 16 --date 2038',
    'cupola partners scenarios/golden-dome.yaml --dependence --json',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const wanted = readOptions(options);
    const [{ loadScenario }, { costOf }, { costProblems }, { planWithdrawals, withdrawalsOf }, { canSimulate }] =
      await Promise.all([
        import('./load-scenario.ts'),
        import('../programme/cost.ts'),
        import('../programme/cost-problems.ts'),
        import('../sourcing/withdrawals.ts'),
        import('../run/prepare.ts'),
      ]);
    const { architecture, catalog } = await loadScenario(args[0]!);
    const problems = costProblems(architecture);
    if (problems.length > 0) throw new InputError(problems);
    const dependence = dependenceOf(architecture, costOf(architecture));
    const roots = wanted.roots.length > 0 ? wanted.roots : undefined;
    await checkRoots(roots, dependence.roots);
    const joint = await drawsOf(options, architecture);
    const withdrawals =
      options.dependence || !canSimulate(architecture)
        ? undefined
        : await (async () => {
            const plan = planWithdrawals(architecture, { ...wanted, roots, pairs: options.pairs === true, catalog });
            return withdrawalsOf(plan, await runPlan(architecture, plan, wanted.threads, context));
          })();
    const leaving = new Map(
      dependence.roots.filter(({ id }) => roots?.includes(id) ?? true).map(({ id, name }) => [id, name]),
    );
    const departures =
      joint && !context.signal.aborted
        ? await departed({ architecture, catalog }, leaving, { ...joint, ...wanted }, context)
        : undefined;
    if (options.json) {
      out(JSON.stringify({ dependence, withdrawals, departures }));
      return 0;
    }
    const [{ partnersScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/partners-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(
      partnersScreen(
        { name: architecture.name, dependence, withdrawals, departures, only: roots },
        color ? colorStyle : plainStyle,
        columns,
      ),
    );
    return 0;
  },
};

/** Draws of the answer by date, where they are asked for, and the day on which somebody leaves. */
async function drawsOf(
  { draws, raids, date }: Record<string, unknown>,
  architecture: Architecture,
): Promise<(JointNumbers & { date: string }) | null> {
  if (draws === undefined && raids === undefined && date === undefined) return null;
  const [{ checkedDate, jointWords }, { jointDates }] = await Promise.all([
    import('./joint-run.ts'),
    import('../run/joint.ts'),
  ]);
  const joint = jointWords({ draws, raids, date }, architecture);
  if (!joint) return null;
  return { ...joint, date: await checkedDate(joint.date ?? jointDates(architecture)[0]!, architecture) };
}

async function departed(
  loaded: { architecture: Architecture; catalog: Catalog },
  roots: ReadonlyMap<string, string>,
  { threads = availableParallelism(), ...joint }: JointNumbers & { date: string; threads?: number },
  context: CommandContext,
): Promise<DeparturesByDate | undefined> {
  const { departuresByDate } = await import('./departures-run.ts');
  const { draws, raids, date } = joint;
  const found = await departuresByDate(loaded, roots, { draws, raids, date, threads }, context);
  if (!found) context.note(say('told.interrupted-draws'));
  return found ?? undefined;
}

async function checkRoots(roots: string[] | undefined, known: { id: string }[]): Promise<void> {
  const ids = known.map(({ id }) => id);
  const unknown = (roots ?? []).filter((id) => !ids.includes(id));
  if (unknown.length === 0) return;
  const { suggestion } = await import('../catalog/suggestion.ts');
  throw new InputError(
    unknown.map((id) => ({
      code: 'unknown-partner',
      path: '--partner',
      said: said('command.no-partner', { id, hint: suggestion(id, ids) || said('command.known', { known: ids }) }),
    })),
  );
}

function readOptions(options: Record<string, unknown>) {
  const problems: Problem[] = [];
  const whole = (name: string, max: number, given: unknown): number | undefined => {
    if (given === undefined) return undefined;
    const value = Number(given);
    if (String(given).trim() !== '' && Number.isInteger(value) && value >= 1 && value <= max) return value;
    problems.push({
      code: 'wrong-number',
      path: `--${name}`,
      said: said('option.whole', { min: 1, max, word: String(given) }),
    });
    return undefined;
  };
  const trials = whole('trials', 1_000_000, options.trials) ?? DEFAULT_TRIALS;
  const threads = whole('threads', 256, options.threads);
  const words = options.years === undefined ? [] : String(options.years).split(',');
  const yearsYr =
    words.length === 0 ? DEFAULT_YEARS : words.map((word) => (word.trim() === '' ? Number.NaN : Number(word)));
  if (yearsYr.length > 20 || yearsYr.some((year) => !(year >= 0 && year <= 60)))
    problems.push({
      code: 'wrong-number',
      path: '--years',
      said: said('option.years', { word: String(options.years) }),
    });
  if (problems.length > 0) throw new InputError(problems);
  return { trials, threads, yearsYr, roots: (options.partner ?? []) as string[] };
}

/** All trials of all variants on threads; after Ctrl-C those that were done. */
export async function runPlan(
  architecture: Architecture,
  plan: WithdrawalPlan,
  threads: number | undefined,
  context: CommandContext,
) {
  const { trials } = plan.options;
  const { variants } = plan;
  const count = threads ?? Math.min(availableParallelism(), trials);
  const rows: Float64Array[][] = variants.map(() => []);
  const begun = performance.now();
  let done = 0;
  const onAnswer = (answer: Float64Array[], trial: number) => {
    answer.forEach((metrics, v) => {
      rows[v][trial] = metrics;
    });
    done++;
    const spentS = (performance.now() - begun) / 1000;
    const leftS = ((spentS * (trials - done)) / done).toFixed(0);
    if (spentS > 1) context.progress(say('progress.cases', { done, trials, cases: variants.length, left: leftS }));
  };
  await (count === 1 ? onThisThread : onThreads)({ architecture, variants }, trials, count, onAnswer, context.signal);
  context.progress('');
  if (done === 0) throw new InterruptedError(context.signal);
  if (done < trials) context.note(say('told.interrupted-partners', { done }));
  return rows.map((each) => each.filter((metrics) => metrics !== undefined));
}

type OnAnswer = (answer: Float64Array[], trial: number) => void;

async function onThreads(
  shared: VariantsShared,
  trials: number,
  count: number,
  onAnswer: OnAnswer,
  signal: AbortSignal,
) {
  const [{ threadPool }, { workerScript }] = await Promise.all([
    import('../ensemble/thread-pool.ts'),
    import('./worker-script.ts'),
  ]);
  const pool = threadPool<number, Float64Array[]>(workerScript('partners-worker'), shared, count);
  try {
    await pool.run(
      Array.from({ length: trials }, (_, trial) => trial),
      onAnswer,
      signal,
    );
  } finally {
    await pool.close();
  }
}

async function onThisThread(
  { architecture, variants }: VariantsShared,
  trials: number,
  _count: number,
  onAnswer: OnAnswer,
  signal: AbortSignal,
) {
  const { variantTrials } = await import('../sourcing/variant-trials.ts');
  const trialOf = variantTrials(architecture, variants);
  for (let trial = 0; trial < trials && !signal.aborted; trial++) {
    onAnswer(trialOf(trial), trial);
    await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C through
  }
}
