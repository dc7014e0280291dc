import { effect, untracked } from '@preact/signals';
import type { Sight } from './constellation.ts';
import { askLinks } from './runs.ts';
import { linkLayer, timeS } from './view.ts';

/** Links move on with their satellites; which there are is asked anew when time has moved by this. */
const STALE_S = 15;
/** An answer that has not come by then is not waited for. */
const LATE_MS = 5000;

/** Keeps the links on a globe those of the moment. @returns what stops it */
export function watchLinks(sight: Sight): () => void {
  let askedMs = -Infinity;
  let asked: unknown[] = [];
  return effect(() => {
    const layer = linkLayer.value;
    const raid = sight.scene.value;
    const opened = sight.fleet.value?.opened;
    const known = sight.links.value;
    const slot = sight.slot.value;
    const atS = (raid?.startS ?? 0) + timeS.value;
    const wanted = [layer, raid, opened, slot];
    if (layer === 'none' || !opened) return;
    const isAsked = wanted.every((each, i) => each === asked[i]);
    const isWaiting = isAsked && known === asked.at(-1) && performance.now() - askedMs < LATE_MS;
    const isFresh = isAsked && known !== asked.at(-1) && known !== undefined && Math.abs(known.atS - atS) < STALE_S;
    if (isWaiting || isFresh) return;
    asked = [...wanted, known];
    askedMs = performance.now();
    untracked(() => askLinks(slot, atS, layer === 'use' ? undefined : layer.slice('of '.length)));
  });
}
