import { raidSizeSearch } from '../effect/raid-size.ts';
import type { Architecture } from '../flow/architecture.ts';
import { leakReasons } from '../flow/outcomes.ts';
import type { RaidAnswer, RaidPoint, RaidSize, RaidTrials } from '../flow/raid-size.ts';
import { wilsonInterval } from '../num/statistics.ts';
import type { Simulation } from './simulation.ts';

/** What success against a raid means: every missile shot at, or every missile stopped. */
export type RaidGoal = 'engaged' | 'stopped';

/** Share of raids in which the goal must be met, and the even chance beside it. */
export const RAID_CONFIDENCE = 0.9;
const EVEN_CHANCE = 0.5;
const RAID_LIMIT = 500;
/** Where the search ends at or below so many missiles, twice as many are flown too: past the bend. */
const BEYOND_LIMIT = 64;

/**
 * The same scenario with a raid of another size: the groups share it out in proportion to their counts, the first ones
 * take what is left over.
 */
export function withRaidOf(architecture: Architecture, missileCount: number): Architecture {
  const total = architecture.threats.reduce((sum, { count }) => sum + count, 0);
  const counts = architecture.threats.map(({ count }) => Math.floor((count * missileCount) / total));
  for (let left = missileCount - counts.reduce((a, b) => a + b, 0), i = 0; left > 0; left--, i++) counts[i]++;
  const threats = architecture.threats
    .map((plan, i) => ({ ...plan, count: counts[i] }))
    .filter(({ count }) => count > 0);
  return { ...architecture, threats };
}

/** Trials of raids of many sizes. */
export type RunTrials = (architecture: Architecture) => Promise<Simulation>;

/**
 * The largest raids that the shield engages and stops at the stated confidence, the largest that it stops in half of the
 * trials, and what became of every size tried.
 *
 * All sizes meet the same launch times, availability and draws. The search tries sizes that the shield cannot handle, so the
 * curve shows what becomes of missiles past the bend; where it ends early, a raid twice as large is flown too.
 */
export async function raidAnswer(architecture: Architecture, runTrials: RunTrials): Promise<RaidAnswer> {
  const known = new Map<number, Simulation>();
  const simulation = async (missileCount: number) => {
    const found = known.get(missileCount) ?? (await runTrials(withRaidOf(architecture, missileCount)));
    known.set(missileCount, found);
    return found;
  };
  const search = async (goal: RaidGoal, confidence: number): Promise<RaidSize> => {
    const steps = raidSizeSearch(confidence, RAID_LIMIT);
    let step = steps.next();
    while (!step.done) step = steps.next(trialsOf(await simulation(step.value), goal));
    return step.value;
  };
  const engaged = await search('engaged', RAID_CONFIDENCE);
  const stopped = await search('stopped', RAID_CONFIDENCE);
  const stoppedInHalf = await search('stopped', EVEN_CHANCE);
  const largest = Math.max(...known.keys());
  if (largest <= BEYOND_LIMIT) await simulation(2 * largest);
  return { confidence: RAID_CONFIDENCE, engaged, stopped, stoppedInHalf, curve: raidCurve(known) };
}

function trialsOf({ effect }: Simulation, goal: RaidGoal): RaidTrials {
  const successes = goal === 'engaged' ? effect.allEngagedTrials : (effect.trialsByLeakers[0] ?? 0);
  return { successes, trials: effect.trials };
}

function raidCurve(bySize: ReadonlyMap<number, Simulation>): RaidPoint[] {
  const share = ({ successes, trials }: RaidTrials) => ({
    probability: successes / trials,
    ...wilsonInterval(successes, trials),
  });
  let [countBefore, stoppedBefore] = [0, 0];
  return [...bySize]
    .sort(([a], [b]) => a - b)
    .map(([threatCount, simulation]) => {
      const { trials, leakersByReason } = simulation.effect;
      const leakers = leakersByReason.reduce((sum, count) => sum + count, 0);
      const stoppedMeanCount = threatCount - leakers / trials;
      const stoppedOfFurtherFraction = (stoppedMeanCount - stoppedBefore) / (threatCount - countBefore);
      [countBefore, stoppedBefore] = [threatCount, stoppedMeanCount];
      return {
        threatCount,
        trials,
        engaged: share(trialsOf(simulation, 'engaged')),
        stopped: share(trialsOf(simulation, 'stopped')),
        stoppedMeanCount,
        stoppedOfFurtherFraction,
        mainReason: leakers === 0 ? null : leakReasons[leakersByReason.indexOf(Math.max(...leakersByReason))],
      };
    });
}
