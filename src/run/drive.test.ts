import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { unitStates } from '../flow/availability.ts';
import { leakReasons } from '../flow/outcomes.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { newMemory, runTrial, simulate, trialRecord, trialRecords } from './drive.ts';
import { pipeline, salvo } from './pipeline.ts';
import { prepare } from './prepare.ts';
import { mergeSimulations } from './simulation.ts';
import { StageTimes } from './stage-times.ts';
import { stageNames } from './timings.ts';

const catalog = testCatalog();

function prepared(name: string, edit: (text: string) => string = (text) => text) {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  return prepare(resolveScenario(parseScenario(edit(text), `${name}.yaml`), catalog));
}

const golden = prepared('golden-dome-2026-07');

describe('a trial', () => {
  test('one record is that of the whole raid, and no stage after it is run', () => {
    const { world, tracks } = trialRecords(golden, 3);
    expect(trialRecord(golden, 3, 'world')).toEqual(world);
    expect(trialRecord(golden, 3, 'tracks')).toEqual(tracks);
  });

  test('keeps every record that the list names', () => {
    const records = trialRecords(golden, 2);
    for (const { writes } of pipeline) expect(records[writes], writes).toBeDefined();
    expect(records.links.made.length).toBe(2);
  });

  test('gives every leaker one reason and every stopped missile none', () => {
    const { stoppedByLayer, leakReasonIndex, killCount } = runTrial(prepared('cbo-2026'), 3);
    let stopped = 0;
    stoppedByLayer.forEach((layer, i) => {
      if (layer >= 0) stopped++;
      expect(layer >= 0).toBe(leakReasonIndex[i] === -1);
      expect(leakReasonIndex[i]).toBeLessThan(leakReasons.length);
    });
    expect(killCount.reduce((a, b) => a + b)).toBe(stopped);
  });
});

describe('how long flights are watched', () => {
  const outcomesOf = (of: typeof golden, memory = newMemory()) => simulate(of, 0, 12, { memory }).outcomes;
  const wholeOf = (of: typeof golden) => Array.from({ length: 12 }, (_, trial) => trialRecords(of, trial).outcome);
  const commitsOf = (of: typeof golden) => wholeOf(of).flatMap(({ commitS }) => [...commitS]);

  test('where commits come sooner than asked at first, it stays as it was', () => {
    const memory = newMemory();
    const { flightS } = memory.watch;
    expect(Math.max(...commitsOf(golden))).toBeLessThan(flightS);
    expect(outcomesOf(golden, memory)).toEqual(wholeOf(golden));
    expect(memory.watch).toEqual({ flightS, lateCount: 0, count: 12 });
  });

  test.each([
    ['later', 0.1],
    ['after the last burnout', 0.05],
  ])('where they come %s it grows, and every outcome stays the same', (_, commitErrorKm) => {
    const { architecture } = golden;
    const command = [{ ...architecture.command[0], commitErrorKm }];
    const slow = { ...golden, architecture: { ...architecture, command } };
    const commits = commitsOf(slow);
    const memory = newMemory();
    const { flightS } = memory.watch;
    expect(Math.max(...commits.filter(Number.isFinite))).toBeGreaterThan(flightS);
    expect(outcomesOf(slow, memory)).toEqual(wholeOf(slow));
    expect(memory.watch.lateCount).toBeGreaterThan(0);
    expect(memory.watch.flightS).toBeGreaterThan(flightS);
  });
});

describe('the list of stages', () => {
  const given = [
    'architecture',
    'elements',
    'flights',
    'transports',
    'seats',
    'force',
    'layers',
    'trial',
    'senseRoom',
    'custodyRoom',
  ];

  test('every stage reads what is given or was made before it', () => {
    const made = new Set(given);
    for (const { reads, writes } of pipeline) {
      for (const name of reads) expect(made, name).toContain(name);
      made.add(writes);
    }
    for (const name of ['layer', 'round']) made.add(name);
    for (const { reads, writes } of salvo) {
      for (const name of reads) expect(made, name).toContain(name);
      made.add(writes);
    }
  });

  test('each record has one writer, but for what salvos carry on', () => {
    const writers = [...pipeline, ...salvo]
      .map(({ writes }) => writes)
      .filter((name) => name !== 'engagement' && name !== 'custody');
    expect(new Set(writers).size).toBe(writers.length);
  });
});

describe('stage times', () => {
  test('time that a stage spends in another counts for the other', () => {
    let nowMs = 0;
    const times = new StageTimes(() => nowMs);
    times.enter('looks');
    nowMs = 5;
    times.enter('links');
    nowMs = 12;
    times.leave();
    nowMs = 13;
    times.leave();
    nowMs = 100;
    expect(times.take()).toEqual([
      { name: 'looks', count: 1, spentMs: 6 },
      { name: 'links', count: 1, spentMs: 7 },
    ]);
    expect(times.take()).toEqual([]);
  });

  test('every stage of a raid is told, and nothing else', () => {
    let ticks = 0;
    const times = new StageTimes(() => ticks++);
    runTrial(golden, 0, newMemory(), times);
    const names = times.take().map(({ name }) => name);
    for (const { name } of pipeline) expect(names).toContain(name);
    for (const { name } of salvo) expect(names).toContain(name);
    for (const name of names) expect(stageNames).toContain(name);
  });
});

describe('many trials', () => {
  const cbo = prepared('cbo-2026');

  test('in parts of any size and order, come to the same counts', () => {
    const whole = simulate(cbo, 0, 24);
    const parts = [simulate(cbo, 17, 24), simulate(cbo, 0, 5), simulate(cbo, 5, 17)];
    expect(mergeSimulations(parts).effect).toEqual(whole.effect);
    expect(mergeSimulations(parts).outcomes.map(({ trial }) => trial)).toEqual(
      whole.outcomes.map(({ trial }) => trial),
    );
  });

  test('without the interceptors stop nothing, with perfect ones miss nothing', () => {
    const dud = simulate(
      prepared('cbo-2026', (text) => text.replace('salvo: 1', 'salvo: 1, killProbability: 0')),
      0,
      5,
    );
    expect(dud.effect.layers[0].kills).toBe(0);
    const perfect = 'killProbability: 1, trackProbability: 1, reliabilityProbability: 1';
    const sure = simulate(
      prepared('cbo-2026', (text) => text.replace('salvo: 1', `salvo: 1, ${perfect}`)),
      0,
      5,
    );
    expect(sure.effect.leakersByReason[leakReasons.indexOf('missed')]).toBe(0);
    expect(sure.effect.layers[0].kills).toBeGreaterThan(0);
  });

  test('leak more with a slower decision', () => {
    const leakers = (decisionS: number) => {
      const { trialsByLeakers } = simulate(
        prepared('cbo-2026', (text) => text.replace('decisionS: 30', `decisionS: ${decisionS}`)),
        0,
        12,
      ).effect;
      return trialsByLeakers.reduce((sum, trials, count) => sum + trials * count, 0);
    };
    const [quick, slow, never] = [leakers(0), leakers(60), leakers(500)];
    expect(quick).toBeLessThan(slow);
    expect(slow).toBeLessThan(never);
    expect(never).toBe(120);
  });
});

describe('switching things off', () => {
  test('a raid that no network can report is undelivered', () => {
    const silent = prepared(
      'golden-dome-2026-07',
      (text) =>
        `${text.replace(/ {2}- \{ id: (radar|lrdr|opir-geo|opir-polar|tracking-meo),.*\n/g, '')}failures: { controlPlanesDown: [transport, starshield] }\n`,
    );
    const { leakReasonIndex, stoppedByLayer } = runTrial(silent, 0, newMemory());
    expect([...stoppedByLayer]).toEqual(Array.from({ length: 10 }, () => -1));
    expect(new Set(leakReasonIndex)).toEqual(new Set([leakReasons.indexOf('undelivered')]));
  });

  test('a partner off takes what it provides', () => {
    const off = prepared('golden-dome-2026-07', (text) => `${text}failures: { partnersOff: [amazon] }\n`);
    const world = trialRecord(off, 0, 'world');
    const at = world.space.findIndex(({ id }) => id === 'leo');
    expect(world.availability.space[at].every((state) => unitStates[state] === 'denied')).toBe(true);
  });
});
