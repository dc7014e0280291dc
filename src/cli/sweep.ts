import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { CommandSpec } from './command.ts';
import { hidePassword } from './hide-password.ts';
import { inputStem } from './input-file.ts';

/** What the command line of a sweep asks for. */
export interface SweepWords {
  study?: string;
  out: string;
  workers: number;
  shardTrials?: number;
  resume: boolean;
  json: boolean;
  prometheus: boolean;
  cluster?: string;
  /** Share of the workers' results that this machine computes a second time. */
  recheck: number;
  array?: string;
  collect?: string;
  submit?: string;
}

/** `cupola sweep`: a study over many design points, here, on a cluster or as a job array. */
export const command: CommandSpec = {
  name: 'sweep',
  summary: 'Run a study: many variants of a scenario, resumable, here or on a cluster',
  configure(program) {
    program
      .argument('[study]', 'study file (YAML; - for standard input); --collect and --status do without')
      .option('--workers <n>', 'threads on this machine; the result does not depend on it')
      .option('--out <dir>', 'folder of the results; default: the name of the study, with -sweep')
      .option('--resume', 'go on with a study that was begun')
      .option('--cluster <url>', 'share the work out through Redis or Valkey, such as redis://host:6379')
      .option(
        '--recheck <share>',
        'with --cluster: share of results that are computed here again and compared; default 0.01',
      )
      .option('--array <dir>', 'write job scripts for Slurm, Kubernetes, HTCondor and GNU parallel')
      .option('--collect <dir>', 'gather the results of a job array; says what is missing')
      .option('--submit <system>', 'with --collect: submit what is missing (slurm, kubernetes, htcondor, parallel)')
      .option('--status', 'how far the study in --out is, without running anything')
      .option('--prometheus', 'with --status: as Prometheus text')
      .option('--shard-trials <n>', 'trials of one piece of work; default: about a second of them')
      .option('--force', 'replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola sweep studies/partner-loss.yaml --workers 2',
    'cupola sweep studies/partner-loss.yaml --resume',
    'cupola sweep studies/interceptors-vs-raid.yaml --cluster redis://10.0.0.5:6379',
    'cupola sweep studies/interceptors-vs-raid.yaml --array jobs',
    'cupola sweep --collect jobs',
  ],
  async run(context) {
    const words = readWords(context.args[0], context.options);
    if (words.cluster) hidePassword(words.cluster, context.note);
    if (context.options.status) return (await import('./sweep-status.ts')).showStatus(words, context);
    if (words.array) return (await import('./sweep-array.ts')).writeArray(words, context);
    if (words.collect) return (await import('./sweep-array.ts')).collect(words, context);
    return (await import('./sweep-run.ts')).runSweep(words, context);
  },
};

/** Of the workers' results, so many are computed a second time where nothing else is said: an assumption between trust and work. */
const RECHECK_SHARE = 0.01;

/** Options that mean something only beside another. */
const COMPANY = [
  ['prometheus', '--prometheus', 'status'],
  ['submit', '--submit', 'collect'],
  ['recheck', '--recheck', 'cluster'],
] as const;

function readWords(study: string | undefined, options: Record<string, unknown>): SweepWords {
  const problems: Problem[] = [];
  const whole = (key: string, flag: string, max: number): number | undefined => {
    const word = options[key] as string | undefined;
    if (word === undefined) return undefined;
    if (/^\d{1,9}$/.test(word) && Number(word) >= 1 && Number(word) <= max) return Number(word);
    problems.push({ code: 'wrong-number', path: flag, said: said('option.whole', { min: 1, max, word }) });
    return undefined;
  };
  const workers = whole('workers', '--workers', 256) ?? availableParallelism();
  const shardTrials = whole('shardTrials', '--shard-trials', 10_000_000);
  const recheckWord = (options.recheck as string | undefined) ?? String(RECHECK_SHARE);
  const recheck = recheckWord.trim() === '' ? Number.NaN : Number(recheckWord);
  if (!(recheck >= 0 && recheck <= 1)) {
    const sentence = said('option.number', { min: 0, max: 1, word: recheckWord });
    problems.push({ code: 'wrong-number', path: '--recheck', said: sentence });
  }
  const text = (key: string) => options[key] as string | undefined;
  const modes = ['cluster', 'array', 'collect', 'status'].filter((key) => options[key] !== undefined);
  if (modes.length > 1 && !(modes.length === 2 && modes.includes('status') && modes.includes('cluster')))
    problems.push({ code: 'one-of', path: `--${modes[1]}`, said: said('option.not-with', { other: modes[0] }) });
  for (const [key, flag, company] of COMPANY)
    if (options[key] !== undefined && options[company] === undefined)
      problems.push({ code: 'rule', path: flag, said: said('option.only-with', { other: company }) });
  if (study === undefined && !text('collect') && !(options.status && text('out')))
    problems.push({ code: 'missing', path: 'study', said: said('option.missing-study') });
  if (problems.length > 0) throw new InputError(problems);
  return {
    study,
    out: text('out') ?? `${study === undefined ? basename(text('collect') ?? 'study') : inputStem(study)}-sweep`,
    workers,
    shardTrials,
    resume: options.resume === true,
    json: options.json === true,
    prometheus: options.prometheus === true,
    cluster: text('cluster'),
    recheck,
    array: text('array'),
    collect: text('collect'),
    submit: text('submit'),
  };
}
