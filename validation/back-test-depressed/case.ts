import slbm from '../../catalog/threats/slbm.yaml?raw';
import { buildBallistic } from '../../src/physics/ballistic.ts';
import type { BallisticClass } from '../../src/physics/ballistic-class.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../../src/physics/constants.ts';
import { destination } from '../../src/physics/great-circle.ts';
import { isTrajectory, type Trajectory } from '../../src/physics/trajectory.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { entryNumbers } from '../entry-numbers.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const MISSILE = entryNumbers(slbm).numbers as unknown as BallisticClass;
const FROM = { latitudeRad: 30 * DEG_RAD, longitudeRad: -60 * DEG_RAD, heightKm: 0 };
const BEARING_RAD = 320 * DEG_RAD;
const LOWEST_RAD = -40 * DEG_RAD;
const HALVINGS = 40;

export const validation: ValidationCase = {
  id: 'back-test-depressed',
  title: 'Flights of missiles from the sea, of least energy and depressed, beside a published study',
  level: 'back-test',
  source: 'L. Gronlund and D. Wright, Science & Global Security 3 (1992), table 1, as two later notes quote it',
  run: (rows) => rows.flatMap(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow[] {
  const rangeKm = numberIn(row, 'rangeKm');
  const apogeeKm = numberIn(row, 'apogeeKm');
  const isLeast = row.kind === 'least';
  const path = isLeast ? flown(rangeKm, 0) : depressedTo(rangeKm, apogeeKm);
  const common = {
    tolerance: numberIn(row, 'tolerance'),
    relative: true,
    why: 'the class is not the missile of the study',
    ...(row.because && { misses: row.because }),
  };
  const where = isLeast
    ? `${rangeKm.toLocaleString('en')} km of least energy`
    : `${rangeKm.toLocaleString('en')} km at an apogee of ${apogeeKm} km`;
  const time = {
    ...common,
    what: `${where}: flight`,
    published: numberIn(row, 'flightMin'),
    computed: path.impactS / 60,
    unit: 'min',
  };
  if (!isLeast) return [time];
  return [{ ...common, what: `${where}: apogee`, published: apogeeKm, computed: path.apogeeKm, unit: 'km' }, time];
}

/** The path that is depressed until its apogee is so low. */
function depressedTo(rangeKm: number, apogeeKm: number): Trajectory {
  let [low, high] = [LOWEST_RAD, 0];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    const path = solved(rangeKm, middle);
    if (isTrajectory(path) && path.apogeeKm >= apogeeKm) high = middle;
    else low = middle;
  }
  return flown(rangeKm, high);
}

function flown(rangeKm: number, loftRad: number): Trajectory {
  const path = solved(rangeKm, loftRad);
  if (!isTrajectory(path)) throw new RangeError(`flight must be possible: ${path.reason}`);
  return path;
}

const place = new Float64Array(2);

function solved(rangeKm: number, loftRad: number) {
  destination(FROM.latitudeRad, FROM.longitudeRad, BEARING_RAD, rangeKm / EARTH_MEAN_RADIUS_KM, place);
  const aim = { latitudeRad: place[0], longitudeRad: place[1], heightKm: 0 };
  return buildBallistic(MISSILE, FROM, aim, { loftRad });
}
