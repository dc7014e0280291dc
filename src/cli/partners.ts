import { availableParallelism } from 'node:os';
import { dependenceOf } from '../dependence/dependence.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { CostResult } from '../flow/cost.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import type { JointAnswer, JointHeadline } from '../flow/joint.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { isInOrbit } from '../kinds/place.ts';
import type { TakeoversOf } from '../report/partners-withdrawals.ts';
import type { WithdrawalPlan } from '../sourcing/withdrawals.ts';
import { say } from '../words/words.ts';
import { collect } from './collect.ts';
import { type CommandContext, type CommandSpec, InterruptedError } from './command.ts';
import type { JointNumbers } from './joint-run.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { VariantsShared } from './partners-worker.ts';

const DEFAULT_TRIALS = 100;
const DEFAULT_YEARS = [0, 2, 5, 10];

/** The answer by date and what departures do to it. */
interface PartnersByDate extends Omit<JointAnswer, 'headline'> {
  headline: JointHeadline;
  departures: DeparturesByDate;
}

/** `cupola partners`: whom the shield depends on, and what is left when one leaves. */
export const command: CommandSpec = {
  name: 'partners',
  readsScenario: true,
  summary: 'Whom the shield depends on, and what is left when a partner leaves',
  configure(program) {
    program
      .option('--partner <id>', 'only this partner or part (repeatable)', collect)
      .option('--date <date>', 'day on which one leaves; default: the first date that `run` looks at')
      .option('--draws <n>', 'draws of every number with a range, those of `run`; default 64')
      .option('--raids <n>', 'raids a draw and date; default 6, with somebody gone the first 2 of them')
      .option('--trials <n>', `of the force as if complete: raids for each case; default ${DEFAULT_TRIALS}`)
      .option('--years <list>', `of the force as if complete: years after; default ${DEFAULT_YEARS.join(',')}`)
      .option('--pairs', 'of the force as if complete: pairs of partners too')
      .option('--history', 'the dependence since 2019 by half years, from the ledger of awards: no raids')
      .option('--svg <file>', 'with --history: its chart')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--dependence', 'shares, concentration and single points of failure alone: no raids')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola partners scenarios/golden-dome.yaml',
    'cupola partners scenarios/golden-dome.yaml --partner spacex --date 2031',
    'cupola partners scenarios/limited-raid.yaml --partner spacex --draws 16 --date 2038',
    'cupola partners scenarios/golden-dome.yaml --partner spacex --trials 400',
    'cupola partners scenarios/golden-dome.yaml --dependence --json',
    'cupola partners scenarios/golden-dome.yaml --history --svg history.svg',
    'cupola partners scenarios/golden-dome.yaml --as-of 2021-12-31',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const ledger = await (await import('./partners-history.ts')).ledgerAnswer(args[0]!, context);
    if (ledger.isWhole) return ledger.exitCode;
    const wanted = readOptions(options);
    const [{ loadScenarioFile }, { costOf }, { costProblems }] = await Promise.all([
      import('./load-scenario.ts'),
      import('../programme/cost.ts'),
      import('../programme/cost-problems.ts'),
    ]);
    const loaded = ledger.loaded ?? (await loadScenarioFile(args[0]!, options));
    const { architecture } = loaded;
    const problems = costProblems(architecture);
    if (problems.length > 0) throw new InputError(problems);
    const cost = costOf(architecture);
    const dependence = dependenceOf(architecture, cost);
    if (dependence.roots.length === 0) throw new InputError([nobody]);
    const only = wanted.roots.length > 0 ? wanted.roots : undefined;
    await checkRoots(only, dependence.roots);
    const roots = new Map(
      dependence.roots.filter(({ id }) => only?.includes(id) ?? true).map(({ id, name }) => [id, name]),
    );
    const numbers = await drawsOf(options, architecture);
    const joint = numbers
      ? await byDate({ ...loaded, cost }, roots, { ...numbers, threads: wanted.threads }, context)
      : undefined;
    const served = await (await import('./served-run.ts')).servedOf(architecture);
    const { complete, takeovers } = await ofComplete(loaded, { ...wanted, only, isFlown: !numbers }, context);
    if (options.json) {
      const { departures, ...answer } = joint ?? {};
      const { draws: _draws, withdrawals, ...rest } = departures ?? {};
      const [{ historyJson }, { historyOf }] = await Promise.all([
        import('../report/history-json.ts'),
        import('../dependence/history.ts'),
      ]);
      const past = historyJson(historyOf(architecture), ledger.past);
      const all = { dependence, ...answer, withdrawals, departures: departures && rest, complete, served, ...past };
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(all, { spec: command, loaded }, context)));
      return 0;
    }
    const [{ partnersScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/partners-screen.ts'),
      import('../report/text.ts'),
    ]);
    const style = color ? colorStyle : plainStyle;
    const { past } = ledger;
    out(
      partnersScreen(
        { name: architecture.name, dependence, complete, joint, takeovers, served, past, only },
        style,
        columns,
      ),
    );
    return 0;
  },
};

const nobody: Problem = {
  code: 'no-partners',
  path: 'partners',
  said: said('command.nobody', { example: '`partners: { use: partners-2026-11 }`' }),
};

/** Draws of the answer by date, as `run` has them, and the day on which somebody leaves; null where it is not wanted. */
async function drawsOf(
  { draws, raids, date, ...options }: Record<string, unknown>,
  architecture: Architecture,
): Promise<(JointNumbers & { leaveDate: string; pairedRaids?: number }) | null> {
  const isAsked = [draws, raids, date].some((word) => word !== undefined);
  if (!isAsked && ['trials', 'years', 'pairs', 'dependence'].some((name) => options[name] !== undefined)) return null;
  const [{ checkedDate, jointWords }, { jointDates }] = await Promise.all([
    import('./joint-run.ts'),
    import('../run/joint.ts'),
  ]);
  const joint = jointWords({ draws, raids, date }, architecture);
  if (!joint) return null;
  const leaveDate = await checkedDate(joint.date ?? jointDates(architecture)[0], architecture);
  return {
    draws: joint.draws,
    raids: joint.raids,
    leaveDate,
    ...(raids !== undefined && { pairedRaids: joint.raids }),
  };
}

/** The answer of `run` by date, and what each departure does to it: one event more on the same draws and raids. */
async function byDate(
  { architecture, catalog, cost }: LoadedScenario & { cost: CostResult },
  roots: ReadonlyMap<string, string>,
  { leaveDate, pairedRaids, ...numbers }: JointNumbers & { leaveDate: string; pairedRaids?: number; threads?: number },
  context: CommandContext,
): Promise<PartnersByDate | undefined> {
  const [{ planDepartures }, { makeJoint }, { jointSentence }, { raidParts }, { prepare }] = await Promise.all([
    import('./departures-run.ts'),
    import('./joint-run.ts'),
    import('../report/joint-section.ts'),
    import('../effect/raid.ts'),
    import('../run/prepare.ts'),
  ]);
  const departures = await planDepartures({ architecture, catalog }, roots, { date: leaveDate, raids: pairedRaids });
  const made = await makeJoint(architecture, { ...numbers, departures }, context);
  if (!made) return undefined;
  const { flyTurn } = await import('./turn-run.ts');
  const { threads = availableParallelism() } = numbers;
  const flownTurn = await flyTurn(architecture, departures, made.departures!, { ...numbers, threads }, context);
  const { headline, ...answer } = made.answer;
  const raid = raidParts(architecture, prepare(architecture).flights);
  const coverage = architecture.interceptors.filter(isInOrbit);
  const sentence = jointSentence({ raid, coverage, cost: { result: cost } }, made.answer);
  return {
    ...answer,
    headline: { ...headline, sentence },
    departures: { ...made.departures!, ...(flownTurn && { flownTurn }) },
  };
}

/** What the departure of each does to the force as if complete, where it is flown, and who takes over. */
async function ofComplete(
  { architecture, catalog }: LoadedScenario,
  options: { trials: number; threads?: number; yearsYr: number[]; only?: string[]; isFlown: boolean },
  context: CommandContext,
): Promise<{ complete?: WithdrawalsResult; takeovers?: readonly TakeoversOf[] }> {
  const { dependence, pairs, trials } = context.options;
  const { canSimulate } = await import('../run/prepare.ts');
  const isAsked = options.isFlown || trials !== undefined;
  if (dependence || !canSimulate(architecture) || context.signal.aborted) return {};
  const { planWithdrawals, withdrawalsOf } = await import('../sourcing/withdrawals.ts');
  const roots = options.only ?? (isAsked ? undefined : ['spacex']);
  const plan = planWithdrawals(architecture, { ...options, roots, pairs: pairs === true, catalog });
  const takeovers = plan.cases.map(({ substitution, ...each }) => ({ ...each, ...substitution }));
  if (!isAsked) return { takeovers };
  return { takeovers, complete: withdrawalsOf(plan, await runPlan(architecture, plan, options.threads, context)) };
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
