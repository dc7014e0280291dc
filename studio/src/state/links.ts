import { effect, untracked } from '@preact/signals';
import { askLinks } from './runs.ts';
import { current, scene } from './session.ts';
import { epochS, linkLayer, linksShown } from './view.ts';

/** Links move on with their satellites; which there are is asked anew when time has moved by this. */
const STALE_S = 15;
/** An answer that has not come by then is not waited for. */
const LATE_MS = 5000;

/** Keeps the links on the globe those of the moment. @returns what stops it */
export function watchLinks(): () => void {
  let askedMs = -Infinity;
  let asked: unknown[] = [];
  return effect(() => {
    const layer = linkLayer.value;
    const atS = epochS.value;
    const { opened } = current.value;
    const known = linksShown.value;
    const wanted = [layer, scene.value, opened];
    if (layer === 'none' || !opened) return;
    const isAsked = wanted.every((each, i) => each === asked[i]);
    const isWaiting = isAsked && known === asked[3] && performance.now() - askedMs < LATE_MS;
    const isFresh = isAsked && known !== asked[3] && known !== undefined && Math.abs(known.atS - atS) < STALE_S;
    if (isWaiting || isFresh) return;
    asked = [...wanted, known];
    askedMs = performance.now();
    untracked(() => askLinks(atS, layer === 'use' ? undefined : layer.slice('of '.length)));
  });
}
