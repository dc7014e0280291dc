import type { ValidationRow } from './case-types.ts';

/** Difference of computed from published, in the unit of the tolerance: absolute, or relative to the published value. */
export function differenceOf(row: ValidationRow): number {
  const difference = row.computed - row.published;
  return row.relative ? difference / Math.abs(row.published) : difference;
}

/** Whether the computed value is inside the tolerance; NaN never is. */
export function isInside(row: ValidationRow): boolean {
  return Math.abs(differenceOf(row)) <= row.tolerance;
}
