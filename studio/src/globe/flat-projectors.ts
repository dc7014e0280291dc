import { globeProjector, mapProjector } from './projector.ts';

export type FlatKind = 'globe' | 'map';

/** What turns positions into places of the picture, in a flat view. */
export const flatProjectors = { globe: globeProjector, map: mapProjector } as const;
