/**
 * Units that a factory has made by a time.
 *
 * The rate rises evenly from nothing at the first unit to full after the ramp.
 *
 * @param sinceFirstYr years since the first unit; below 0: none
 */
export function producedBy(sinceFirstYr: number, ratePerYr: number, rampYr: number): number {
  if (sinceFirstYr < 0) return 0;
  if (ratePerYr === Infinity) return Infinity;
  if (sinceFirstYr < rampYr) return (ratePerYr * sinceFirstYr * sinceFirstYr) / (2 * rampYr);
  return ratePerYr * (sinceFirstYr - rampYr / 2);
}
