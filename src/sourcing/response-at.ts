import type { ResponseCurve } from '../flow/sourcing.ts';

/** Least share that gives a chance; undefined where the whole layer does not. */
export function shareFor({ shareFraction, noLeaker }: ResponseCurve, wanted: number): number | undefined {
  for (let i = 0; i < noLeaker.length; i++) {
    if (noLeaker[i] < wanted) continue;
    if (i === 0) return shareFraction[0];
    const rise = noLeaker[i] - noLeaker[i - 1];
    const part = rise > 0 ? (wanted - noLeaker[i - 1]) / rise : 1;
    return shareFraction[i - 1] + part * (shareFraction[i] - shareFraction[i - 1]);
  }
  return undefined;
}

/** Chance at a share, between the points of the curve. */
export function chanceAt({ shareFraction, noLeaker }: ResponseCurve, share: number): number {
  for (let i = 1; i < shareFraction.length; i++) {
    if (share > shareFraction[i]) continue;
    const part = (share - shareFraction[i - 1]) / (shareFraction[i] - shareFraction[i - 1]);
    return noLeaker[i - 1] + Math.max(0, part) * (noLeaker[i] - noLeaker[i - 1]);
  }
  return noLeaker.at(-1)!;
}
