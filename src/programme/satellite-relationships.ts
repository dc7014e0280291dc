export type Subsystem = 'structure' | 'thermal' | 'power' | 'telemetry' | 'attitude' | 'propulsion';

/**
 * Development and first unit of a subsystem of a small satellite, thousands of dollars of fiscal 2000.
 *
 * Mass relationships of the small-satellite kind; propulsion takes the dry mass of the whole satellite, 20 to 400 kg.
 *
 * @param massKg dry mass of the subsystem, above 0
 * @source tatc-cost, cost relationships by subsystem
 */
export function sscmSubsystemKusd(subsystem: Subsystem, massKg: number): number {
  checkMass(massKg);
  switch (subsystem) {
    case 'structure':
      return 299 + 14.2 * massKg * Math.log(massKg);
    case 'thermal':
      return 246 + 4.2 * massKg ** 2;
    case 'power':
      return -926 + 396 * massKg ** 0.72;
    case 'telemetry':
      return 841 + 95.6 * massKg ** 1.35;
    case 'attitude':
      return 1358 + 8.58 * massKg ** 2;
    case 'propulsion':
      return 65.6 + 2.19 * massKg ** 1.261;
  }
}

/**
 * Development and first unit of the bus of a small satellite, millions of dollars of fiscal 2010; four tenths recur.
 *
 * @param massKg dry mass of the bus; the fit is for satellites under 1,000 kg
 * @source foreman-2019, bus total as coded by a public constellation model
 */
export function sscmBusMusd(massKg: number): number {
  checkMass(massKg);
  return (1064 + 35.5 * massKg ** 1.261) / 1000;
}

/**
 * First unit of a satellite bus, millions of dollars of fiscal 2010; the source states standard errors of 34 to 61 %.
 *
 * @param massKg dry mass of the bus
 * @source uscm8-coded, theoretical first unit of the bus, second hand
 */
export function uscmBusFirstUnitMusd(massKg: number): number {
  checkMass(massKg);
  return (283.5 * massKg ** 0.716) / 1000;
}

function checkMass(massKg: number): void {
  if (!(massKg > 0 && massKg < Infinity)) throw new RangeError(`massKg must be positive: ${massKg}`);
}
