import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import type { Architecture } from '../flow/architecture.ts';
import type { ClaimAnswer, ClaimPlan, DrawsFlown } from '../flow/claim.ts';
import { InputError } from '../flow/problems.ts';
import type { RunRecord } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import { DEFAULT_DRAWS, DEFAULT_RAIDS, JOINT_BOUNDS } from '../run/joint-numbers.ts';
import { say } from '../words/words.ts';
import { claimOfWords, claimOptions, wordsOfClaim } from './claim-words.ts';
import { collect } from './collect.ts';
import { type CommandContext, type CommandSpec, InterruptedError, WITHOUT_DATES, withoutOption } from './command.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** What `cupola claim --json` prints: a claim of the command line at the top, those of a scenario as a list. */
type ClaimDocument = (ClaimAnswer | { claims: ClaimAnswer[] }) & {
  draws: DrawsFlown;
  run: Omit<RunRecord, 'trials'> & { draws: number; raids: number };
};

/** `cupola claim`: what a claim about money, date and effect is worth. */
export const command: CommandSpec = {
  name: 'claim',
  readsScenario: true,
  summary: 'Hold a claim against the draws: the chance that its money, its date and its effect hold, each and together',
  configure(program) {
    program
      .option('--musd <musd>', 'at most this is spent by the date, in million dollars; without a date in all')
      .option('--by <date>', 'by when, such as 2029-01; default: the whole programme, as if complete')
      .addOption(noLeaker())
      .option(
        '--standing <share>',
        'at least this share of the units stands: of every element, or ELEMENT=SHARE (repeatable)',
        collect,
      )
      .option('--draws <n>', 'draws of every number with a range', String(DEFAULT_DRAWS))
      .option('--raids <n>', 'raids a draw and date', String(DEFAULT_RAIDS))
      .option('--seed <n>', 'seed of the random numbers, over that of the scenario')
      .option('--threads <n>', 'threads; the result does not depend on it')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_DATES);
  },
  examples: [
    'cupola claim scenarios/golden-dome.yaml',
    'cupola claim scenarios/golden-dome.yaml --musd 175000 --by 2029-01 --no-leaker 0.95',
    'cupola claim scenarios/golden-dome.yaml --by 2035 --standing sbi=0.5 --draws 32 --raids 10 --json',
    'cupola claim scenarios/golden-dome.yaml --without spacex@2031 --no-leaker 0.5 --by 2036 --draws 16 --raids 4',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const numbers = readNumbers(options);
    const asked = claimOfWords(options, say('claim.asked'));
    const { loadCase } = await import('./load-case.ts');
    const { set, elements, without } = options;
    const loaded = await loadCase(args[0]!, { set, elements, without, draws: options.draws });
    const { programme: written, overrides, events, scenarioEvents } = loaded;
    if (numbers.seed !== undefined) written.analysis.seed = numbers.seed;
    const claims = asked ? [asked] : (written.claims ?? []);
    await check(written, claims, asked !== null);
    const flown = await fly({ ...written, claims }, numbers, context);
    const [{ changeWords, runRecord, titleOf }, { fileWord, furtherWords }, { version }] = await Promise.all([
      import('../report/run-record.ts'),
      import('./repeat-line.ts'),
      import('./package-folder.ts'),
    ]);
    const { draws, raids } = numbers;
    const { seed } = written.analysis;
    const { trials: _none, ...run } = runRecord(
      { seed, trials: 0, version, provenance: written },
      {
        command: 'claim',
        scenario: fileWord(args[0]!),
        events,
        scenarioEvents,
        overrides,
        more: [
          ...wordsOfClaim(options),
          ...['--draws', String(draws), '--raids', String(raids)],
          ...furtherWords(options),
        ],
      },
    );
    if (options.json) {
      const answer = asked ? flown.claims[0] : { claims: flown.claims };
      const { endDate: _end, ...made } = flown.made;
      const document: ClaimDocument = { ...answer, draws: made, run: { ...run, draws, raids } };
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(document, { spec: command, loaded, command: run.command }, context)));
      return 0;
    }
    const [{ claimScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/claims-section.ts'),
      import('../report/text.ts'),
    ]);
    const style = color ? colorStyle : plainStyle;
    const name = titleOf(written.name, changeWords(events, overrides));
    out(`${claimScreen(name, flown.claims, flown.made, style, columns)}\n${style.dim(run.command)}`);
    return 0;
  },
};

/** Commander takes what begins with no- for the opposite of an option without it. */
function noLeaker(): Option {
  const option = new Option(
    '--no-leaker <chance>',
    'nothing of the raid gets through with at least this chance, such as 0.95',
  );
  option.negate = false;
  return option;
}

function readNumbers(options: Record<string, unknown>) {
  const read = wholeNumbers(options, {
    ...JOINT_BOUNDS,
    seed: [0, Number.MAX_SAFE_INTEGER],
    threads: [1, 256],
  });
  const { draws = DEFAULT_DRAWS, raids = DEFAULT_RAIDS, threads = availableParallelism(), seed } = read;
  return { draws, raids, threads, seed };
}

/** @throws InputError for a scenario that says nothing of how it is built, for no claim, and for claims that cannot be answered */
async function check(architecture: Architecture, claims: readonly ClaimPlan[], isAsked: boolean): Promise<void> {
  if (claims.length === 0) throw new InputError([{ code: 'no-claim', path: '', said: said('option.claim-none') }]);
  const [{ isBuilt }, { claimProblems }] = await Promise.all([
    import('../run/joint-numbers.ts'),
    import('../read/claims.ts'),
  ]);
  const keyOf = (key: string) => claimOptions[key.split('.')[0] as keyof typeof claimOptions];
  const problems = isAsked ? claimProblems(architecture, claims, (_, key) => keyOf(key)) : [];
  const isPublished = architecture.programme === 'complete';
  const why = isPublished ? said('option.complete') : said('option.not-built', { missing: architecture.name });
  if (!isBuilt(architecture)) problems.push({ code: 'not-built', path: '', said: why });
  if (problems.length > 0) throw new InputError(problems);
}

async function fly(
  architecture: Architecture & { claims: ClaimPlan[] },
  numbers: { draws: number; raids: number; threads: number },
  context: CommandContext,
): Promise<{ claims: ClaimAnswer[]; made: DrawsFlown & { endDate: string } }> {
  const [{ flyJoint }, { jointDates }, { claimAnswer }, { drawsFlown }] = await Promise.all([
    import('./joint-run.ts'),
    import('../run/joint.ts'),
    import('../effect/claims.ts'),
    import('../effect/joint-answer.ts'),
  ]);
  const dates = jointDates(architecture);
  const tables = await flyJoint(architecture, { ...numbers, dates }, context);
  if (!tables) throw new InterruptedError(context.signal);
  const { base: table } = tables;
  return {
    claims: architecture.claims.map((claim) => claimAnswer(table, claim, architecture.sources)),
    made: { ...drawsFlown(table), endDate: dates.at(-1)! },
  };
}
