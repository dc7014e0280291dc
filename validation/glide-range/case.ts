import { glideRangeKm, glideTimeS } from '../../src/physics/glide-equilibrium.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** 9,000 nautical miles, the range for which the source asks what lift-to-drag it takes. */
const ASKED_RANGE_KM = 16668;

export const validation: ValidationCase = {
  id: 'glide-range',
  title: 'Equilibrium glide: range, time and required lift-to-drag',
  level: 'independent',
  source: "Eggers and Allen's range formula as evaluated in two public works on glide vehicles",
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const fromKmS = numberIn(row, 'fromKmS');
  const toKmS = numberIn(row, 'toKmS');
  const base = {
    published: numberIn(row, 'expected'),
    tolerance: numberIn(row, 'tolerance'),
    unit: row.unit,
    why: row.why,
  };
  if (row.quantity === 'requiredLiftToDrag') {
    const what = `lift-to-drag for ${ASKED_RANGE_KM} km from ${fromKmS} km/s`;
    return { ...base, what, computed: ASKED_RANGE_KM / glideRangeKm(1, fromKmS) };
  }
  const ratio = numberIn(row, 'liftToDragRatio');
  const how = `from ${fromKmS} to ${toKmS} km/s at lift-to-drag ${ratio}`;
  if (row.quantity === 'timeS') return { ...base, what: `time ${how}`, computed: glideTimeS(ratio, fromKmS, toKmS) };
  if (row.quantity !== 'rangeKm') throw new RangeError(`unknown quantity: ${row.quantity}`);
  return { ...base, what: `range ${how}`, computed: glideRangeKm(ratio, fromKmS, toKmS) };
}
