import { satelliteCount } from '../satellite-count.ts';
import type { NetworkKind } from './network-kind.ts';

/** Satellites that hand down at once what comes up to them. */
export const bentPipe: NetworkKind = {
  about: 'bent pipe',
  isRelaying: false,
  needsElements: false,
  functionId: 'backbone',
  unitCount: satelliteCount,
  crosslinksOf: () => ({ pairs: new Int32Array(0), isAnew: false }),
  warnings: () => [],
};
