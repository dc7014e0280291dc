import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_MU_KM3_S2, STANDARD_GRAVITY_KM_S2 } from '../../src/physics/constants.ts';
import { reachBallKm, reachBallTimeS, relativeMotion } from '../../src/physics/relative-motion.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const ALTITUDE_KM = 590; // of Vallado's target
const COMPONENTS = ['radialM', 'alongM', 'crossM', 'radialMS', 'alongMS', 'crossMS'];

export const validation: ValidationCase = {
  id: 'relative-motion',
  title: 'Motion relative to a carrier: Clohessy-Wiltshire map and reach ball',
  level: 'published',
  source: 'Vallado, example 6-14 (second hand, to the digits of a public port of its code); AEI calculator, default',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const base = {
    published: numberIn(row, 'expected'),
    tolerance: numberIn(row, 'tolerance'),
    unit: row.unit,
    why: row.why,
  };
  const a = numberIn(row, 'a');
  const b = numberIn(row, 'b');
  if (row.quantity === 'reachKm') {
    const computed = reachBallKm(numberIn(row, 'tS'), a, b * STANDARD_GRAVITY_KM_S2);
    return { ...base, what: `reach of ${a} km/s at ${b} g in ${row.tS} s`, computed };
  }
  const c = numberIn(row, 'c');
  if (row.quantity === 'reachTimeS') {
    const computed = reachBallTimeS(c, a, b * STANDARD_GRAVITY_KM_S2);
    return { ...base, what: `time of ${a} km/s at ${b} g to ${c} km`, computed };
  }
  const component = COMPONENTS.indexOf(row.quantity);
  if (component < 0) throw new RangeError(`unknown quantity: ${row.quantity}`);
  const rateRadS = Math.sqrt(EARTH_MU_KM3_S2 / (EARTH_EQUATORIAL_RADIUS_KM + ALTITUDE_KM) ** 3);
  const step = new Float64Array(36);
  relativeMotion(rateRadS, numberIn(row, 'tS'), step);
  const r = 6 * component;
  const computed = step[r + 3] * a + step[r + 4] * b + step[r + 5] * c; // the map is linear: metres in, metres out
  return { ...base, what: `Vallado 6-14 after ${row.tS} s: ${row.quantity}`, computed };
}
