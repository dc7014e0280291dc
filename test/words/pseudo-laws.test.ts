import { afterEach, beforeEach, expect, test } from 'vitest';
import { EffectTally } from '../../src/effect/effect.ts';
import type { Certificate } from '../../src/flow/certificate.ts';
import type { TrialOutcome } from '../../src/flow/outcomes.ts';
import { certify } from '../../src/laws/certify.ts';
import { laws } from '../../src/laws/laws.ts';
import { certificateParts } from '../../src/report/html/certificate-section.ts';
import { selftestScreen, toldCertificate } from '../../src/report/selftest-screen.ts';
import { plainStyle } from '../../src/report/text.ts';
import { simulate } from '../../src/run/drive.ts';
import { prepare } from '../../src/run/prepare.ts';
import type { Simulation } from '../../src/run/simulation.ts';
import { english } from '../../src/words/en/index.ts';
import { speak } from '../../src/words/words.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';
import { pseudo, wordsLeft } from './pseudo.ts';

beforeEach(() => speak(pseudo));
afterEach(() => speak(english));

/** A raid that keeps no law: counts, stock and times are wrong, and every raid after the first ones lets all through. */
function spoilt(outcome: TrialOutcome, flownCount: number): TrialOutcome {
  return {
    ...outcome,
    startS: flownCount,
    leakReasonIndex: outcome.leakReasonIndex.map(() => -1),
    killCount: outcome.killCount.map((count) => count + 1),
    shots: outcome.shots.map((shot) => ({ ...shot, unitIndex: 0, releaseS: -1 })),
    decidedS: outcome.decidedS.map((tS) => tS + 10_000),
    ...(flownCount > 1 && { stoppedByLayer: outcome.stoppedByLayer.map(() => -1) }),
  };
}

/** A scenario held against the laws by a model that breaks them. */
async function brokenCertificate(): Promise<Certificate> {
  const architecture = shippedScenario('one-missile');
  architecture.analysis.trials = 30;
  const { outcomes } = simulate(prepare(architecture), 0, 30);
  let flownCount = 0;
  const fly = async (): Promise<Simulation> => {
    flownCount++;
    const changed = outcomes.map((outcome) => spoilt(outcome, flownCount));
    const tally = new EffectTally();
    for (const outcome of outcomes) tally.add(outcome);
    return { effect: tally.state(), outcomes: changed };
  };
  return certify(architecture, { version: '1', simulate: fly, onThreads: fly });
}

test('a third language leaves no English where laws are broken', async () => {
  const certificate = await brokenCertificate();
  expect(certificate.broken).toBeGreaterThan(8);
  const { name, interceptors } = shippedScenario('one-missile');
  const times = 'detectedS commitS decidedS releasedS stoppedS';
  const known = [name, times, ...interceptors.map(({ id }) => id), ...laws.map(({ id }) => id)];
  const told = toldCertificate(certificate) as { laws: { sentence: string; breaks: string[] }[] };
  const page = certificateParts(certificate)
    .map(({ text }) => text.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' '))
    .join(' ');
  const texts = [
    selftestScreen(certificate, plainStyle, 80),
    page,
    told.laws.flatMap(({ sentence, breaks }) => [sentence, ...breaks]).join('\n'),
  ];
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(3000);
    expect(wordsLeft(text.replace(/\b[0-9a-f]{16}\b/g, ''), known)).toEqual([]);
  }
});
