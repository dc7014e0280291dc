import type { Architecture } from '../flow/architecture.ts';
import type { World } from '../flow/world.ts';
import { randomStream } from '../num/random.ts';
import { worldAt } from '../world/world.ts';
import type { Prepared } from './prepare.ts';

/** The world of one raid: it starts at a random moment of the launch window, and satellites are out by chance. */
export function raidWorld(
  { architecture, elements, flights }: Pick<Prepared, 'architecture' | 'elements' | 'flights'>,
  trial: number,
  isBrief: boolean,
  spare?: World,
): World {
  const startS = startOf(architecture, trial);
  const { seed } = architecture.analysis;
  const outagesOf = (elementId: string) => randomStream(seed, trial, `outages:${elementId}`);
  return worldAt(architecture, elements, flights, startS, outagesOf, isBrief ? { reuse: spare } : undefined);
}

function startOf({ analysis: { seed, launchWindowS } }: Architecture, trial: number): number {
  return randomStream(seed, trial, 'start').uniform() * launchWindowS;
}
