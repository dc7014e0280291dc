import { effect, untracked } from '@preact/signals';
import type { Sight } from './constellation.ts';
import { askFootprint, askServed } from './runs.ts';
import { colorBy, footprintLayer, timeS } from './view.ts';

/** Who is served is asked anew when time has moved by this. */
const STALE_S = 30;
/** An answer that has not come by then is not waited for. */
const LATE_MS = 10_000;

/** Keeps what a globe shows of terminals that of the moment. @returns what stops it */
export function watchServed(sight: Sight): () => void {
  let askedMs = -Infinity;
  let asked: unknown[] = [];
  return effect(() => {
    const opened = sight.fleet.value?.opened;
    const raid = sight.scene.value;
    const known = sight.served.value;
    const slot = sight.slot.value;
    const atS = (raid?.startS ?? 0) + timeS.value;
    if (colorBy.value !== 'served' || !opened) return;
    const wanted = [raid, opened, slot];
    const isAsked = wanted.every((each, i) => each === asked[i]);
    const isFresh = known !== undefined && Math.abs(known.atS - atS) < STALE_S;
    if (isAsked && (isFresh || (known === asked.at(-1) && performance.now() - askedMs < LATE_MS))) return;
    asked = [...wanted, known];
    askedMs = performance.now();
    untracked(() => askServed(slot, atS));
  });
}

/** Asks for the defended aim points of a run when they are to be shown; they do not move with the clock. @returns what stops it */
export function watchFootprint(sight: Sight): () => void {
  let asked: unknown;
  return effect(() => {
    const opened = sight.fleet.value?.opened;
    const slot = sight.slot.value;
    if (footprintLayer.value === 'none' || !opened?.canSimulate || sight.footprint.value !== undefined) return;
    if (asked === opened) return;
    asked = opened;
    untracked(() => askFootprint(slot));
  });
}
