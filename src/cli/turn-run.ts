import { drawnCells, shareBand } from '../effect/joint-answer.ts';
import { jointDifferences } from '../effect/joint-difference.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type DeparturesByDate, FELT, type FlownTurn } from '../flow/departures.ts';
import { drawInputs } from '../programme/draw-inputs.ts';
import { architectureAt } from '../programme/drawn-architecture.ts';
import { quotedOf } from '../report/departures-section.ts';
import type { CommandContext } from './command.ts';
import type { DeparturePlan } from './departures-run.ts';
import { flyJoint, type JointNumbers } from './joint-run.ts';

/**
 * The departure that is quoted, flown again: the number on which it hangs stands in every draw at the end of its range that would turn it
 * around, all others as they were drawn, on the same raids.
 *
 * @returns undefined where it hangs on no number, and after Ctrl-C
 */
export async function flyTurn(
  architecture: Architecture,
  { cases, events, raids: pairedRaids }: DeparturePlan,
  answer: DeparturesByDate,
  { draws, raids, threads }: JointNumbers & { threads: number },
  context: CommandContext,
): Promise<FlownTurn | undefined> {
  const { atDate } = answer;
  const quoted = quotedOf(answer);
  const { turn, partner, mode, byDate } = quoted ?? {};
  const input = drawInputs(architecture).find(({ element, path }) => `${element}.${path}` === turn?.path);
  const at = cases.findIndex((each) => each.partner === partner && each.mode === mode);
  if (!turn || !partner || !mode || !input || at < 0) return undefined;
  const isHarm = isHarmful(byDate!.find(({ date }) => date === atDate)!);
  const isLowBetter = turn.lowestThird.meanDifference > turn.highestThird.meanDifference;
  const end = isLowBetter === isHarm ? turn.low : turn.high;
  const variants = { events: [events[at]], raids: Math.min(raids, pairedRaids) };
  const fixed = architectureAt(architecture, [input], [end]);
  const tables = await flyJoint(fixed, { draws, raids, dates: [atDate], threads, variants }, context);
  if (!tables) return undefined;
  const { base, variants: gone } = tables;
  const { noLeaker, meanDifference, low, high } = jointDifferences(base, gone[0])[0];
  const isTurned = isHarmful({ meanDifference, high }) !== isHarm;
  const before = shareBand(drawnCells(base, 0), base.raids);
  return { partner, mode, path: turn.path, value: end, base: before, noLeaker, meanDifference, low, high, isTurned };
}

function isHarmful({ meanDifference, high }: { meanDifference: number; high: number }): boolean {
  return meanDifference <= -FELT && high < 0;
}
