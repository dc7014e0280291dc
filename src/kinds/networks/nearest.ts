import { satelliteCount } from '../satellite-count.ts';
import { grazingWarnings } from './grazing.ts';
import type { NetworkKind } from './network-kind.ts';

/** Links to whoever is near: on any orbits. */
export const nearest: NetworkKind = {
  about: 'to the n nearest in range, anew at each moment',
  isRelaying: true,
  needsElements: false,
  functionId: 'backbone',
  unitCount: satelliteCount,
  crosslinksOf: () => ({ pairs: new Int32Array(0), isAnew: true }),
  warnings: grazingWarnings,
};
