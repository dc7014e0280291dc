import { capAbsenteeRatio, latitudeConcentration } from '../../src/closed-forms/absentee.ts';
import { flyOutOf, reachKm } from '../../src/engage/fly-out.ts';
import { equip, prepareLayers } from '../../src/engage/layer.ts';
import { opportunities } from '../../src/engage/opportunities.ts';
import { DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM } from '../../src/physics/constants.ts';
import { positionAt } from '../../src/physics/trajectory.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import { spaceLayer } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidClass, solidFlight } from '../../test/fixtures/small-world.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const ACCELERATION_G = 15;
const FLY_OUT_S = 120;
const TIMES = 300;
const TIME_STEP_S = 287.3; // over a day, no simple fraction of an orbit
const FLIGHT = solidFlight([40.5, 127], [39, -77]);

export const validation: ValidationCase = {
  id: 'absentee-band',
  title:
    'Interceptors on orbit for one missile: the engine against the ideal ratio and the published one-missile studies',
  level: 'published',
  source:
    'T. Harrison, Space-Based Interceptor Calculator (AEI, 2025); CBO 62422 (2026), a tenth of its layer; APS 2003 as reported by SpaceNews (2003)',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  return {
    what: row.what,
    published: row.kind === 'crowding' ? crowdedRatio(row) : numberIn(row, 'published'),
    computed: numberIn(row, 'shots') * engineRatio(row),
    tolerance: numberIn(row, 'tolerance'),
    relative: true,
    unit: row.kind === 'crowding' ? 'to 1' : 'interceptors',
    why: row.why,
  };
}

/** All interceptors over those that the engine's search finds for the missile, averaged over launch times of a day. */
function engineRatio(row: Record<string, string>): number {
  const orbits = compileWalker({
    pattern: 'delta',
    planes: 50,
    satellitesPerPlane: 40,
    altitudeKm: numberIn(row, 'altitudeKm'),
    inclinationDeg: numberIn(row, 'inclinationDeg'),
    phasing: 1,
  });
  const plan = {
    accelerationG: ACCELERATION_G,
    deltaVKmS: numberIn(row, 'deltaVKmS'),
    flyOutMaxS: FLY_OUT_S,
    minAltitudeKm: numberIn(row, 'minAltitudeKm'),
  };
  const layer = { ...spaceLayer(1, 1, plan), parts: [orbits] };
  const releaseS = Float64Array.of(numberIn(row, 'releaseS'));
  const oneWayS = new Float64Array(orbits.count);
  let inReach = 0;
  for (let k = 0; k < TIMES; k++) {
    const world = smallWorld({ layers: [layer], flights: [FLIGHT], startS: TIME_STEP_S * k });
    const layers = prepareLayers(world).map((layer) => equip(layer));
    inReach += opportunities(world, layers[0], releaseS, oneWayS).count;
  }
  return (orbits.count * TIMES) / inReach;
}

/** Closed form: the spherical cap that one interceptor reaches at burnout, thinned or crowded as orbits are at that latitude. */
function crowdedRatio(row: Record<string, string>): number {
  const flyOut = flyOutOf(ACCELERATION_G, numberIn(row, 'deltaVKmS'), FLY_OUT_S);
  const radiusKm = reachKm(flyOut, solidClass.burnS - numberIn(row, 'releaseS'));
  const r = EARTH_EQUATORIAL_RADIUS_KM + numberIn(row, 'altitudeKm');
  const q = EARTH_EQUATORIAL_RADIUS_KM + solidClass.burnoutAltitudeKm;
  const burnout = new Float64Array(3);
  positionAt(FLIGHT, solidClass.burnS, burnout);
  const [x, y, z] = burnout;
  const latitudeRad = Math.atan2(z, Math.sqrt(x * x + y * y));
  const ideal = capAbsenteeRatio(Math.acos((r * r + q * q - radiusKm * radiusKm) / (2 * r * q)));
  return ideal / latitudeConcentration(numberIn(row, 'inclinationDeg') * DEG_RAD, latitudeRad);
}
