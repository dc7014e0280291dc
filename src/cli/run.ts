import { availableParallelism } from 'node:os';
import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { StageTime } from '../flow/timings.ts';
import type { Prepared } from '../run/prepare.ts';
import type { FinishedRun } from '../run/run.ts';
import { say } from '../words/words.ts';
import { type CommandContext, type CommandSpec, InterruptedError, WITHOUT_RUN, withoutOption } from './command.ts';

/** `cupola run`: the whole scenario on one screen. */
export const command: CommandSpec = {
  name: 'run',
  readsScenario: true,
  summary: 'Run a scenario: does the shield close, and what does it cost',
  configure(program) {
    program
      .option('--brief', 'the answer by date and what decides it, without the tables that follow')
      .option(
        '--trials <n>',
        'raids against the force as if complete, over the number of the scenario; without --draws these alone',
      )
      .option(
        '--draws <n>',
        'draws of every number with a range, for what stands, gets through and is spent by date; default 64; 0: none',
      )
      .option('--raids <n>', 'raids a draw and date; default 6')
      .option('--date <date>', 'date of the headline, such as 2035; default: where the median chance is highest')
      .option('--seed <n>', 'seed of the random numbers, over that of the scenario')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option(
        '--raid-size',
        'also the largest raid that it engages, and stops, in 90 % of the trials, and stops in 50 %',
      )
      .option('--exchange', 'also what one more missile stopped costs, beside published prices of one more missile')
      .option('--budget-musd <list>', 'also the largest space layer that each budget buys, and the raid it engages')
      .option('--explain <threat>', 'the story of one missile, such as raid-3, in place of the answer')
      .option('--trial <n>', 'trial of --explain; default 0')
      .option('--save-stages <dir>', 'write every record of trial 0 (or of --trial) as JSON')
      .option('--timings', 'also where the time went, stage by stage')
      .option('--html <file>', 'also a report as one HTML page')
      .option('--selftest', 'with --html: hold the scenario against the laws, and put the certificate into the report')
      .option('--page <file>', 'also the answer on one page to hand on: .html, or .pdf where Chromium is there')
      .option('--xlsx <file>', 'also an Excel workbook whose costs recalculate from its assumptions')
      .option('--out <dir>', 'also tables (CSV, Parquet) and result.json in a folder')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_RUN);
  },
  examples: [
    'cupola run scenarios/one-missile.yaml',
    'cupola run scenarios/golden-dome.yaml --date 2035 --brief',
    'cupola run scenarios/golden-dome.yaml --trials 200 --seed 7',
    'cupola run scenarios/golden-dome.yaml --without spacex:denied@5y --trials 50',
    'cupola run scenarios/one-missile.yaml --set "interceptors.sbi.shells[0].planes=20"',
    'cupola run scenarios/golden-dome.yaml --explain raid-3 --trial 12',
    'cupola run scenarios/cbo-2026.yaml --raid-size --budget-musd 175000,185000',
    'cupola run scenarios/cbo-2026.yaml --exchange',
    'cupola run scenarios/golden-dome.yaml --html out/report.html --out out/tables',
    'cupola run scenarios/cbo-2026.yaml --trials 200 --xlsx out/cbo.xlsx',
    'cupola run scenarios/golden-dome.yaml --page out/brief.html',
    'cupola run scenarios/golden-dome.yaml --timings',
    'cupola run scenarios/one-missile.yaml --html out/report.html --selftest',
    'cupola run scenarios/cbo-2026.yaml --json',
  ],
  async run(context) {
    const { options, args, out, color, columns } = context;
    const wanted = readNumbers(options);
    if (options.selftest && options.html === undefined) throw new InputError([alone]);
    const { addLeftFielding, loadCase } = await import('./load-case.ts');
    const loaded = await loadCase(args[0]!, options);
    const { architecture, whole, text, catalog, inputs } = loaded;
    for (const { analysis } of [architecture, whole]) Object.assign(analysis, wanted.analysis);
    if (wanted.budgetsMusd) await checkAgainstCost(wanted.budgetsMusd, architecture);
    const { openOutputs, wishOf } = await import('./write-file.ts');
    const wishes = [
      ...wishOf('--html', options.html, 'file'),
      ...wishOf('--page', options.page, 'file'),
      ...wishOf('--xlsx', options.xlsx, 'file'),
      ...wishOf('--out', options.out, 'folder', 'run'),
      ...wishOf('--save-stages', options.saveStages, 'folder', 'stages'),
    ];
    const printer = await (await import('./report-files.ts')).printerOf(options.page as string | undefined);
    const outputs = await openOutputs(wishes, inputs, context);
    if (options.explain !== undefined || options.saveStages !== undefined)
      return (await import('./explain.ts')).explain(architecture, context, wanted.trial, outputs);
    const { addJoint, jointLine, jointWords } = await import('./joint-run.ts');
    const hasDates = loaded.events.every(({ date }) => date !== undefined);
    const joint = hasDates ? jointWords(loaded.dated, loaded.programme) : null;
    const isBrief = options.brief === true;
    const isAskedMore = options.json || options.raidSize || options.exchange || options.budgetMusd !== undefined;
    // nobody reads the complete force then, nor when it stands
    const isDateAlone = isBrief && joint !== null && wishes.length === 0 && !isAskedMore;
    if (isDateAlone) architecture.analysis.trials = 1;
    const done = await simulateAndAnswer(architecture, context, {
      threads: wanted.threads,
      isTimed: options.timings === true,
      isBrief: isDateAlone,
    });
    const { result } = done;
    // who would leave is asked of the whole
    const isPage = joint !== null && outputs.has('--html') && loaded.events.length === 0;
    const departures = isPage ? await (await import('./report-partners.ts')).reportDepartures(loaded) : undefined;
    const flown = joint && { ...joint, threads: wanted.threads, departures };
    const made = flown && (await addJoint(result, loaded.programme, flown, context));
    if (joint && !made && isBrief) throw new InterruptedError(context.signal);
    await addLeftFielding(result, loaded);
    if ((options.raidSize || options.exchange || wanted.budgetsMusd) && !context.signal.aborted) {
      const { addRaidSize, addExchange, addBudgets } = await import('./run-raids.ts');
      if (options.raidSize) await addRaidSize(result, architecture, context, wanted.threads);
      if (options.exchange) {
        const { offencePrices } = await import('../read/offence-prices.ts');
        await addExchange(result, architecture, offencePrices(catalog), context, wanted.threads);
      }
      if (wanted.budgetsMusd) await addBudgets(result, architecture, wanted.budgetsMusd, context, wanted.threads);
    }
    const [{ recorded }, { fileWord, furtherWords, scenarioWords }, { carry }] = await Promise.all([
      import('../report/run-record.ts'),
      import('./repeat-line.ts'),
      import('./carry.ts'),
    ]);
    const { events, scenarioEvents, overrides } = loaded;
    const more = [...(joint && made ? jointLine(joint) : []), ...furtherWords(options)];
    const words = {
      scenario: fileWord(args[0]!),
      events,
      scenarioEvents,
      overrides,
      more,
      read: scenarioWords(options),
    };
    done.result = recorded(result, words);
    if (options.json || wishes.length > 0)
      done.result = await carry(done.result, { spec: command, loaded, command: done.result.run!.command }, context);
    if (wishes.length > 0) {
      const { writeReports } = await import('./report-files.ts');
      const scenario = { file: args[0]!, text, catalog, whole, words: options, departures: made?.departures };
      await writeReports(done, { ...scenario, printer }, outputs, context);
    }
    if (options.json) {
      out(JSON.stringify(done.result));
    } else {
      const [{ briefScreen, runScreen }, { colorStyle, plainStyle }] = await Promise.all([
        import('../report/run-screen.ts'),
        import('../report/text.ts'),
      ]);
      const screen = isBrief ? briefScreen : runScreen;
      out(screen(done.result, color ? colorStyle : plainStyle, columns));
    }
    return outputs.exitCode;
  },
};

const alone: Problem = {
  code: 'wrong-word',
  path: '--selftest',
  said: said('option.selftest-alone', { command: '`cupola selftest`' }),
};

/** @throws InputError for budgets that may be meant in billions */
async function checkAgainstCost(budgetsMusd: readonly number[], architecture: Architecture): Promise<void> {
  const [{ checkBudgets, checkHasPrice }, { costOf }, { costProblems }] = await Promise.all([
    import('./budget-words.ts'),
    import('../programme/cost.ts'),
    import('../programme/cost-problems.ts'),
  ]);
  if (costProblems(architecture).length > 0) return;
  const cost = costOf(architecture);
  checkHasPrice('--budget-musd', architecture, cost);
  checkBudgets('--budget-musd', budgetsMusd, cost.totalMusd);
}

interface WantedNumbers {
  analysis: { trials?: number; seed?: number };
  threads?: number;
  budgetsMusd?: number[];
  trial: number;
}

/** The numbers of the command line, checked together. */
function readNumbers(options: Record<string, unknown>): WantedNumbers {
  const problems: Problem[] = [];
  const whole = (name: string, min: number, max: number): number | undefined => {
    const word = options[name] as string | undefined;
    if (word === undefined) return undefined;
    const value = Number(word);
    if (word.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
    const expected = said('option.whole', { min, max, word });
    problems.push({ code: 'wrong-number', path: `--${name}`, said: expected });
    return undefined;
  };
  const trials = whole('trials', 1, 10_000_000);
  const seed = whole('seed', 0, Number.MAX_SAFE_INTEGER);
  const threads = whole('threads', 1, 256);
  const trial = whole('trial', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const budgetsMusd = (options.budgetMusd as string | undefined)?.split(',').map((word) => {
    const value = Number(word);
    if (word.trim() === '' || !(value > 0 && value < 1e9)) {
      problems.push({ code: 'wrong-number', path: '--budget-musd', said: said('option.budgets', { word }) });
    }
    return value;
  });
  if (problems.length > 0) throw new InputError(problems);
  return { analysis: { ...(trials && { trials }), ...(seed !== undefined && { seed }) }, threads, budgetsMusd, trial };
}

/** A run with its trials on threads; after Ctrl-C the answer of the trials that were done. */
export async function simulateAndAnswer(
  architecture: Architecture,
  context: CommandContext,
  options: { threads?: number; prepared?: Prepared; isTimed?: boolean; isBrief?: boolean } = {},
): Promise<FinishedRun> {
  const [
    { simulateThreads },
    { isCpuTime, threadMs },
    { runFlown },
    { StageTimes },
    { addTimes },
    { workerScript },
    { version },
  ] = await Promise.all([
    import('../ensemble/simulate-threads.ts'),
    import('../ensemble/thread-clock.ts'),
    import('../run/run.ts'),
    import('../run/stage-times.ts'),
    import('../run/timings.ts'),
    import('./worker-script.ts'),
    import('./package-folder.ts'),
  ]);
  const { trials } = architecture.analysis;
  const threads = options.threads ?? Math.min(availableParallelism(), trials);
  const begun = performance.now();
  const clock = options.isTimed ? new StageTimes(threadMs) : undefined;
  let flown: StageTime[] = [];
  const fly = async () => {
    const simulation = await simulateThreads(architecture, {
      script: workerScript('trial-worker'),
      threadCount: threads,
      signal: context.signal,
      onProgress: (done) => {
        const spentS = (performance.now() - begun) / 1000;
        if (spentS > 1)
          context.progress(say('progress.raids', { done, trials, left: (spentS * (trials - done)) / done }));
      },
      ...(clock && {
        onTimes: (stages: StageTime[]) => {
          flown = stages;
        },
      }),
    });
    context.progress('');
    const { trials: flownCount } = simulation.effect;
    if (flownCount === 0) throw new InterruptedError(context.signal);
    if (flownCount < trials) context.note(say('told.interrupted-run', { done: flownCount }));
    return simulation;
  };
  const { prepared, isBrief } = options;
  const done = await runFlown(architecture, { version, fly, pause: nextTask, prepared, isBrief, clock });
  const stages = clock && addTimes([flown, clock.take()]);
  if (stages) done.result.timings = { trials: done.result.trials, threads, isCpuTime, stages };
  return done;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
