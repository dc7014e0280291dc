import type { ValidationRow } from './case-types.ts';

/** Difference of computed from published, in the unit of the tolerance: absolute, or relative to the published value. */
export function differenceOf(row: ValidationRow): number {
  const difference = row.computed - row.published;
  return row.relative ? difference / Math.abs(row.published) : difference;
}

/** Whether the computed value is inside the tolerance, or the figure inside the predicted band; NaN never is. */
export function isInside(row: ValidationRow): boolean {
  if (row.band) return row.published >= row.band.low && row.published <= row.band.high;
  return Math.abs(differenceOf(row)) <= row.tolerance;
}

/** Whether a row is as it says: inside, or outside with a reason; a reason for what is inside is out of date. */
export function isAsSaid(row: ValidationRow): boolean {
  return isInside(row) === (row.misses === undefined);
}
