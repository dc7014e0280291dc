import { rungeKuttaStep } from '../../src/num/runge-kutta.ts';
import { DEG_RAD, EARTH_MU_KM3_S2 } from '../../src/physics/constants.ts';
import { descentS } from '../../src/physics/fall.ts';
import { propagateTwoBody } from '../../src/physics/two-body.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const RADIUS_KM = 6371;
const THRUST_KM_S2 = 0.07;
const BURNOUT_SPEED_KM_S = 6.9408;
const BURNOUT_CLIMB_RAD = 22.944 * DEG_RAD;
const WHOLE_KM = 9600;
const STEPS = 1000;

export const validation: ValidationCase = {
  id: 'early-cut-off',
  title: 'Where a missile falls whose thrust ends early',
  level: 'independent',
  source: 'two-body arithmetic on a sphere, worked out apart from this code',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const value = numberIn(row, 'value');
  const isEarly = row.kind === 'early';
  return {
    what: isEarly ? `7.1 g ends ${value} s early` : `${value} km/s less at burnout`,
    published: numberIn(row, 'expected'),
    computed: isEarly ? WHOLE_KM - coastKm(before(value)) : coastKm(burnout(BURNOUT_SPEED_KM_S - value)),
    tolerance: numberIn(row, 'tolerance'),
    unit: row.unit,
    why: 'rounding of the figure',
  };
}

function burnout(speedKmS: number): Float64Array {
  const [up, along] = [Math.sin(BURNOUT_CLIMB_RAD), Math.cos(BURNOUT_CLIMB_RAD)];
  return Float64Array.of(RADIUS_KM + 200, 0, 0, speedKmS * up, speedKmS * along, 0);
}

/** Range of the coast, counted from below the burnout of the whole boost. */
function coastKm(state: Float64Array): number {
  const end = new Float64Array(6);
  propagateTwoBody(state, descentS(state, RADIUS_KM), end);
  return RADIUS_KM * ((Math.atan2(end[1], end[0]) + 2 * Math.PI) % (2 * Math.PI));
}

/** The state some time before burnout: gravity, and thrust along the velocity, integrated back. */
function before(earlyS: number): Float64Array {
  const rate = (s: Float64Array, out: Float64Array) => {
    const pull = -EARTH_MU_KM3_S2 / Math.hypot(s[0], s[1], s[2]) ** 3;
    const push = THRUST_KM_S2 / Math.hypot(s[3], s[4], s[5]);
    for (let i = 0; i < 3; i++) {
      out[i] = s[i + 3];
      out[i + 3] = pull * s[i] + push * s[i + 3];
    }
  };
  const state = burnout(BURNOUT_SPEED_KM_S);
  for (let k = 0; k < STEPS; k++) rungeKuttaStep(rate, state, -earlyS / STEPS, state);
  return state;
}
