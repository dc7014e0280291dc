import type { NetworkPlan } from '../../flow/architecture.ts';
import type { Said } from '../../flow/said.ts';
import type { SpaceElement } from '../../flow/world.ts';
import type { OrbitCounts } from '../satellite-count.ts';

/** Which satellites of a network link to each other; they are numbered from 0. */
export interface Crosslinks {
  /** [link][two satellites] linked for good, as long as they see each other. */
  pairs: Int32Array;
  /** Whether each satellite asks for the nearest in range, anew at each moment. */
  isAnew: boolean;
}

/**
 * All that the models ask a kind of network, which a plan names by `crosslinks`. A kind is one file here and one line of
 * `network-kinds.ts`.
 */
export interface NetworkKind {
  /** For the reference: what links to what, in a few words. */
  about: string;
  /** Whether satellites pass messages on to each other; without, a network carries them from and to the ground alone. */
  isRelaying: boolean;
  /** Whether it is of real satellites alone, which a plan names by a file of elements. */
  needsElements: boolean;
  /** Function of the partner book that it serves where the book does not say. */
  functionId: string;
  /** Units bought when complete. */
  unitCount(plan: OrbitCounts & { deployedCount?: number }): number;
  crosslinksOf(plan: NetworkPlan, element: SpaceElement): Crosslinks;
  /** What of a plan its links cannot do. */
  warnings(plan: NetworkPlan): Said[];
}
