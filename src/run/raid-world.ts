import type { Architecture } from '../flow/architecture.ts';
import type { Availability } from '../flow/availability.ts';
import type { World } from '../flow/world.ts';
import { randomStream } from '../num/random.ts';
import { worldAt } from '../world/world.ts';
import type { Prepared } from './prepare.ts';

/** The world of one raid: it starts at a random moment of the launch window, with what works in it. */
export function raidWorld(
  { architecture, elements, flights }: Pick<Prepared, 'architecture' | 'elements' | 'flights'>,
  availability: Availability,
  trial: number,
  spare?: World,
): World {
  const startS = startOf(architecture, trial);
  return worldAt(architecture, elements, flights, startS, availability, spare);
}

function startOf({ analysis: { seed, launchWindowS } }: Architecture, trial: number): number {
  return randomStream(seed, trial, 'start').uniform() * launchWindowS;
}
