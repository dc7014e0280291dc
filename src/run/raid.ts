import { raidSizeSearch } from '../effect/raid-size.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { RaidAnswer, RaidSize, RaidTrials } from '../flow/raid-size.ts';
import type { Simulation } from './simulation.ts';

/** What success against a raid means: every missile shot at, or every missile stopped. */
export type RaidGoal = 'engaged' | 'stopped';

/** Share of raids in which the goal must be met. */
export const RAID_CONFIDENCE = 0.9;
const RAID_LIMIT = 500;

/**
 * The same scenario with a raid of another size: the groups share it out in proportion to their counts, the first ones
 * take what is left over.
 */
export function withRaidOf(architecture: Architecture, missileCount: number): Architecture {
  const total = architecture.threats.reduce((sum, { count }) => sum + count, 0);
  const counts = architecture.threats.map(({ count }) => Math.floor((count * missileCount) / total));
  for (let left = missileCount - counts.reduce((a, b) => a + b, 0), i = 0; left > 0; left--, i++) counts[i]!++;
  const threats = architecture.threats
    .map((plan, i) => ({ ...plan, count: counts[i]! }))
    .filter(({ count }) => count > 0);
  return { ...architecture, threats };
}

/** Trials of raids of many sizes. */
export type RunTrials = (architecture: Architecture) => Promise<Simulation>;

/** The largest raids that the shield engages and stops at the stated confidence. */
export async function raidAnswer(architecture: Architecture, runTrials: RunTrials): Promise<RaidAnswer> {
  const known = new Map<number, Simulation>();
  const simulation = async (missileCount: number) => {
    const found = known.get(missileCount) ?? (await runTrials(withRaidOf(architecture, missileCount)));
    known.set(missileCount, found);
    return found;
  };
  const search = async (goal: RaidGoal): Promise<RaidSize> => {
    const steps = raidSizeSearch(RAID_CONFIDENCE, RAID_LIMIT);
    let step = steps.next();
    while (!step.done) step = steps.next(trialsOf(await simulation(step.value), goal));
    return step.value;
  };
  return { confidence: RAID_CONFIDENCE, engaged: await search('engaged'), stopped: await search('stopped') };
}

function trialsOf({ effect }: Simulation, goal: RaidGoal): RaidTrials {
  const successes = goal === 'engaged' ? effect.allEngagedTrials : (effect.trialsByLeakers[0] ?? 0);
  return { successes, trials: effect.trials };
}
