import { DEG_RAD } from '../../src/physics/constants.ts';
import {
  addLook,
  emptyLookSum,
  type Information,
  positionErrorKm,
  priorInformation,
  takeIn,
} from '../../src/sense/information.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'stereo-geometry',
  title: 'Position error from two directions against the angle between them',
  level: 'independent',
  source: 'Closed forms of the intersection of two lines in a plane, derived and evaluated apart from the code',
  run: (rows) => rows.map(compare),
};

export { reference };

const WHAT: Record<string, string> = {
  'one-exact': 'error along the first line, that line exact',
  'plane-rms': 'root of the sum of the variances in the plane',
  largest: 'largest error in any direction',
};

function compare(row: Record<string, string>): ValidationRow {
  const figure = row.figure;
  const baselineDeg = numberIn(row, 'baselineDeg');
  const acrossKm = numberIn(row, 'rangeKm') * numberIn(row, 'angleErrorUrad') * 1e-6;
  const Y = twoLooks(figure === 'one-exact' ? 1e-6 * acrossKm : acrossKm, acrossKm, baselineDeg * DEG_RAD);
  return {
    what: `${row.rangeKm} km, ${row.angleErrorUrad} microrad, ${baselineDeg} degrees apart: ${WHAT[figure]}`,
    published: numberIn(row, 'expectedKm'),
    computed: figure === 'plane-rms' ? planeRmsKm(Y) : positionErrorKm(Y),
    tolerance: 1e-6,
    relative: true,
    unit: 'km',
    why: 'exact but for a prior of ten million km and rounding',
  };
}

/** What two directions in the plane z = 0 tell: the first along x, the second turned from it. */
function twoLooks(firstKm: number, secondKm: number, angleRad: number): Information {
  const Y = priorInformation(1e7, 1e-3);
  const looks = emptyLookSum();
  addLook(looks, Float64Array.of(1, 0, 0), firstKm, Infinity, 0);
  addLook(looks, Float64Array.of(Math.cos(angleRad), Math.sin(angleRad), 0), secondKm, Infinity, 0);
  takeIn(Y, looks);
  return Y;
}

/** From the information on x and y, which z does not touch: trace of the inverse is trace over determinant. */
function planeRmsKm(Y: Information): number {
  return Math.sqrt((Y[0] + Y[7]) / (Y[0] * Y[7] - Y[1] * Y[6]));
}
