import sm3Iia from '../../catalog/interceptors/sm-3-iia.yaml?raw';
import thaad from '../../catalog/interceptors/thaad.yaml?raw';
import { layeredLeakage, warheadKillProbability } from '../../src/closed-forms/wilkening.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { interceptorNumbers, predictedBand } from '../predicted-band.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Shots of one layer at one missile. */
const SHOTS = 2;
const entries = new Map([sm3Iia, thaad].map(interceptorNumbers).map((numbers) => [numbers.id, numbers]));

export const validation: ValidationCase = {
  id: 'back-test-leaks',
  title:
    'Missiles that got through in April 2024, October 2024 and June 2025 beside what layers of the catalog predict',
  level: 'back-test',
  source: 'Press and officials of 2024 and 2025, by record; claims and outside counts differ two to ten fold',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const missiles = numberIn(row, 'missiles');
  const layers = row.layers.split('+').map((id) => {
    const entry = entries.get(id);
    if (!entry) throw new RangeError(`layers must be interceptors of this case: ${id}`);
    return entry;
  });
  const { median, ...band } = predictedBand(layers, missiles, (drawn) =>
    layeredLeakage(drawn.map((layer) => warheadKillProbability(layer.trackProbability, layer.killProbability, SHOTS))),
  );
  return {
    what: `${row.what}, ${missiles} ${row.of}; ${layers.length === 1 ? 'one layer' : 'two layers'}`,
    published: numberIn(row, 'through'),
    computed: median,
    tolerance: 0,
    band,
    unit: 'get through',
    why: `${layers.map(({ id }) => id).join(' above ')}, ${SHOTS} shots each; ${row.note}`,
    ...(row.because && { misses: row.because }),
  };
}
