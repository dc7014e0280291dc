import { categories, colors } from './palette.ts';

/** Places that missiles aim at, and how well each is defended. */
export interface Aims {
  points: readonly { latDeg: number; lonDeg: number; areaKm2: number }[];
  /** [point] share of the launch times at which an intercept comes in time. */
  chances: readonly number[];
}

/** At all launch times, at some, at none. */
export const aimColors = [categories[2], colors.order, colors.leaked] as const;

/** Which of the three it is. */
export function aimState(chance: number): 0 | 1 | 2 {
  if (chance >= 1) return 0;
  return chance > 0 ? 1 : 2;
}
