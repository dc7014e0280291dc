import { beforeAll, describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { EffectTally } from '../effect/effect.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { LawResult } from '../flow/certificate.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import { said } from '../flow/said.ts';
import { randomStream } from '../num/random.ts';
import { simulate } from '../run/drive.ts';
import { prepare } from '../run/prepare.ts';
import type { Simulation } from '../run/simulation.ts';
import { english } from '../words/en/index.ts';
import { tell } from '../words/words.ts';
import { certify } from './certify.ts';
import { laws } from './laws.ts';

const TRIALS = 30;
const architecture = shippedScenario('one-missile');
architecture.analysis.trials = TRIALS;
const version = 'test';

const simulations = new Map<string, Simulation>();
/** Raids as they are, each architecture flown once for all tests. */
function fly(changed: Architecture): Simulation {
  const key = JSON.stringify([
    changed.interceptors,
    changed.threats,
    changed.command,
    changed.epochUnixS,
    changed.analysis,
  ]);
  const known = simulations.get(key) ?? simulate(prepare(changed), 0, changed.analysis.trials);
  simulations.set(key, known);
  return known;
}

function withOutcomes(simulation: Simulation, change: (outcome: TrialOutcome) => TrialOutcome): Simulation {
  const outcomes = simulation.outcomes.map(change);
  const tally = new EffectTally();
  for (const outcome of outcomes) tally.add(outcome);
  return { effect: tally.state(), outcomes };
}

function lawOf(results: readonly LawResult[], id: string): LawResult {
  return results.find((each) => each.id === id)!;
}

describe('on a scenario', () => {
  let whole: Awaited<ReturnType<typeof certify>>;
  beforeAll(async () => {
    whole = await certify(architecture, { version, simulate: async (changed) => fly(changed) });
  });

  test('every law has a verdict, and none is broken', () => {
    expect(whole.laws.map(({ id }) => id)).toEqual(laws.map(({ id }) => id));
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    const named = Object.keys(english.messages).filter((code) => code.startsWith('law.'));
    expect(laws.map(({ id }) => `law.${id}`).sort()).toEqual(named.sort());
    expect(whole.laws.flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(whole.held + whole.silent).toBe(laws.length);
    expect(whole.held).toBeGreaterThan(15);
    expect(whole).toMatchObject({
      version,
      seed: 1,
      trials: TRIALS,
      scenarioHash: architecture.scenarioHash,
      broken: 0,
    });
  });

  test('a law that says nothing says why', () => {
    expect(lawOf(whole.laws, 'lost-layer')).toMatchObject({
      verdict: 'silent',
      why: said('law-why.one-layer'),
      cases: 0,
    });
    expect(lawOf(whole.laws, 'threads').why).toEqual(said('law-why.no-threads'));
  });

  test('the level of a comparison is the rate of false alarms over their number', () => {
    expect(whole.comparisons).toBeGreaterThan(5);
    expect(whole.levelRatio * whole.comparisons).toBeCloseTo(whole.falseAlarmRatio, 12);
    expect(whole.falseAlarmRatio).toBe(0.001);
  });
});

test('without a raid the laws of raids say so, those of money are tried', async () => {
  const { laws: results } = await certify({ ...architecture, threats: [] }, { version });
  expect(lawOf(results, 'more-interceptors')).toMatchObject({ verdict: 'silent', why: said('law-why.no-raid') });
  expect(lawOf(results, 'cost-adds-up').verdict).toBe('held');
});

describe('a model that breaks a law is caught', () => {
  const leak = (outcome: TrialOutcome): TrialOutcome => ({
    ...outcome,
    stoppedByLayer: outcome.stoppedByLayer.map(() => -1),
    leakReasonIndex: outcome.leakReasonIndex.map(() => 0),
  });

  test('more interceptors that harm: with what was compared, and the numbers', async () => {
    const perUnit = architecture.interceptors[0].perUnitCount ?? 1;
    const { laws: results, broken } = await certify(architecture, {
      version,
      simulate: async (changed) => {
        const isMore = (changed.interceptors[0].perUnitCount ?? 1) > perUnit;
        return isMore ? withOutcomes(fly(changed), leak) : fly(changed);
      },
    });
    expect(broken).toBe(1);
    const law = lawOf(results, 'more-interceptors');
    expect(law.verdict).toBe('broken');
    expect(tell(law.breaks[0])).toMatch(
      /^twice the interceptors: 1 get through a raid, 0\.\d+ before; in \d+ of 30 raids against the law, in 0 with it/,
    );
  });

  test.each<[string, (outcome: TrialOutcome) => TrialOutcome]>([
    ['reasons-add-up', (each) => ({ ...each, leakReasonIndex: each.leakReasonIndex.map(() => -1) })],
    ['kills-within-shots', (each) => ({ ...each, killCount: each.killCount.map((n) => n + 1) })],
    ['shots-within-stock', (each) => ({ ...each, shots: each.shots.map((shot) => ({ ...shot, unitIndex: 0 })) })],
    ['times-in-order', (each) => ({ ...each, decidedS: each.decidedS.map((tS) => tS + 10_000) })],
  ])('%s', async (id, change) => {
    const spoilt = fly(architecture).outcomes.map(change);
    const only = laws.filter((law) => law.id === id);
    const {
      laws: [result],
    } = await certify(architecture, {
      version,
      laws: only,
      simulate: async (changed) => ({ ...fly(changed), outcomes: spoilt }),
    });
    expect(result.verdict).toBe('broken');
    expect(tell(result.breaks[0])).toMatch(/^raid \d+: \S/);
  });

  test('a bit that depends on the threads', async () => {
    const one = fly(architecture);
    const {
      laws: [result],
    } = await certify(architecture, {
      version,
      laws: laws.filter(({ id }) => id === 'threads'),
      onThreads: async (_, count) =>
        count < 3
          ? one
          : withOutcomes(one, (each) => (each.trial === 4 ? { ...each, startS: each.startS + 1e-9 } : each)),
    });
    expect(result.verdict).toBe('broken');
    expect(result.breaks.map(tell)).toEqual([expect.stringMatching(/^3 threads: raid 4 differs/)]);
  });
});

test('changes that only draw other luck are refused as rarely as the certificate says', async () => {
  const [base] = fly(architecture).outcomes;
  const chanceLaws = laws.filter(({ test: kind }) => kind === 'chance');
  let flown = 0;
  /** Half of the raids let the missile through, whatever the scenario. */
  const luck = async (): Promise<Simulation> => {
    flown++;
    const outcomes = Array.from({ length: TRIALS }, (_, trial): TrialOutcome => {
      const isStopped = randomStream(5, trial, flown).uniform() < 0.5;
      return { ...base, trial, stoppedByLayer: Int8Array.of(isStopped ? 0 : -1), startS: flown };
    });
    return { effect: fly(architecture).effect, outcomes };
  };
  const certificates = 400;
  const falseAlarmRatio = 0.2;
  let refused = 0;
  for (let k = 0; k < certificates; k++) {
    const { broken } = await certify(architecture, { version, falseAlarmRatio, laws: chanceLaws, simulate: luck });
    if (broken > 0) refused++;
  }
  expect(refused).toBeGreaterThan(0);
  expect(refused / certificates).toBeLessThan(falseAlarmRatio + 3 * Math.sqrt((0.2 * 0.8) / certificates));
});
