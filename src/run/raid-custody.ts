import { phases } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import { withCustody } from '../sense/custody.ts';
import type { AllRecords } from './records.ts';

type Given = Pick<
  AllRecords,
  'architecture' | 'world' | 'links' | 'custodyRoom' | 'trial' | 'layer' | 'round' | 'asked' | 'custody'
>;

const BOOST = phases.indexOf('boost');

/** Custody of the threats at which a layer may be ordered to fire after their boost, or a further time. */
export function custodyFor(given: Given): Custody {
  const { architecture, world, links, custodyRoom, trial, layer, round, asked, custody } = given;
  if (custody.isAssumed) return custody;
  const wanted = Uint8Array.from(asked.orderS, (tS, i) => {
    const needs = round > 0 || layer.windows[i].some(({ phaseIndex }) => phaseIndex !== BOOST);
    return !Number.isNaN(tS) && needs ? 1 : 0;
  });
  if (!wanted.includes(1)) return custody;
  const luck = { seed: architecture.analysis.seed, trial };
  return withCustody(custody, world, links.upTo(Infinity), luck, wanted, custodyRoom);
}
