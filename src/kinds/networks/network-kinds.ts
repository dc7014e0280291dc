import { bentPipe } from './bent-pipe.ts';
import { motif } from './motif.ts';
import { nearest } from './nearest.ts';
import { plusGrid } from './plus-grid.ts';

/** Every kind of network, by the word that plans name it by: how its satellites link to each other. */
export const networkKinds = { 'plus-grid': plusGrid, motif, nearest, none: bentPipe };

/** Names of the kinds of networks. */
export type Topology = keyof typeof networkKinds;
export const topologies = Object.keys(networkKinds) as Topology[];
