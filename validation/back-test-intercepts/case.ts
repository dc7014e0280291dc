import gbi from '../../catalog/interceptors/gbi.yaml?raw';
import pac3 from '../../catalog/interceptors/pac-3.yaml?raw';
import sm3Ib from '../../catalog/interceptors/sm-3-ib.yaml?raw';
import sm3Iia from '../../catalog/interceptors/sm-3-iia.yaml?raw';
import thaad from '../../catalog/interceptors/thaad.yaml?raw';
import { warheadKillProbability } from '../../src/closed-forms/wilkening.ts';
import { betaQuantile } from '../../src/num/beta.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { interceptorNumbers, predictedBand } from '../predicted-band.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const entries = new Map(
  [gbi, pac3, sm3Ib, sm3Iia, thaad].map(interceptorNumbers).map((numbers) => [numbers.id, numbers]),
);

export const validation: ValidationCase = {
  id: 'back-test-intercepts',
  title: 'Intercepts of tests and of two wars: what the kill probabilities of the catalog predict beside the record',
  level: 'back-test',
  source:
    'Missile Defense Agency, Arms Control Today, GAO NSIAD-92-340 and press by record; kill vehicles of the GMD tests recalled',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const tries = numberIn(row, 'tries');
  const hits = numberIn(row, 'hits');
  const shots = numberIn(row, 'shots');
  const entry = entries.get(row.entry);
  if (!entry) throw new RangeError(`entry must be an interceptor of this case: ${row.entry}`);
  // in a test the target is followed by the range, in a war by the battery
  const isTracked = row.kind === 'test';
  const { median, ...band } = predictedBand([entry], tries, ([drawn]) =>
    warheadKillProbability(isTracked ? 1 : drawn.trackProbability, drawn.killProbability, shots),
  );
  const [low, high] = [0.1, 0.9].map((p) => betaQuantile(p, hits + 0.5, tries - hits + 0.5).toFixed(2));
  return {
    what: `${row.what}: hits in ${tries}`,
    published: hits,
    computed: median,
    tolerance: 0,
    band,
    unit: 'hits',
    why: `${entry.id}, ${shots === 1 ? 'one shot' : `${shots} shots`} each; the record alone allows ${low} to ${high} (Jeffreys, 80 %); ${row.note}`,
    ...(row.because && { misses: row.because }),
  };
}
