import { routeEnd } from '../../src/transport/ends.ts';
import { isRoute } from '../../src/transport/route.ts';
import { type RouteSeries, routeSeries } from '../../src/transport/route-series.ts';
import type { Transport } from '../../src/transport/transport.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { hypatiaTransport, shells } from '../network-hypatia/constellation.ts';
import stationsText from '../network-hypatia/stations.csv?raw';
import { numberIn, readReference } from '../read-reference.ts';
import reference from './reference.csv?raw';

const DURATION_S = 200;
const STEP_S = 2;

export const validation: ValidationCase = {
  id: 'network-imc2020',
  title: 'Figures that the Hypatia paper prints: path changes, a city without a satellite, extremes of round trips',
  level: 'published',
  source: 'Kassing et al., Exploring the "Internet from space" with Hypatia, IMC 2020, sections 4 and 5',
  run: compareAll,
};

export { reference };

function compareAll(rows: Record<string, string>[]): ValidationRow[] {
  const computed = computeAll();
  return rows.map((row, i) => ({
    what: row.what,
    published: numberIn(row, 'published'),
    computed: computed[i],
    tolerance: numberIn(row, 'tolerance'),
    unit: row.unit,
    why:
      row.unit === 's' && row.tolerance === '0.1' ? 'the paper samples every 100 ms' : 'rounding of the printed figure',
  }));
}

/** In the order of the reference table. */
function computeAll(): number[] {
  const kuiper = hypatiaTransport(shells['kuiper-630']);
  const starlink = hypatiaTransport(shells['starlink-550']);
  const rio = seriesOf(kuiper, 'Rio-de-Janeiro', 'Sankt-Peterburg-(Saint-Petersburg)');
  const change = rio.events.find(({ tS }) => tS > 30 && tS < 40);
  const breaks = rio.events.find(({ kind, tS }) => kind === 'breaks' && tS > 100);
  const again = rio.events.find(({ kind, tS }) => kind === 'appears' && tS > 100);
  const rtt = (route: RouteSeries['events'][number]['before'] | undefined) =>
    route && isRoute(route) ? 2000 * route.oneWayS : Number.NaN;
  return [
    change?.tS ?? Number.NaN,
    rtt(change?.before),
    rtt(change?.after),
    breaks?.tS ?? Number.NaN,
    again?.tS ?? Number.NaN,
    ...extremesMs(seriesOf(kuiper, 'Manila', 'Dalian')),
    ...extremesMs(seriesOf(kuiper, 'Istanbul', 'Nairobi')),
    ...extremesMs(seriesOf(starlink, 'Paris', 'Luanda')),
  ];
}

function seriesOf(transport: Transport, from: string, to: string): RouteSeries {
  const stations = readReference(stationsText);
  const end = (name: string) => {
    const station = stations.find((each) => each.name === name)!;
    return routeEnd(transport, `${station.latDeg},${station.lonDeg}`);
  };
  return routeSeries(transport, end(from), end(to), { fromS: 0, durationS: DURATION_S - STEP_S, stepS: STEP_S });
}

/** Least and greatest round trip, the moments just before and after each change included. */
function extremesMs({ samples, events }: RouteSeries): [number, number] {
  const routes = [...samples.map(({ route }) => route), ...events.flatMap(({ before, after }) => [before, after])];
  const times = routes.filter(isRoute).map(({ oneWayS }) => 2000 * oneWayS);
  return [Math.min(...times), Math.max(...times)];
}
