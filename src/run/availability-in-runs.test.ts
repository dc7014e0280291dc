import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { partition } from '../transport/cuts.ts';
import { outagesOf } from '../transport/outages.ts';
import { networkAt } from '../transport/snapshot.ts';
import { standingAnswer } from './answer.ts';
import { simulate, trialRecords } from './drive.ts';
import { type Prepared, prepare } from './prepare.ts';

const catalog = testCatalog();

function prepared(text: string): Prepared {
  return prepare(resolveScenario(parseScenario(text, 'case.yaml'), catalog));
}

const shipped = (name: string) => readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');

describe('satellites that are out, by whatever word', () => {
  const oneMissile = shipped('one-missile');
  const TRIALS = 60;
  const outcomes = (text: string) => simulate(prepared(text), 0, TRIALS);
  const withFailures = (failures: string, text = oneMissile) => `${text}\nfailures: ${failures}\n`;
  const stopped = (text: string) => outcomes(text).effect.trialsByLeakers[0] ?? 0;

  test('interceptors all out stop nothing, by chance or plane by plane', () => {
    expect(stopped(oneMissile)).toBeGreaterThan(0);
    expect(stopped(withFailures('{ satelliteOutProbability: 1 }'))).toBe(0);
    const { planes } = prepared(oneMissile).architecture.interceptors[0].shells![0];
    const all = Array.from({ length: planes }, (_, plane) => `{ element: sbi, plane: ${plane} }`).join(', ');
    expect(stopped(withFailures(`{ planesOut: [${all}] }`))).toBe(0);
  });

  test('an outage of half of them is an availability of a half, raid by raid', () => {
    const half = oneMissile.replace('salvo: 2', 'salvo: 2, satelliteAvailabilityProbability: 0.5');
    expect(half).not.toBe(oneMissile);
    expect(outcomes(withFailures('{ satelliteOutProbability: 0.5 }'))).toEqual(outcomes(half));
  });

  test('a planet of blind satellites sees nothing', () => {
    const blind = prepared(withFailures('{ satelliteOutProbability: 1 }', shipped('golden-dome')));
    const { contacts, outcome } = trialRecords(blind, 0);
    const inSpace = blind.architecture.sensors.map(({ platform }) => platform === 'space');
    for (let row = 0; row < contacts!.count; row++) expect(inSpace[contacts!.sensorIndex[row]]).toBe(false);
    expect(outcome.shots.filter(({ layerIndex }) => layerIndex === 0)).toEqual([]);
  });

  test('a partner off is its networks taken out by their availability', () => {
    const golden = shipped('golden-dome');
    const off = prepared(withFailures('{ partnersOff: [amazon] }', golden));
    const out = prepared(
      golden.replace('use: amazon-leo\n', 'use: amazon-leo\n    satelliteAvailabilityProbability: 0\n'),
    );
    expect(simulate(off, 0, 6)).toEqual(simulate(out, 0, 6));
  });
});

test('the network section looks at the satellites of the raids of the same numbers', () => {
  const text = `name: Test
epochUtc: 2028-06-01T00:00:00Z
networks:
  - { id: net, use: oneweb, satelliteAvailabilityProbability: 0.6, crosslinks: plus-grid }
command:
  - { id: c2, site: schriever }
interceptors:
  - { id: gbi, use: gbi, sites: [fort-greely], salvo: 1 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
`;
  const ready = prepared(text);
  const parts = standingAnswer(ready);
  let step = parts.next();
  while (!step.done) step = parts.next();
  const { networks } = step.value;
  const [transport] = ready.transports;
  const whole = networks!.timesS.map((atS, trial) => {
    const outages = outagesOf(transport, trialRecords(ready, trial).world.availability);
    networkAt(transport, atS, outages);
    return partition(transport, outages);
  });
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const planned = networks!.variants[0];
  expect(planned.partCount).toBeCloseTo(meanOf(whole.map(({ partCount }) => partCount)), 9);
  expect(planned.partCount).toBeGreaterThan(2);
});
