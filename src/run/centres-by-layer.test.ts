import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { Architecture } from '../flow/architecture.ts';
import { leakReasons } from '../flow/outcomes.ts';
import { checkModels } from '../read/check.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { simulate, trialRecords } from './drive.ts';
import { type Prepared, prepare } from './prepare.ts';

const catalog = testCatalog();
const scenario = readFileSync(new URL('../../scenarios/mixed-raid.yaml', import.meta.url), 'utf8');
const SHARED = 'decisionS: { low: 15, mode: 30, high: 60 }, doctrine: shoot-look-shoot, lookS: 15';
const IN_SPACE = 'layers: [sbi, sbi-glide]';
const ON_GROUND = 'layers: [gbi, aegis-ashore, thaad, sm-6, patriot]';
const TRIALS = 3;
// a place in Antarctica that no fibre reaches
const withPlateau = scenario.replace(
  /^sites:\n/m,
  'sites:\n  - { id: plateau, name: Plateau, latDeg: -80, lonDeg: 40, fibre: none }\n',
);

function architectureOf(...centres: string[]): Architecture {
  const text = withPlateau.replace(/^ {2}- \{ id: c2, .*\n/m, centres.map((centre) => `  - { ${centre} }\n`).join(''));
  return resolveScenario(parseScenario(text, 'mixed-raid.yaml'), catalog);
}

const preparedOf = (...centres: string[]) => prepare(architectureOf(...centres));
const outcomesOf = (prepared: Prepared) => simulate(prepared, 0, TRIALS).outcomes;
const shotsOf = (prepared: Prepared, ...layers: string[]) =>
  outcomesOf(prepared).map(({ shots }) =>
    shots.filter(({ layerIndex }) => layers.includes(prepared.layers[layerIndex].id)),
  );

const one = preparedOf(`id: c2, site: schriever, ${SHARED}`);

describe('centres that decide for layers of their own', () => {
  test.each([0, 0.5])(
    'two of the same numbers at one place, each for half of the layers, come to the raid of one (share %s)',
    (share) => {
      const numbers = `site: schriever, ${SHARED}, perMissileShare: ${share}`;
      const whole = share === 0 ? one : preparedOf(`id: c2, ${numbers}`);
      const halves = preparedOf(`id: space, ${numbers}, ${IN_SPACE}`, `id: ground, ${numbers}, ${ON_GROUND}`);
      const rest = preparedOf(`id: space, ${numbers}, ${IN_SPACE}`, `id: ground, ${numbers}`);
      expect(halves.seats).toEqual([]);
      expect(outcomesOf(halves)).toEqual(outcomesOf(whole));
      expect(outcomesOf(rest)).toEqual(outcomesOf(whole));
    },
  );

  test('a slow centre of the other layers takes no shot from its own, and costs those layers theirs', () => {
    const slow = preparedOf(
      `id: space, site: schriever, ${SHARED}, ${IN_SPACE}`,
      `id: ground, site: schriever, decisionS: 86400, ${ON_GROUND}`,
    );
    expect(shotsOf(slow, 'sbi', 'sbi-glide')).toEqual(shotsOf(one, 'sbi', 'sbi-glide'));
    expect(shotsOf(slow, 'gbi', 'thaad', 'sm-6', 'patriot').flat()).toEqual([]);
    expect(shotsOf(one, 'gbi', 'thaad', 'sm-6', 'patriot').flat().length).toBeGreaterThan(10);
  });

  test('the desk of a centre is filled by its own layers, and each layer has the doctrine of its centre', () => {
    const busy = preparedOf(
      `id: space, site: schriever, ${SHARED}, decisionsPerMin: 1, ${IN_SPACE}`,
      `id: ground, site: schriever, ${SHARED.replace('shoot-look-shoot', 'barrage')}`,
    );
    const { decisions } = trialRecords(busy, 0);
    const [space, , ground] = decisions.byLayer!;
    expect(Math.max(...space.waitedS)).toBeGreaterThan(60);
    expect(Math.max(...ground.waitedS)).toBe(0);
    expect(decisions.decidedS).toEqual(
      space.decidedS.map((tS, i) => (Number.isNaN(tS) ? tS : Math.min(tS, ground.decidedS[i]))),
    );
    const rounds = (of: Prepared) =>
      shotsOf(of, 'sm-6')
        .flat()
        .map(({ round }) => round);
    expect(Math.max(...rounds(one))).toBeGreaterThan(0);
    expect(Math.max(...rounds(busy))).toBe(0);
  });

  test('orders go out from the place of the centre, and the picture has to come there', () => {
    const far = preparedOf(
      `id: space, site: schriever, ${SHARED}, ${IN_SPACE}`,
      `id: ground, site: pearl-harbor, decisionS: 30, ${ON_GROUND}`,
    );
    expect(far.seats).toMatchObject([{ centre: 1, centres: [1], layers: [2, 3, 4, 5, 6] }]);
    const { links, decisions } = trialRecords(far, 0);
    const here = links.at(0);
    const there = trialRecords(preparedOf('id: ground, site: pearl-harbor, decisionS: 30'), 0).links.at(0);
    const single = trialRecords(one, 0).links.at(0);
    expect(here.sensorOneWayS).toEqual(single.sensorOneWayS);
    expect(here.interceptorOneWayS.slice(0, 2)).toEqual(single.interceptorOneWayS.slice(0, 2));
    expect(here.interceptorOneWayS.slice(2)).toEqual(there.interceptorOneWayS.slice(2));
    expect(here.pictureS![0]).toBe(0);
    // 5,300 km of great circle at the speed of light in vacuum, and over twice that by a crooked cable
    expect(here.pictureS![1]).toBeGreaterThan(0.0177);
    expect(here.pictureS![1]).toBeLessThan(0.08);
    const i = decisions.commitS.findIndex((tS) => !Number.isNaN(tS));
    const atS = links.at(decisions.commitS[i]).pictureS![1];
    expect(decisions.byLayer![2].decidedS[i]).toBeCloseTo(decisions.commitS[i] + atS + 30, 9);
    for (const outcome of outcomesOf(far)) expect(outcome).toEqual(trialRecords(far, outcome.trial).outcome);
  });

  test('a centre without a way to the others orders nothing, and what only its layers reach is undelivered', () => {
    const cut = architectureOf(
      `id: space, site: schriever, ${SHARED}, layers: [sbi-glide]`,
      `id: ground, site: plateau, decisionS: 30`,
    );
    const prepared = prepare({ ...cut, threats: cut.threats.filter(({ id }) => id === 'icbm') });
    const { decisions, links, outcome } = trialRecords(prepared, 0);
    expect(links.at(0).pictureS![1]).toBe(Infinity);
    expect(decisions.byLayer![0].decidedS.every(Number.isNaN)).toBe(true);
    expect(decisions.decidedS.every(Number.isFinite)).toBe(true);
    expect(outcome.shots.filter(({ layerIndex }) => layerIndex !== 1)).toEqual([]);
    expect(Array.from(outcome.leakReasonIndex, (reason) => leakReasons[reason])).not.toContain('no-track');
  });

  test('what is shared and what is not is said', () => {
    const parted = architectureOf(`id: space, site: schriever, ${IN_SPACE}`, `id: ground, site: pearl-harbor`);
    const codes = checkModels(parted).notes.map(({ code }) => code);
    expect(codes).toContain('note.centres-by-layer');
    expect(codes).not.toContain('note.one-centre');
  });
});
