/** A layer of satellites that is built up, kept at its number and operated. */
export interface CboLayerInput {
  /** Satellites kept on orbit. */
  onOrbit: number;
  /** Life of a satellite. */
  lifeYr: number;
  /** Mean cost of one, launch included. */
  unitMusd: number;
  /** Period that is costed, from the first year of building. */
  periodYr: number;
  /** Years of the period in which the layer is built up; nothing is replaced in them. */
  buildYr: number;
  /** Operations in each year of the period. */
  operationsMusdYr: number;
  /** Development, 0 by default. */
  developmentMusd?: number;
}

/** Units and money of the layer over the period. */
export interface CboLayerResult {
  replacementsPerYr: number;
  replacementUnits: number;
  units: number;
  initialMusd: number;
  replacementMusd: number;
  developmentMusd: number;
  acquisitionMusd: number;
  operationsMusd: number;
  totalMusd: number;
}

/**
 * Cost of a satellite layer by initial deployment, replacements at end of life, and operations.
 *
 * One mean unit cost, an even replacement rate, money of one year. Leaves out learning, spares, failures, discounting and
 * the ramp of operations while the layer is built up.
 *
 * @throws RangeError naming the input, its rule and its value
 * @source cbo-2026-62422, space-based interceptor layer (the 16 years of replacement are inferred from its totals)
 */
export function cboLayer(input: CboLayerInput): CboLayerResult {
  const { onOrbit, lifeYr, unitMusd, periodYr, buildYr, operationsMusdYr, developmentMusd = 0 } = input;
  for (const [name, value] of Object.entries(input)) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be a finite number from 0: ${value}`);
  }
  if (lifeYr === 0) throw new RangeError(`lifeYr must be above 0: ${lifeYr}`);
  if (buildYr > periodYr) throw new RangeError(`buildYr must not exceed periodYr ${periodYr}: ${buildYr}`);
  const replacementsPerYr = onOrbit / lifeYr;
  const replacementUnits = replacementsPerYr * (periodYr - buildYr);
  const initialMusd = onOrbit * unitMusd;
  const replacementMusd = replacementUnits * unitMusd;
  const acquisitionMusd = developmentMusd + initialMusd + replacementMusd;
  const operationsMusd = operationsMusdYr * periodYr;
  return {
    replacementsPerYr,
    replacementUnits,
    units: onOrbit + replacementUnits,
    initialMusd,
    replacementMusd,
    developmentMusd,
    acquisitionMusd,
    operationsMusd,
    totalMusd: acquisitionMusd + operationsMusd,
  };
}
