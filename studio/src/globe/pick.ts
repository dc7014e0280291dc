import { gmstRad } from 'cupola/physics';
import type { FrameInput } from './build-frame.ts';
import { type FlatKind, flatProjectors } from './flat-projectors.ts';
import { moveFleet } from './fleet.ts';
import { FAR, HIDDEN } from './projector.ts';
import { type Scratch, scratchFor } from './scratch.ts';

/** Satellite drawn nearest to a place of the picture, within a few pixels; -1 where there is none. */
export function nearestDrawn({ px, seen }: Scratch, count: number, xPx: number, yPx: number, withinPx = 12): number {
  let best = -1;
  let bestPx2 = withinPx * withinPx;
  for (let i = 0; i < count; i++) {
    if (seen[i] === HIDDEN) continue;
    const dx = px[2 * i] - xPx;
    const dy = px[2 * i + 1] - yPx;
    const px2 = dx * dx + dy * dy + (seen[i] === FAR ? 20 : 0);
    if (px2 < bestPx2) {
      bestPx2 = px2;
      best = i;
    }
  }
  return best;
}

/** Satellite at a place of a flat picture that shows a moment, or -1: computed when it is asked. */
export function pickIn(
  { fleet, scene, timeS, view }: FrameInput,
  kind: FlatKind,
  widthPx: number,
  heightPx: number,
  xPx: number,
  yPx: number,
): number {
  const epochS = (scene?.startS ?? 0) + timeS;
  moveFleet(fleet, epochS);
  const projector = flatProjectors[kind](view, gmstRad(fleet.opened.epochUnixS + epochS), widthPx, heightPx);
  const scratch = scratchFor(fleet.count);
  projector.projectAll(fleet.positionEciKm, fleet.count, scratch.px, scratch.seen);
  return nearestDrawn(scratch, fleet.count, xPx, yPx);
}
