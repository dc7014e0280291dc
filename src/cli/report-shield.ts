import { availableParallelism } from 'node:os';
import { threadPool } from '../ensemble/thread-pool.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { Result } from '../flow/result.ts';
import type { ShieldSwings } from '../flow/shield-swing.ts';
import { shieldInputs } from '../sourcing/shield-inputs.ts';
import { shieldSwings } from '../sourcing/shield-swings.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import type { SwingsShared, SwingTask } from './swings-worker.ts';
import { workerScript } from './worker-script.ts';

/** Raids of each input at each end: paired, so few tell which inputs matter. */
const SWING_TRIALS = 25;

/** What moves the answer of the shield, for a report; null where nothing has a range or the user interrupts. */
export async function shieldParts(
  architecture: Architecture,
  { effect }: Result,
  context: CommandContext,
): Promise<ShieldSwings | null> {
  if (!effect) return null;
  const shooting = effect.layers.filter(({ shotsPerRaid }) => shotsPerRaid > 0).map(({ id }) => id);
  const inputs = shieldInputs(architecture, shooting);
  if (inputs.length === 0) return null;
  const trials = Math.min(SWING_TRIALS, architecture.analysis.trials);
  const shared: SwingsShared = { architecture, inputs, trials };
  const tasks: SwingTask[] = [
    { input: -1, end: 'low' },
    ...inputs.flatMap((_, input) => (['low', 'high'] as const).map((end) => ({ input, end }))),
  ];
  const answers = { low: new Map<number, Float64Array>(), high: new Map<number, Float64Array>() };
  const pool = threadPool<SwingTask, Float64Array>(
    workerScript('swings-worker'),
    shared,
    Math.min(availableParallelism(), tasks.length),
  );
  try {
    let done = 0;
    await pool.run(
      tasks,
      (answer, { input, end }) => {
        answers[end].set(input, answer);
        context.progress(say('progress.assumptions', { done: ++done, of: tasks.length }));
      },
      context.signal,
    );
  } finally {
    await pool.close();
  }
  context.progress('');
  if (answers.low.size + answers.high.size < tasks.length) return null;
  const listed = (end: 'low' | 'high') => inputs.map((_, i) => answers[end].get(i)!);
  return shieldSwings(inputs, answers.low.get(-1)!, listed('low'), listed('high'));
}
