import { availableParallelism } from 'node:os';
import type { Architecture } from '../flow/architecture.ts';
import type { Certificate } from '../flow/certificate.ts';
import type { Simulation } from '../run/simulation.ts';
import { say } from '../words/words.ts';
import { type CommandContext, type CommandSpec, InterruptedError } from './command.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** Raids of a comparison where nobody asks for more: a law broken in one raid of six shows. */
export const DEFAULT_TRIALS = 100;
const LEAST_TRIALS = 20;
const MOST_TRIALS = 20_000;

/** `cupola selftest`: laws of the model on a scenario. */
export const command: CommandSpec = {
  name: 'selftest',
  readsScenario: true,
  summary: 'Laws that must hold, tried on your scenario: more never hurts, sums add up, names do not matter',
  configure(program) {
    program
      .option('--trials <n>', `raids of each comparison; default ${DEFAULT_TRIALS}`)
      .option('--seed <n>', 'seed of the random numbers, over that of the scenario')
      .option('--threads <n>', 'threads; the certificate does not depend on it')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola selftest scenarios/one-missile.yaml',
    'cupola selftest scenarios/golden-dome.yaml',
    'cupola selftest scenarios/cbo-2026.yaml --trials 40 --seed 7 --json',
  ],
  async run(context) {
    const { args, options, out, color, columns } = context;
    const wanted = wholeNumbers(options, {
      trials: [LEAST_TRIALS, MOST_TRIALS],
      seed: [0, Number.MAX_SAFE_INTEGER],
      threads: [1, 256],
    });
    const { loadScenarioFile } = await import('./load-scenario.ts');
    const { architecture } = await loadScenarioFile(args[0]!, options);
    const { seed = architecture.analysis.seed, trials = DEFAULT_TRIALS, threads } = wanted;
    Object.assign(architecture.analysis, { seed, trials });
    const certificate = await certificateOf(architecture, context, threads);
    const [{ selftestScreen, toldCertificate }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/selftest-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(
      options.json
        ? JSON.stringify(toldCertificate(certificate))
        : selftestScreen(certificate, color ? colorStyle : plainStyle, columns),
    );
    return certificate.broken === 0 ? 0 : 1;
  },
};

/**
 * The laws on an architecture with its trials and seed, raids on threads.
 *
 * @throws InterruptedError after Ctrl-C: half a certificate certifies nothing
 */
export async function certificateOf(
  architecture: Architecture,
  context: CommandContext,
  threads = availableParallelism(),
): Promise<Certificate> {
  const [
    { certify },
    { loadInstalledCatalog },
    { loadHighs },
    { simulate },
    { prepare },
    { simulateThreads },
    { workerScript },
    { version },
  ] = await Promise.all([
    import('../laws/certify.ts'),
    import('./load-catalog.ts'),
    import('./load-highs.ts'),
    import('../run/drive.ts'),
    import('../run/prepare.ts'),
    import('../ensemble/simulate-threads.ts'),
    import('./worker-script.ts'),
    import('./package-folder.ts'),
  ]);
  const finished = (simulation: Simulation) => {
    if (!context.signal.aborted) return simulation;
    throw new InterruptedError(context.signal, say('command.interrupted-laws'));
  };
  const onThreads = async (changed: Architecture, threadCount: number) =>
    finished(
      await simulateThreads(changed, {
        script: workerScript('trial-worker'),
        threadCount: Math.min(threadCount, changed.analysis.trials),
        keepBelow: changed.analysis.trials,
        signal: context.signal,
      }),
    );
  const onThisThread = async (changed: Architecture) => {
    await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C through
    return finished(simulate(prepare(changed), 0, changed.analysis.trials));
  };
  const search = architecture.partners && { highs: await loadHighs(), catalog: await loadInstalledCatalog() };
  const certificate = await certify(architecture, {
    version,
    ...(search && { search }),
    simulate: threads === 1 ? onThisThread : (changed) => onThreads(changed, threads),
    onThreads,
    onProgress: ({ id }, done, count) => context.progress(say('laws.progress', { number: done + 1, count, id })),
  });
  context.progress('');
  return certificate;
}
