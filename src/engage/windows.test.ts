import { describe, expect, test } from 'vitest';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import { phases } from '../flow/orders.ts';
import { groundSpeedAtKmS } from '../physics/target-speed.ts';
import { copyTrajectory, rotateTrajectory } from '../physics/trajectory.ts';
import { engageWindows, flightPhases, heightKm } from './windows.ts';

const flight = solidFlight();

describe('flightPhases', () => {
  test('a ballistic flight: boost, midcourse, terminal, without a gap', () => {
    const parts = flightPhases(flight, 'ballistic');
    expect(parts.map(({ phase }) => phase)).toEqual(['boost', 'midcourse', 'terminal']);
    expect([parts[0].fromS, parts[0].toS]).toEqual([0, flight.burnoutS]);
    for (let i = 1; i < parts.length; i++) expect(parts[i].fromS).toBe(parts[i - 1].toS);
    expect(parts.at(-1)!.toS).toBe(flight.impactS);
  });

  test('one that never left the atmosphere has no midcourse; a cruise missile only cruises', () => {
    const low = { ...flight, reentryS: Number.NaN };
    expect(flightPhases(low, 'ballistic').map(({ phase }) => phase)).toEqual(['boost', 'terminal']);
    expect(flightPhases(flight, 'cruise')).toEqual([{ phase: 'cruise', fromS: 0, toS: flight.impactS }]);
  });

  test('a glider glides between its free flight and its dive', () => {
    const glider = { ...flight, glideStartS: 600, glideEndS: 1500 };
    expect(flightPhases(glider, 'glide').map(({ phase, fromS }) => [phase, fromS])).toEqual([
      ['boost', 0],
      ['midcourse', flight.burnoutS],
      ['glide', 600],
      ['terminal', 1500],
    ]);
  });
});

describe('engageWindows', () => {
  test('cut to the band of heights, to the phase, and to no more', () => {
    const windows = engageWindows(flight, 'ballistic', {
      engages: ['midcourse', 'terminal'],
      minAltitudeKm: 60,
      maxAltitudeKm: 600,
      killProbability: 0.5,
    });
    expect(windows.map(({ phaseIndex }) => phases[phaseIndex])).toEqual(['midcourse', 'midcourse', 'terminal']);
    for (const { fromS, toS } of windows) {
      for (const tS of [fromS, (fromS + toS) / 2, toS]) {
        expect(heightKm(flight, tS)).toBeGreaterThan(59.99);
        expect(heightKm(flight, tS)).toBeLessThan(600.01);
      }
    }
    expect(heightKm(flight, windows[0].toS + 0.01)).toBeGreaterThan(600);
    expect(heightKm(flight, windows[2].toS + 0.01)).toBeLessThan(60);
  });

  test('turning with the Earth leaves them as they are', () => {
    const turned = copyTrajectory(flight);
    rotateTrajectory(flight, 1.3, turned);
    const limits = { minAltitudeKm: 80, maxAltitudeKm: 500, killProbability: 0.5 };
    const [before, after] = [flight, turned].map((path) => engageWindows(path, 'ballistic', limits));
    expect(after.length).toBe(before.length);
    after.forEach(({ fromS, toS }, i) => {
      expect(fromS).toBeCloseTo(before[i].fromS, 2);
      expect(toS).toBeCloseTo(before[i].toS, 2);
    });
  });

  test('a boost only where a hit is of use; other phases as they are', () => {
    const limits = { engages: ['boost', 'midcourse'], minAltitudeKm: 80, killProbability: 0.5 };
    const [whole, free] = engageWindows(flight, 'ballistic', limits);
    const cut = engageWindows(flight, 'ballistic', limits, [
      [0, 150],
      [155, 160],
    ]);
    expect(cut).toEqual([{ ...whole, toS: 150 }, { ...whole, fromS: 155, toS: 160 }, free]);
    expect(engageWindows(flight, 'ballistic', { ...limits, engages: ['boost'] }, [])).toEqual([]);
  });

  test('nothing to engage', () => {
    expect(engageWindows(flight, 'ballistic', { engages: ['glide'], minAltitudeKm: 0, killProbability: 0.5 })).toEqual(
      [],
    );
    expect(engageWindows(flight, 'ballistic', { minAltitudeKm: 5000, killProbability: 0.5 })).toEqual([]);
  });

  describe('only what a layer was built against', () => {
    const glider = { ...flight, glideStartS: 600, glideEndS: 1500 };
    const all = { minAltitudeKm: 0, killProbability: 0.5 };
    const phasesOf = (limits: object, path = glider, kind: 'glide' | 'ballistic' = 'glide') =>
      engageWindows(path, kind, { ...all, ...limits }).map(({ phaseIndex }) => phases[phaseIndex]);

    test('a glider is a missile in boost; later only layers against gliders engage it', () => {
      const engages = ['boost', 'midcourse', 'terminal'];
      expect(phasesOf({ engages })).toEqual(['boost']);
      expect(phasesOf({ engages: [...engages, 'glide'] })).toEqual(['boost', 'midcourse', 'glide', 'terminal']);
      expect(phasesOf({ engages: ['midcourse'], against: ['glide'] })).toEqual(['midcourse']);
      expect(phasesOf({ engages: ['boost'], against: ['ballistic'] })).toEqual([]);
      expect(phasesOf({ engages: ['midcourse'], against: ['glide'] }, flight, 'ballistic')).toEqual([]);
    });

    test('nothing that comes faster: a missile by the speed of its fall, a glider by that which it has', () => {
      const fallKmS = groundSpeedAtKmS(flight, flight.impactS);
      expect(phasesOf({ maxTargetSpeedKmS: fallKmS + 0.01 }, flight, 'ballistic').length).toBe(3);
      expect(phasesOf({ maxTargetSpeedKmS: fallKmS - 0.01 }, flight, 'ballistic')).toEqual([]);
      expect(phasesOf({ maxTargetRangeKm: 5500 }, flight, 'ballistic')).toEqual([]);
      const slow = engageWindows(glider, 'glide', { ...all, maxTargetSpeedKmS: 6 });
      expect(slow.length).toBeGreaterThan(1);
      for (const { fromS, toS } of slow)
        for (const tS of [fromS, (fromS + toS) / 2, toS]) expect(groundSpeedAtKmS(glider, tS)).toBeLessThan(6.01);
    });

    test('at the kill probability of the phase', () => {
      const limits = { ...all, terminalKillProbability: 0.4, glideKillProbability: 0.2, cruiseKillProbability: 0.3 };
      const chances = (kind: 'glide' | 'ballistic' | 'cruise') =>
        engageWindows(kind === 'glide' ? glider : flight, kind, limits).map(({ killProbability }) => killProbability);
      expect(chances('glide')).toEqual([0.5, 0.5, 0.2, 0.2]);
      expect(chances('ballistic')).toEqual([0.5, 0.5, 0.4]);
      expect(chances('cruise')).toEqual([0.3]);
    });
  });
});
