import apsSbi from '../../catalog/interceptors/aps-2003-sbi.yaml?raw';
import gbi from '../../catalog/interceptors/gbi.yaml?raw';
import icbmLiquid from '../../catalog/threats/icbm-liquid.yaml?raw';
import icbmSolid from '../../catalog/threats/icbm-solid.yaml?raw';
import irbm from '../../catalog/threats/irbm.yaml?raw';
import { flyOutOf, reachKm } from '../../src/engage/fly-out.ts';
import { equip, prepareLayers } from '../../src/engage/layer.ts';
import { opportunities } from '../../src/engage/opportunities.ts';
import type { World } from '../../src/flow/world.ts';
import { areaOf, isInAny } from '../../src/physics/areas.ts';
import type { BallisticClass } from '../../src/physics/ballistic-class.ts';
import { fallAt, type Span, usefulSpans } from '../../src/physics/fall.ts';
import type { Trajectory } from '../../src/physics/trajectory.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import { spaceLayer, surfacePlan } from '../../test/fixtures/small-layers.ts';
import { type LatLon, smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { detectionTimes } from '../back-test-warning/case.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { entryNumbers } from '../entry-numbers.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const classes = new Map(
  [icbmLiquid, icbmSolid, irbm].map(entryNumbers).map(({ id, numbers }) => [id, numbers as unknown as BallisticClass]),
);
const SITES: Record<string, LatLon> = {
  alaska: [63.95, -145.73],
  california: [34.74, -120.57],
  'north-east': [44.05, -75.77],
};
const GBI_ORDER_S = 100;
const LOOK_S = 60;
const SPREAD_KM = 200;
const MOMENTS = 96;
const DAY_S = 86_400;
const FLEET = { altitudeKm: 300, inclinationDeg: 45 };
const MOST_PLANES = 130;
/** Planes of the entry, and satellites of each. */
const STUDY_PLANES = 40;
const CUT_STEP_S = 0.05;

export const validation: ValidationCase = {
  id: 'back-test-studies',
  title: 'What studies of missile defence said of windows, numbers, reach and falls, beside the engine',
  level: 'back-test',
  source:
    'APS (2003, 2025), National Research Council (2012), Ballistic Missile Defense Review (2010), Postol (2001), all as the press told them; the count of the NRC recalled',
  run: (rows) => rows.map(compare),
};

export { reference };

const computedBy: Record<string, { of: (row: Record<string, string>) => number; unit: string }> = {
  window: { of: windowS, unit: 's' },
  fleet: { of: (row) => leastFleet(row, numberIn(row, 'with')), unit: 'interceptors' },
  raidGrowth: { of: raidGrowth, unit: 'times' },
  delayGrowth: { of: delayGrowth, unit: 'times' },
  reach: { of: apsReachKm, unit: 'km' },
  defended: { of: (row) => Math.min(1, salvosAt(row)), unit: '(yes: 1)' },
  second: { of: (row) => (salvosAt(row) > 1 ? 1 : 0), unit: '(yes: 1)' },
  falls: { of: fallsThere, unit: '(yes: 1)' },
};

function compare(row: Record<string, string>): ValidationRow {
  const { of, unit } = computedBy[row.kind];
  return {
    what: row.what,
    published: numberIn(row, 'published'),
    computed: of(row),
    tolerance: numberIn(row, 'tolerance'),
    unit,
    why: row.source,
    ...(row.because && { misses: row.because }),
  };
}

function placeOf(text: string): LatLon {
  const [latDeg, lonDeg] = text.split(' ').map(Number);
  return [latDeg, lonDeg];
}

function flightOf({ entry, from, toward }: Record<string, string>, burnS?: number): Trajectory {
  const missile = classes.get(entry)!;
  return solidFlight(placeOf(from), placeOf(toward), burnS === undefined ? missile : { ...missile, burnS });
}

/** When a hit keeps the payload off the contiguous states. */
function usefulOf(flight: Trajectory): Span[] {
  const conus = [areaOf('conus')];
  return usefulSpans(flight, SPREAD_KM, (latDeg, lonDeg) => isInAny(conus, latDeg, lonDeg));
}

function windowS(row: Record<string, string>): number {
  const [sensor, burnS] = row.with.split(' ');
  const times = detectionTimes({ entry: row.entry, sensor: sensor });
  const flight = flightOf(row, burnS === undefined ? undefined : Number(burnS));
  return usefulOf(flight).at(-1)![1] - times[times.length >> 1];
}

/** How many of a square layer of the study can hit the missile of a row usefully, at any moment. */
function inReachOf(row: Record<string, string>, mayFlyToTheEnd: boolean) {
  const flight = flightOf(row);
  const usefulS = usefulOf(flight);
  const { accelerationG, deltaVKmS, flyOutMaxS, minAltitudeKm } = entryNumbers(apsSbi).numbers;
  const plan = spaceLayer(1, 1, {
    accelerationG,
    deltaVKmS,
    minAltitudeKm,
    flyOutMaxS: mayFlyToTheEnd ? flight.boostEndS : flyOutMaxS,
  }).plan;
  return (planes: number, moment: number, orderS: number): number => {
    const orbits = compileWalker({ pattern: 'delta', planes, satellitesPerPlane: planes, phasing: 1, ...FLEET });
    const startS = (DAY_S / MOMENTS) * (moment + 0.5);
    const world = smallWorld({ layers: [{ plan, parts: [orbits] }], flights: [flight], startS });
    const threats = world.threats.map((threat) => ({ ...threat, usefulS }));
    return chances({ ...world, threats }, Float64Array.of(orderS)).length;
  };
}

/** Satellites of the least square layer of which so many interceptors are in reach at each of the moments. */
function leastFleet(row: Record<string, string>, orderS: number, missiles = 1): number {
  const inReach = inReachOf(row, row.entry !== 'icbm-solid');
  for (let planes = 8; planes <= MOST_PLANES; planes++) {
    let moment = 0;
    while (moment < MOMENTS && inReach(planes, moment, orderS) >= missiles) moment++;
    if (moment === MOMENTS) return planes * planes;
  }
  return Number.NaN;
}

/** Least layer for so many missiles launched together, over that for one. */
function raidGrowth(row: Record<string, string>): number {
  const [orderS, missiles] = row.with.split(' ').map(Number);
  return leastFleet(row, orderS, missiles) / leastFleet(row, orderS);
}

/** Interceptors in reach on average, of the layer of the entry, where nobody decides, over those where an order comes later. */
function delayGrowth(row: Record<string, string>): number {
  const [soonS, lateS] = row.with.split(' ').map(Number);
  const inReach = inReachOf(row, true);
  const sum = (orderS: number) =>
    Array.from({ length: MOMENTS }, (_, moment) => inReach(STUDY_PLANES, moment, orderS)).reduce((a, b) => a + b);
  return sum(soonS) / sum(lateS);
}

/** How far an interceptor of the entry is from its satellite after a time. */
function apsReachKm(row: Record<string, string>): number {
  const { accelerationG, deltaVKmS } = entryNumbers(apsSbi).numbers;
  return reachKm(flyOutOf(accelerationG, deltaVKmS), numberIn(row, 'with'));
}

/** Times of the intercepts that the first layer of a world can make. */
function chances(world: World, order: Float64Array): Float64Array {
  const [layer] = prepareLayers(world).map((each) => equip(each));
  const { count, interceptS } = opportunities(world, layer, order, layer.noDelayS);
  return interceptS.slice(0, count);
}

/** Salvos that some sites have at a missile, each ordered after a look at what the one before did. */
function salvosAt(row: Record<string, string>): number {
  const { burnoutSpeedKmS, boostS, minAltitudeKm, maxAltitudeKm, maxRangeKm, reactionS } = entryNumbers(gbi).numbers;
  const plan = surfacePlan({
    engages: ['midcourse'],
    burnoutSpeedKmS,
    boostS,
    minAltitudeKm,
    maxAltitudeKm,
    maxRangeKm,
    reactionS,
  });
  const sites = row.with.split(' ').map((id) => SITES[id]);
  const { busS } = classes.get(row.entry) as unknown as { busS: number };
  const world = smallWorld({ layers: [{ plan, sites }], flights: [flightOf(row)], threat: { busS } });
  let salvos = 0;
  for (let orderS = GBI_ORDER_S; ; salvos++) {
    const interceptS = chances(world, Float64Array.of(orderS));
    if (interceptS.length === 0) return salvos;
    orderS = Math.min(...interceptS) + LOOK_S;
  }
}

function fallsThere(row: Record<string, string>): number {
  const flight = flightOf(row);
  const area = [areaOf(row.with)];
  for (let tS = 0; tS < flight.boostEndS; tS += CUT_STEP_S) {
    const fall = fallAt(flight, tS);
    if (fall && isInAny(area, fall.latDeg, fall.lonDeg)) return 1;
  }
  return 0;
}
