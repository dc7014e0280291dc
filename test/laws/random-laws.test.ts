import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadHighs } from '../../src/cli/load-highs.ts';
import { certify } from '../../src/laws/certify.ts';
import { laws } from '../../src/laws/laws.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import { PooledLaws } from './pooled-laws.ts';
import { randomScenario } from './random-scenario.ts';

/** Scenarios that are tried; more by the environment: see scripts/laws-nightly.mjs. */
const SCENARIOS = Number(process.env.LAWS_SCENARIOS ?? 30);
/** Few, as the laws against chance are held over all scenarios together. */
const RAIDS = 2;
/** A certificate of a model that keeps every law is refused by chance so rarely that a year of nights sees none. */
const FALSE_ALARM_RATIO = 1e-6;

const catalog = testCatalog();

test('every law holds on random scenarios, alone and together, and every law has something to say on some', {
  timeout: 3_600_000,
}, async () => {
  const heard = new Set<string>();
  const pool = new PooledLaws();
  const search = { highs: await loadHighs(), catalog };
  await fc.assert(
    fc.asyncProperty(randomScenario, async (document) => {
      const text = stringify(document);
      const architecture = loadScenario(text, catalog, { file: 'random.yaml' });
      architecture.analysis.trials = RAIDS;
      const certificate = await certify(architecture, { version: 'test', falseAlarmRatio: FALSE_ALARM_RATIO, search });
      for (const { id, verdict } of certificate.laws) if (verdict === 'held') heard.add(id);
      const broken = pool.add(certificate);
      if (broken.length > 0) throw new Error(`${broken.join('\n')}\n${text}`);
    }),
    { numRuns: SCENARIOS, endOnFailure: true },
  );
  const unheard = laws.map(({ id }) => id).filter((id) => !heard.has(id) && id !== 'threads');
  expect(unheard).toEqual([]);
  expect(pool.broken(FALSE_ALARM_RATIO)).toEqual([]);
});
