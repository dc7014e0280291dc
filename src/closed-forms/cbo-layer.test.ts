import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CboLayerInput, cboLayer } from './cbo-layer.ts';

const layer: CboLayerInput = {
  onOrbit: 1000,
  lifeYr: 5,
  unitMusd: 20,
  periodYr: 20,
  buildYr: 5,
  operationsMusdYr: 100,
};

test('a layer of four lives in 20 years, built in one of them', () => {
  const result = cboLayer(layer);
  expect(result.units).toBe(4000);
  expect(result.acquisitionMusd).toBe(80_000);
  expect(result.totalMusd).toBe(82_000);
});

test('money is homogeneous in the number and in the unit cost; parts make the total', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 20 }), (factor, buildYr) => {
      const base = cboLayer({ ...layer, buildYr });
      const more = cboLayer({ ...layer, buildYr, onOrbit: factor * layer.onOrbit });
      const dearer = cboLayer({ ...layer, buildYr, unitMusd: factor * layer.unitMusd });
      expect(more.acquisitionMusd / (factor * base.acquisitionMusd)).toBeCloseTo(1, 12);
      expect(dearer.acquisitionMusd / (factor * base.acquisitionMusd)).toBeCloseTo(1, 12);
      expect(base.totalMusd).toBe(base.initialMusd + base.replacementMusd + base.operationsMusd);
    }),
  );
});

test('nothing is replaced if the whole period is spent building', () => {
  expect(cboLayer({ ...layer, buildYr: 20 }).replacementUnits).toBe(0);
});

test.each([
  ['onOrbit', -1],
  ['lifeYr', 0],
  ['unitMusd', Number.NaN],
  ['buildYr', 21],
  ['periodYr', Infinity],
])('refuses %s = %s by name', (key, value) => {
  expect(() => cboLayer({ ...layer, [key]: value })).toThrow(key);
});
