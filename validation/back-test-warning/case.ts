import nextGenGeo from '../../catalog/sensors/next-gen-opir-geo.yaml?raw';
import sbirsGeo from '../../catalog/sensors/sbirs-geo.yaml?raw';
import icbmLiquid from '../../catalog/threats/icbm-liquid.yaml?raw';
import icbmSolid from '../../catalog/threats/icbm-solid.yaml?raw';
import { sense } from '../../src/sense/sense.ts';
import { geoSensor, sensorWorld, testLinks } from '../../test/fixtures/small-sensors.ts';
import { type solidClass, solidFlight } from '../../test/fixtures/small-world.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { entryNumbers } from '../entry-numbers.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const TRIALS = 200;
const SEED = 2003;
const OVER_THE_PACIFIC_DEG = 120;
const classes = byId([icbmLiquid, icbmSolid]);
const sensors = byId([nextGenGeo, sbirsGeo]);

export const validation: ValidationCase = {
  id: 'back-test-warning',
  title: 'First warning of a boosting missile by satellites in high orbit, beside the times of the published studies',
  level: 'back-test',
  source: 'APS Study Group on boost-phase intercept (2003), recalled; delays of 45 to 60 s in press (2025)',
  run: (rows) => rows.map(compare),
};

export { reference };

function byId(texts: string[]): Map<string, Record<string, number>> {
  return new Map(texts.map(entryNumbers).map(({ id, numbers }) => [id, numbers]));
}

function compare(row: Record<string, string>): ValidationRow {
  const times = detectionTimes(row);
  const at = (share: number) => times[Math.min(TRIALS - 1, Math.floor(share * TRIALS))];
  return {
    what: `${row.entry}, ${row.sensor}: ${row.what}`,
    published: numberIn(row, 'published'),
    computed: at(0.5),
    tolerance: numberIn(row, 'tolerance'),
    unit: 's',
    why: `${row.why}; 80 % of the looks between ${at(0.1).toFixed(0)} and ${at(0.9).toFixed(0)} s`,
    ...(row.because && { misses: row.because }),
  };
}

/** Times after launch at which one satellite has its looks together, rising: the satellite looks at a random moment of its round. */
export function detectionTimes({ entry, sensor: id }: Record<string, string>): number[] {
  const missile = classes.get(entry);
  const sensor = sensors.get(id);
  if (!missile || !sensor) throw new RangeError(`entry and sensor must be of this case: ${entry}, ${id}`);
  const { burnS, burnoutAltitudeKm, burnoutDownrangeKm, maxRangeKm } = missile as typeof solidClass;
  const flight = solidFlight([40.5, 127], [39, -77], { burnS, burnoutAltitudeKm, burnoutDownrangeKm, maxRangeKm });
  const { cloudBreakKm, revisitS, looksCount } = sensor;
  const world = sensorWorld(
    [geoSensor([OVER_THE_PACIFIC_DEG], { sees: ['boost'], cloudBreakKm, revisitS, looksCount })],
    [flight],
  );
  const links = testLinks(world);
  return Array.from({ length: TRIALS }, (_, trial) => {
    const { tS, count } = sense(world, links, { seed: SEED, trial });
    const looks = [...tS.subarray(0, count)].sort((a, b) => a - b);
    return looks[looksCount - 1];
  }).sort((a, b) => a - b);
}
