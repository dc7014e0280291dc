import { expect, test } from 'vitest';
import { SMALL_LAYER } from '../../test/fixtures/small-layer.ts';
import { jointDifferences } from '../effect/joint-difference.ts';
import type { Departing, DeparturesByDate } from '../flow/departures.ts';
import { drawInputs } from '../programme/draw-inputs.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { departureSentences } from '../report/departures-section.ts';
import { jointDraw, jointPlan, jointTableOf, variantTable } from '../run/joint.ts';
import type { CommandContext } from './command.ts';
import { planDepartures } from './departures-run.ts';
import { loadInstalledCatalog } from './load-catalog.ts';
import { flyTurn } from './turn-run.ts';

const at = '2036-01-01';
const context = { signal: new AbortController().signal, progress: () => {} } as unknown as CommandContext;

test('a departure is flown again with its number at the end that would turn it around, as a scenario that says so', async () => {
  const catalog = await loadInstalledCatalog();
  const architectureOf = (text: string) => resolveScenario(parseScenario(text, 's.yaml'), catalog);
  const architecture = architectureOf(SMALL_LAYER);
  const plan = await planDepartures({ architecture, catalog }, new Map([['lockheed', 'Lockheed Martin']]), {
    date: '2029-01-01',
    raids: 4,
  });
  const input = drawInputs(architecture).find(({ element, path }) => element === 'ngi' && path === 'killProbability')!;
  const change = (meanDifference: number) => ({
    meanDifference,
    low: meanDifference - 0.1,
    high: meanDifference + 0.1,
  });
  const band = { p10: 0.1, p50: 0.2, p90: 0.3 };
  const quoted: Departing = {
    ...plan.cases[0],
    byDate: [{ date: at, noLeaker: band, difference: band, ...change(-0.5) }],
    causes: [],
    turn: {
      ...input,
      path: 'ngi.killProbability',
      lowestThird: change(-0.2),
      highestThird: change(-0.6),
      isTurned: false,
    },
  };
  const answer: DeparturesByDate = {
    atDate: at,
    base: [{ date: at, noLeaker: band }],
    withdrawals: [quoted],
    harmless: [],
    draws: { drawsCount: 16, raidsCount: 4, leftOutCount: 0, redrawnCount: 0, inputCount: 50 },
    pairedRaidsCount: 4,
  };
  const numbers = { draws: 16, raids: 4, threads: 1 };
  const flown = (await flyTurn(architecture, plan, answer, numbers, context))!;
  expect(flown).toMatchObject({ partner: 'lockheed', mode: 'stops', path: 'ngi.killProbability', value: input.low });

  const stated = architectureOf(
    SMALL_LAYER.replace('id: ngi, use: ngi,', `id: ngi, use: ngi, killProbability: ${input.low},`),
  );
  expect(drawInputs(stated)).toHaveLength(drawInputs(architecture).length - 1);
  const variants = { events: [plan.events[0]], raids: 4 };
  const again = jointPlan(stated, { draws: 16, raids: 4, dates: [at], variants });
  const rows = Array.from({ length: 17 }, (_, draw) => jointDraw(again, draw)!);
  const base = jointTableOf(again, rows);
  const [there] = jointDifferences(base, variantTable(base, again, rows, 0));
  const { meanDifference, low, high, noLeaker } = there;
  expect(flown).toMatchObject({ meanDifference, low, high, noLeaker });
  expect(flown.isTurned).toBe(!(meanDifference <= -0.01 && high < 0));
  const words = departureSentences({ ...answer, flownTurn: flown }).join(' ');
  expect(words).toContain(`Flown again with ngi.killProbability at ${input.low} in every draw`);
  const [verdict, other] = flown.isTurned
    ? ['the loss is gone', 'No single number']
    : ['the loss stays', 'would be turned around'];
  expect(words).toContain(verdict);
  expect(words).not.toContain(other);

  const none = { ...answer, withdrawals: [{ ...quoted, turn: null }] };
  expect(await flyTurn(architecture, plan, none, numbers, context)).toBeUndefined();
});
