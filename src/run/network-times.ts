import type { Architecture } from '../flow/architecture.ts';

/** Moments over the launch window at which a run looks at its networks. */
const COUNT = 6;

/** These moments, seconds after the epoch. */
export function networkTimesS({ analysis: { launchWindowS } }: Pick<Architecture, 'analysis'>): number[] {
  return Array.from({ length: COUNT }, (_, i) => (launchWindowS * i) / COUNT);
}
