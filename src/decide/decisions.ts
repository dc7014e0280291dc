import type { CommandPlan } from '../flow/architecture.ts';
import type { Decisions } from '../flow/engagement.ts';
import type { Tracks } from '../flow/tracks.ts';
import { type RandomStream, randomStream } from '../num/random.ts';

/**
 * When each threat is detected, committed to and ordered engaged.
 *
 * Commit: the track at the centre is first good enough. Order: commit plus the decision delay plus the release delay of a
 * person, each fixed or triangular, drawn for each threat apart and from streams of their own.
 *
 * @param seed of the run
 * @returns seconds after the first launch; NaN: never
 */
export function decisions(tracks: Tracks, command: CommandPlan, seed: number, trial: number): Decisions {
  const count = tracks.threats.length;
  const made: Decisions = {
    detectedS: new Float64Array(count),
    commitS: new Float64Array(count),
    decidedS: new Float64Array(count),
  };
  const decision = randomStream(seed, trial, `decision:${command.id}`);
  const release = randomStream(seed, trial, `release:${command.id}`);
  tracks.threats.forEach((track, i) => {
    made.detectedS[i] = track.detectedS;
    made.commitS[i] = track.commitS;
    made.decidedS[i] = track.commitS + draw(command.decision, decision) + draw(command.release, release);
  });
  return made;
}

function draw({ lowS, modeS, highS }: CommandPlan['decision'], stream: RandomStream): number {
  return stream.triangular(lowS, modeS, highS);
}
