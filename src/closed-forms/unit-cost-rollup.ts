/** Something bought in a number, operated each year and, where it wears out, bought again. */
export interface PricedElement {
  count: number;
  unitMusd: number;
  /** Operations of each one a year; 0 by default. */
  operationsMusdYr?: number;
  /** Bought once for all of them: development, site construction; 0 by default. */
  fixedMusd?: number;
  /** Life; without one it lasts the period. */
  lifeYr?: number;
}

/** What the element costs over the period, by kind. */
export interface RolledUpCost {
  fixedMusd: number;
  /** First set and its replacements. */
  unitsMusd: number;
  operationsMusd: number;
  totalMusd: number;
}

/**
 * Cost of a priced element over a period: fixed cost, whole generations of units, operations of every year.
 *
 * Price lists carry no learning and no ramp, and neither does this.
 *
 * @throws RangeError naming the input, its rule and its value
 * @source aei-2025-20, table of unit costs
 */
export function rollUpCost(element: PricedElement, periodYr: number): RolledUpCost {
  const { count, unitMusd, operationsMusdYr = 0, fixedMusd = 0, lifeYr = Infinity } = element;
  for (const [name, value] of Object.entries({ count, unitMusd, operationsMusdYr, fixedMusd, periodYr })) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be a finite number from 0: ${value}`);
  }
  if (!(lifeYr > 0)) throw new RangeError(`lifeYr must be above 0: ${lifeYr}`);
  const generations = Math.max(1, Math.ceil(periodYr / lifeYr - 1e-9));
  const unitsMusd = count * unitMusd * generations;
  const operationsMusd = count * operationsMusdYr * periodYr;
  return { fixedMusd, unitsMusd, operationsMusd, totalMusd: fixedMusd + unitsMusd + operationsMusd };
}
