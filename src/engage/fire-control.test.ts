import { describe, expect, test } from 'vitest';
import { spaceLayer, surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { ThreatPlan } from '../flow/architecture.ts';
import { phases } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import { ASSUMED_CUSTODY, FireControl } from './fire-control.ts';
import { equip, prepareLayers } from './layer.ts';
import { opportunities } from './opportunities.ts';

const AIM = [39, -100] as const;
const flight = solidFlight(undefined, AIM);
const MIDCOURSE = phases.indexOf('midcourse');
const TERMINAL = phases.indexOf('terminal');
const CRUISE = phases.indexOf('cruise');
const GLIDE = phases.indexOf('glide');

/** A threat that is looked at every 30 s from one time to another, with a track of these errors. */
function heldFrom(fromS: number, toS: number, positionErrorKm: number, velocityErrorKmS = 0): Custody {
  const lookS = Float64Array.from({ length: Math.floor((toS - fromS) / 30) + 1 }, (_, k) => fromS + 30 * k);
  return {
    isAssumed: false,
    threats: [
      {
        arrivalS: lookS.map((tS) => tS + 0.1),
        lookS,
        newestS: lookS,
        sensorIndex: new Int32Array(lookS.length),
        updateS: lookS.map((tS) => tS + 1),
        positionErrorKm: new Float64Array(lookS.length).fill(positionErrorKm),
        velocityErrorKmS: new Float64Array(lookS.length).fill(velocityErrorKmS),
      },
    ],
  };
}

const NOTHING: Custody = { isAssumed: false, threats: [null] };

function fireControl(custody: Custody, { threat = {}, plan = {}, path = flight, impact = false } = {}) {
  const surface = surfacePlan({ id: 'gbi', burnoutSpeedKmS: 7, maxRangeKm: 5000, divertKm: 50, ...plan });
  const sites = [impact ? ([40, 127] as const) : AIM];
  const world = smallWorld({ layers: [{ plan: surface, sites }], flights: [path], threat });
  const [layer] = prepareLayers(world).map((each) => equip(each));
  return { fire: new FireControl(world, layer, custody), world, layer: layer };
}

describe('shots after boost', () => {
  test('are not released before burnout and the time of the bus, however well the missile is known', () => {
    for (const custody of [ASSUMED_CUSTODY, heldFrom(0, 1500, 0.1)]) {
      const { fire } = fireControl(custody, { threat: { busS: 60 } });
      expect(fire.firstReleaseS(0, MIDCOURSE)).toBe(flight.boostEndS + 60);
      expect(fire.containment(0, MIDCOURSE, 0, flight.boostEndS + 59, 900)).toBe(0);
      expect(fire.containment(0, MIDCOURSE, 0, flight.boostEndS + 91, 900)).toBeGreaterThan(0.9);
      expect(fire.containment(0, phases.indexOf('boost'), 0, 50, 100)).toBe(1);
    }
  });

  test('need a look made after burnout, two minutes old at the most', () => {
    const shot = (custody: Custody, releaseS: number) =>
      fireControl(custody).fire.containment(0, MIDCOURSE, 0, releaseS, releaseS + 300);
    expect(shot(NOTHING, 400)).toBe(0);
    expect(shot(heldFrom(0, flight.boostEndS - 1, 0.1), flight.boostEndS + 20)).toBe(0);
    const lost = heldFrom(200, 410, 0.1);
    expect(shot(lost, 500)).toBeGreaterThan(0.99);
    expect(shot(lost, 540)).toBe(0);
  });

  test('wait for an error within the divert in nine of ten cases, and hit with that chance', () => {
    const chance = (ratio: number) => {
      const { fire } = fireControl(heldFrom(200, 1500, 50 / ratio), { plan: { divertKm: 50 } });
      return fire.containment(0, MIDCOURSE, 0, 501, 501);
    };
    expect(chance(1)).toBe(0); // 0.3935
    expect(chance(2)).toBe(0); // 0.8647
    expect(chance(2.147)).toBeCloseTo(0.9, 3);
    expect(chance(3)).toBeCloseTo(0.9889, 4);
  });

  test('an unknown velocity counts for as long as the way takes, and more than on a straight line', () => {
    const { fire } = fireControl(heldFrom(200, 1500, 0, 0.02), { plan: { divertKm: 50 } });
    const soon = fire.containment(0, MIDCOURSE, 0, 501, 800);
    expect(soon).toBeGreaterThan(0.99);
    const straightS = 50 / 2.146 / 0.02;
    const latestS = fire.latestInterceptS(0, MIDCOURSE, 501, 1700);
    expect(latestS - 501).toBeLessThan(straightS);
    expect(latestS - 501).toBeGreaterThan(straightS / 1.5);
    expect(fire.containment(0, MIDCOURSE, 0, 501, latestS + 1)).toBe(0);
    expect(fire.latestInterceptS(0, MIDCOURSE, 501, 700)).toBe(700);
  });

  test('against a glider wait for a track of the glide and reach as far ahead as its turns allow', () => {
    const path = { ...flight, glideStartS: 400, glideEndS: 1500 };
    const threat: Partial<ThreatPlan> = { flight: 'glide', lateralG: 0.3 };
    const { fire } = fireControl(heldFrom(200, 1500, 1), { threat, path, plan: { divertKm: 100 } });
    expect(fire.containment(0, GLIDE, 0, 399, 420)).toBe(0);
    const latestS = fire.latestInterceptS(0, GLIDE, 621, 1500); // last update at 621
    const goneS = latestS - 621;
    const errorKm = Math.hypot(1, (0.3 * 9.80665e-3 * goneS ** 2) / 2);
    expect(100 / errorKm).toBeCloseTo(2.146, 1);
  });

  describe('told in flight', () => {
    const told = { updateRangeKm: 5000, lastUpdateS: 40 };
    const chance = (custody: Custody, plan: object, more = {}) =>
      fireControl(custody, { plan, ...more }).fire.containment(0, MIDCOURSE, 0, 501, 1500);

    test('are as good as the track at the last word, where their site sees the intercept', () => {
      const held = heldFrom(200, 1500, 0, 0.1);
      expect(chance(held, {})).toBe(0);
      const { fire } = fireControl(held, { plan: told });
      expect(chance(held, told)).toBe(fire.containment(0, MIDCOURSE, 0, 1431 + 1, 1500)); // the last update before 1460 s
      expect(chance(held, told)).toBeGreaterThan(0.99);
      expect(chance(held, { ...told, updateRangeKm: 10 })).toBe(0);
      expect(chance(held, told, { impact: true })).toBe(0); // below the horizon of the other side of the Earth
      expect(chance(held, { ...told, lastUpdateS: 990 })).toBe(0);
    });

    test('gain nothing where nobody looks any more, and are not fired without a track', () => {
      expect(chance(heldFrom(200, 470, 0, 0.1), told)).toBe(0);
      expect(chance(heldFrom(200, 380, 0, 0), told)).toBe(0);
      expect(chance(heldFrom(530, 1500, 0, 0), told)).toBe(0);
      expect(chance(NOTHING, told)).toBe(0);
    });

    test('reach a glider that turns', () => {
      const path = { ...flight, glideStartS: 400, glideEndS: 1500 };
      const threat: Partial<ThreatPlan> = { flight: 'glide', lateralG: 0.3 };
      const glide = (plan: object) => {
        const { fire } = fireControl(heldFrom(200, 1500, 1), { threat, path, plan });
        return fire.containment(0, GLIDE, 0, 621, 1400);
      };
      expect(glide({})).toBe(0);
      expect(glide(told)).toBeGreaterThan(0.9);
      expect(glide({ ...told, lastUpdateS: 400 })).toBe(0);
    });
  });

  test('a cruise missile is held or not', () => {
    const { fire } = fireControl(heldFrom(100, 400, 1), { threat: { flight: 'cruise' } });
    expect(fire.containment(0, CRUISE, 0, 300, 900)).toBe(1);
    expect(fire.containment(0, CRUISE, 0, 480, 900)).toBe(0);
  });

  test('a battery fires on its own radar when the reaction began with the target in view', () => {
    const plan = { engages: ['terminal'], fireControlRangeKm: 600, reactionS: 15, maxAltitudeKm: 150 };
    const { fire } = fireControl(NOTHING, { plan });
    const { impactS } = flight;
    expect(fire.ownRadarSees(0, 0, impactS - 30)).toBe(true);
    expect(fire.ownRadarSees(0, 0, impactS - 300)).toBe(false);
    expect(fire.containment(0, TERMINAL, 0, impactS - 20, impactS - 5)).toBe(1);
    expect(
      fireControl(NOTHING, { plan, impact: true }).fire.containment(0, TERMINAL, 0, impactS - 20, impactS - 5),
    ).toBe(0);
    expect(fireControl(NOTHING).fire.containment(0, TERMINAL, 0, impactS - 20, impactS - 5)).toBe(0);
  });

  test('its radar does not see below the horizon', () => {
    const plan = { fireControlRangeKm: 10_000 };
    const { fire } = fireControl(NOTHING, { plan });
    expect(fire.ownRadarSees(0, 0, 20)).toBe(false);
    expect(fire.ownRadarSees(0, 0, flight.impactS - 200)).toBe(true);
  });

  test('its radar sees farther from a mast', () => {
    const firstSeenS = (antennaHeightM?: number) => {
      const { fire } = fireControl(NOTHING, { plan: { fireControlRangeKm: 10_000, antennaHeightM } });
      let tS = flight.boostEndS;
      while (!fire.ownRadarSees(0, 0, tS)) tS += 0.2;
      return tS;
    };
    expect(firstSeenS(0)).toBe(firstSeenS());
    expect(firstSeenS(500)).toBeLessThan(firstSeenS());
    const { fire } = fireControl(NOTHING, { plan: { fireControlRangeKm: 10_000, antennaHeightM: 500 } });
    expect(fire.ownRadarSees(0, 0, 20)).toBe(false);
  });

  test('no release before the bound of its track is good enough, and the first one at it may be', () => {
    const custodies = [
      NOTHING,
      heldFrom(200, 470, 0.1),
      heldFrom(530, 1500, 0.1),
      heldFrom(0, 100, 0.1),
      ASSUMED_CUSTODY,
    ];
    for (const custody of custodies)
      for (const phase of [MIDCOURSE, CRUISE]) {
        const { fire } = fireControl(custody, { plan: { reactionS: 15 } });
        const boundS = fire.trackedFromS(0, phase);
        const chance = (releaseS: number) => fire.containment(0, phase, 0, releaseS, releaseS + 100);
        for (let releaseS = 0; releaseS < Math.min(boundS, 1600); releaseS += 7) expect(chance(releaseS)).toBe(0);
        if (Number.isFinite(boundS)) expect(chance(boundS)).toBeGreaterThan(0);
      }
    const { fire } = fireControl(NOTHING, { plan: { fireControlRangeKm: 600 } });
    expect(fire.trackedFromS(0, TERMINAL)).toBe(-Infinity);
  });

  test('a salvo is judged in custody, or by a working radar of the layer', () => {
    expect(fireControl(NOTHING).fire.isHeld(0, 800)).toBe(false);
    expect(fireControl(ASSUMED_CUSTODY).fire.isHeld(0, 800)).toBe(true);
    const { fire } = fireControl(heldFrom(200, 800, 1));
    expect([500, 900, 930].map((tS) => fire.isHeld(0, tS))).toEqual([true, true, false]);
    const { fire: own, world } = fireControl(NOTHING, { plan: { fireControlRangeKm: 600 } });
    expect(own.isHeld(0, flight.impactS - 30)).toBe(true);
    world.availability.ground[0].fill(2);
    expect(own.isHeld(0, flight.impactS - 30)).toBe(false);
  });
});

describe('opportunities after boost', () => {
  test('of a site: the earliest intercept that the track allows, none without', () => {
    const rows = (custody: Custody) => {
      const { world, layer } = fireControl(custody, { threat: { busS: 60 } });
      const { count, releaseS, interceptS, killProbability } = opportunities(
        world,
        layer,
        Float64Array.of(70),
        layer.noDelayS,
        custody,
      );
      return Array.from({ length: count }, (_, i) => [releaseS[i], interceptS[i], killProbability[i]]);
    };
    expect(rows(NOTHING)).toEqual([]);
    const [[sureRelease, sureIntercept, sureKill]] = rows(ASSUMED_CUSTODY) as [number[]];
    expect(sureRelease).toBeGreaterThanOrEqual(flight.boostEndS + 60 - 1e-3);
    expect(sureKill).toBe(0.6);
    const [[release, intercept, kill]] = rows(heldFrom(200, 1700, 5, 0.03)) as [number[]];
    expect(intercept).toBeGreaterThan(sureIntercept);
    expect(release).toBeGreaterThan(sureRelease);
    expect(kill / 0.6).toBeGreaterThan(0.9 - 1e-9);
    expect(kill / 0.6).toBeLessThan(0.99);
  });

  test('of satellites: no intercept further ahead than the track of its release allows', () => {
    const layerOf = spaceLayer(30, 30, { engages: ['midcourse'], flyOutMaxS: 600, deltaVKmS: 4, divertKm: 50 });
    const world = smallWorld({ layers: [layerOf], flights: [flight] });
    const [layer] = prepareLayers(world).map((each) => equip(each));
    const table = (custody: Custody) =>
      structuredClone(opportunities(world, layer, Float64Array.of(60), layer.noDelayS, custody));
    const held = heldFrom(300, 1700, 1, 0.1);
    const poor = table(held);
    expect(table(NOTHING).count).toBe(0);
    expect(poor.count).toBeGreaterThan(5);
    expect(poor.count).toBeLessThan(table(ASSUMED_CUSTODY).count);
    const fire = new FireControl(world, layer, held);
    for (let i = 0; i < poor.count; i++) {
      const chance = fire.containment(0, MIDCOURSE, -1, poor.releaseS[i], poor.interceptS[i]);
      expect(chance).toBeGreaterThanOrEqual(0.9 - 1e-9);
      expect(poor.killProbability[i]).toBeCloseTo(0.8 * chance, 12);
      expect(poor.releaseS[i]).toBeGreaterThan(300);
    }
  });
});
