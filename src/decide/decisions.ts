import type { CommandPlan } from '../flow/architecture.ts';
import type { Decisions } from '../flow/engagement.ts';
import type { Tracks } from '../flow/tracks.ts';
import { type Luck, randomStream } from '../num/random.ts';

/**
 * When each threat is detected, committed to and ordered engaged.
 *
 * Commit: the track at the centre is first good enough. Order: commit plus the decision delay plus the release delay of a
 * person, each fixed or triangular, drawn for each threat apart and from a stream named after what the threat is.
 *
 * @param threats those of the tracks, by the names of their streams
 * @returns seconds after the first launch; NaN: never
 */
export function decisions(
  tracks: Tracks,
  threats: readonly { key: string }[],
  command: Pick<CommandPlan, 'decision' | 'release'>,
  luck: Luck,
): Decisions {
  const count = tracks.threats.length;
  const made: Decisions = {
    detectedS: new Float64Array(count),
    commitS: new Float64Array(count),
    decidedS: new Float64Array(count),
  };
  tracks.threats.forEach((track, i) => {
    const { key } = threats[i];
    const delayS = draw(command.decision, `decision:${key}`, luck) + draw(command.release, `release:${key}`, luck);
    made.detectedS[i] = track.detectedS;
    made.commitS[i] = track.commitS;
    made.decidedS[i] = track.commitS + delayS;
  });
  return made;
}

function draw({ lowS, modeS, highS }: CommandPlan['decision'], stream: string, { seed, trial }: Luck): number {
  return highS > lowS ? randomStream(seed, trial, stream).triangular(lowS, modeS, highS) : modeS;
}
