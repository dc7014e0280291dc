import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Subsystem, sscmBusMusd, sscmSubsystemKusd, uscmBusFirstUnitMusd } from './satellite-relationships.ts';

const subsystems: Subsystem[] = ['structure', 'thermal', 'power', 'telemetry', 'attitude', 'propulsion'];

describe('satellite cost relationships', () => {
  test('heavier costs more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 400, noNaN: true }),
        fc.double({ min: 1.01, max: 3, noNaN: true }),
        (m, f) => {
          for (const subsystem of subsystems)
            expect(sscmSubsystemKusd(subsystem, m * f)).toBeGreaterThan(sscmSubsystemKusd(subsystem, m));
          expect(sscmBusMusd(m * f)).toBeGreaterThan(sscmBusMusd(m));
          expect(uscmBusFirstUnitMusd(m * f)).toBeGreaterThan(uscmBusFirstUnitMusd(m));
        },
      ),
    );
  });

  test('a mass that is none is refused', () => {
    expect(() => sscmBusMusd(0)).toThrow('massKg must be positive: 0');
  });
});
