import { type BallisticArc, minimumEnergyArc } from '../../src/physics/ballistic-arc.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../../src/physics/constants.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'minimum-energy',
  title: 'Least-energy ballistic arcs: speed, angle, apogee, time of flight',
  level: 'published',
  source: 'Vallado, example 7-5 (second hand); closed forms of Bate, Mueller and White and of Lagrange',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const arc = row.kind === 'points' ? arcBetween(row) : arcOverSphere(row);
  const where = row.kind === 'points' ? 'Vallado 7-5' : `${row.rangeKm} km over the sphere`;
  const isPrinted = row.kind === 'points';
  return {
    what: `${where}: ${row.quantity}`,
    published: numberIn(row, 'expected'),
    computed: quantity(row.quantity, arc),
    tolerance: printedRounding(row.expected) * (isPrinted ? 2 : 1),
    unit: row.unit,
    why: isPrinted ? 'last printed digit; the inputs are rounded too' : 'rounding of the evaluated closed form',
  };
}

function arcBetween(row: Record<string, string>): BallisticArc {
  const [x1, y1, x2, y2] = ['fromXKm', 'fromYKm', 'toXKm', 'toYKm'].map((name) => numberIn(row, name));
  const angleRad = Math.atan2(y2, x2) - Math.atan2(y1, x1);
  return minimumEnergyArc(Math.sqrt(x1 * x1 + y1 * y1), Math.sqrt(x2 * x2 + y2 * y2), angleRad);
}

function arcOverSphere(row: Record<string, string>): BallisticArc {
  const angleRad = numberIn(row, 'rangeKm') / EARTH_MEAN_RADIUS_KM;
  return minimumEnergyArc(EARTH_MEAN_RADIUS_KM, EARTH_MEAN_RADIUS_KM, angleRad);
}

function quantity(name: string, arc: BallisticArc): number {
  switch (name) {
    case 'speedXKmS': // the start lies on the x axis: x is up, y along
      return arc.speedKmS * Math.sin(arc.flightPathAngleRad);
    case 'speedYKmS':
      return arc.speedKmS * Math.cos(arc.flightPathAngleRad);
    case 'speedKmS':
      return arc.speedKmS;
    case 'flightPathAngleDeg':
      return arc.flightPathAngleRad / DEG_RAD;
    case 'apogeeKm':
      return arc.apogeeRadiusKm - EARTH_MEAN_RADIUS_KM;
    case 'flightS':
      return arc.flightS;
    case 'flightMin':
      return arc.flightS / 60;
    case 'semiMajorAxisKm':
      return arc.semiMajorAxisKm;
    default:
      throw new RangeError(`unknown quantity: ${name}`);
  }
}
