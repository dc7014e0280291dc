import { describe, expect, test } from 'vitest';
import { satellitesPerLaunch } from './launch-bill.ts';

describe('satellites on a launch', () => {
  test('29 satellites of 575 kg on 17 t, as flown', () => {
    expect(satellitesPerLaunch(575, false, { payloadKg: 17_000 })).toBe(29);
  });

  test('volume binds before mass, and shrinks for larger satellites', () => {
    expect(satellitesPerLaunch(500, false, { payloadKg: 45_000, volumeCount: 40 })).toBe(40);
    expect(satellitesPerLaunch(1000, false, { payloadKg: 45_000, volumeCount: 40 })).toBe(20);
  });

  test('none where one is too heavy, fewer to a high orbit', () => {
    expect(satellitesPerLaunch(18_000, false, { payloadKg: 17_000 })).toBe(0);
    expect(satellitesPerLaunch(2000, true, { payloadKg: 18_000 })).toBe(3);
  });
});
