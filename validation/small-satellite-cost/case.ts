import { averageCostFactor } from '../../src/programme/learning.ts';
import { sscmBusMusd, uscmBusFirstUnitMusd } from '../../src/programme/satellite-relationships.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const MASS_KG = 500;
/** Satellites that one vendor built. */
const LOT = 42;
/** Price level of fiscal 2022 over 2010, from the index of the same source: (1.523 + 2 x 0.033) / 1.225. */
const FROM_2010_TO_2022 = 1.589 / 1.225;
/** Share of a small bus that recurs with each unit. */
const RECURRING = 0.4;

export const validation: ValidationCase = {
  id: 'small-satellite-cost',
  title: 'Satellite cost relationships with learning, beside each other and beside contract prices',
  level: 'published',
  source:
    'coded copies of USCM8 and SSCM relationships (NASA TAT-C and others); SDA Transport Tranche 1 contracts (2022)',
  run: (rows) =>
    rows.map((row) => ({
      what: names[row.quantity],
      published: numberIn(row, 'published'),
      computed: computed[row.quantity](),
      tolerance: numberIn(row, 'tolerance'),
      relative: row.relative === 'yes',
      unit: row.unit,
      why: row.why,
    })),
};

export { reference };

const names: Record<string, string> = {
  uscm500: 'first unit of a bus of 500 kg',
  lot85: 'mean of 42 such units on an 85 % curve',
  transportT1: 'SDA Transport Tranche 1, mean contract price of a satellite',
  sscm500: 'recurring cost of a bus of 500 kg, small-satellite beside general relationship',
};

const firstUnit = () => uscmBusFirstUnitMusd(MASS_KG);
const lotMean = () => firstUnit() * averageCostFactor(LOT, 0.85, 'wright');
const computed: Record<string, () => number> = {
  uscm500: firstUnit,
  lot85: lotMean,
  transportT1: () => lotMean() * FROM_2010_TO_2022,
  sscm500: () => sscmBusMusd(MASS_KG) * RECURRING,
};
