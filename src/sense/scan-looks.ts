import type { SensorView } from '../kinds/sensors/view.ts';

/** Times at which a unit may look, all of them whole revisit times apart. */
export interface LookSpan {
  fromS: number;
  toS: number;
  /** Looks closer together than this are left out once the target is found. */
  stepS: number;
}

/**
 * The looks of one unit at one flight.
 *
 * While nothing is seen, looks are tried `stepS` apart; at the first that finds the target, the look at which it came into view is
 * searched for between the last blind one and this one (one rise between them is assumed), and from there the first
 * `looksCount` looks stand at the full rate, so that the time of detection does not depend on the step. Where the sight ends is
 * known to `stepS` only, and a sight shorter than that may be missed.
 *
 * @param spans in order of time
 * @param onLook called with the time and the range; the view holds the position of the sensor
 */
export function scanLooks(
  view: SensorView,
  spans: readonly LookSpan[],
  phaseS: number,
  revisitS: number,
  looksCount: number,
  onLook: (tS: number, rangeKm: number) => void,
): void {
  let inSight = false;
  let lastEndS = Number.NaN;
  for (const { fromS, toS, stepS } of spans) {
    const stride = Math.max(1, Math.ceil(stepS / revisitS - 1e-9));
    const last = Math.ceil((toS - phaseS) / revisitS) - 1; // a look at `toS` belongs to the next span
    let look = Math.ceil((fromS - phaseS) / revisitS);
    let blind = look - 1;
    if (fromS !== lastEndS) inSight = false;
    lastEndS = toS;
    while (look <= last) {
      const tS = phaseS + look * revisitS;
      const possibleS = view.nextPossibleS(tS);
      if (possibleS > tS) {
        inSight = false;
        if (possibleS === Infinity) break;
        look = Math.max(look + 1, Math.ceil((possibleS - phaseS) / revisitS));
        blind = look - 1;
        continue;
      }
      const rangeKm = view.rangeKm(tS);
      if (Number.isNaN(rangeKm)) {
        inSight = false;
        blind = look;
        // The last look of the span is always tried, so that a rise just before its end is found.
        look = look < last ? Math.min(look + stride, last) : last + 1;
      } else if (inSight) {
        onLook(tS, rangeKm);
        look += stride;
      } else {
        inSight = true;
        look = reportRise(blind, look, last);
      }
    }

    /** Reports the first looks of a sight at the full rate; gives the next look to try. */
    function reportRise(before: number, seen: number, final: number): number {
      let no = before;
      let yes = seen;
      while (yes - no > 1) {
        const middle = (no + yes) >> 1;
        if (Number.isNaN(view.rangeKm(phaseS + middle * revisitS))) no = middle;
        else yes = middle;
      }
      const end = Math.min(final, yes + looksCount - 1);
      for (let k = yes; k <= end; k++) {
        const rangeKm = view.rangeKm(phaseS + k * revisitS);
        if (!Number.isNaN(rangeKm)) onLook(phaseS + k * revisitS, rangeKm);
      }
      return end + stride;
    }
  }
}
