import loadHighs, { type Highs } from 'highs';
import { rateOf } from '../../src/dependence/hazards.ts';
import type { PlanModel } from '../../src/flow/partner-plan.ts';
import type { FlownMix, SourcingResult } from '../../src/flow/sourcing.ts';
import { alternativesOf } from '../../src/sourcing/coupled/alternatives.ts';
import type { FuturePlan } from '../../src/sourcing/coupled/futures.ts';
import { lossOf } from '../../src/sourcing/coupled/plan-loss.ts';
import { cheapestPlan } from '../../src/sourcing/coupled/plan-search.ts';
import { pricedShortfall } from '../../src/sourcing/coupled/priced-shortfall.ts';
import { regretTable } from '../../src/sourcing/coupled/regret.ts';
import { warmSources } from '../../src/sourcing/coupled/warm-source.ts';
import { wouldBeTrue } from '../../src/sourcing/coupled/would-be-true.ts';
import { fleet, maker, planOf, vehicle } from '../partner-plan.ts';

/** Three makers of space interceptors, two of them alike, and two launchers of which the smaller cannot lift half of what stands. */
export async function sourcingResult(): Promise<SourcingResult> {
  const highs = await (loadHighs as unknown as () => Promise<Highs>)();
  const model = planOf(
    {
      fleets: [fleet({ functionId: 'space-interceptors', name: 'Space-based interceptors' })],
      makers: [
        maker('alpha', { name: 'Alpha', todayFraction: 1 }),
        maker('beta', { name: 'Beta' }),
        maker('gamma', { name: 'Gamma', fleetMusd: 2000, fixedMusd: 50, isCandidate: true }),
      ],
      vehicles: [
        vehicle('large', { name: 'Large', partner: 'heavy-lift' }),
        vehicle('small', { name: 'Small', partner: 'light-lift', launchMusd: 150, launches: new Array(10).fill(0.6) }),
      ],
    },
    { warmFraction: 0.5 },
  );
  const cases = model.cases.map((_, c) => c);
  const lost = model.cases.findIndex(({ name }) => name === 'heavy-lift');
  const today = cheapestPlan(highs, model, { makers: [true, false, false], vehicles: [true, false] });
  const cheapest = cheapestPlan(highs, model);
  const robust = cheapestPlan(highs, model, { cases });
  const losses = (mix: typeof robust) => cases.map((c) => lossOf(highs, model, mix, c));
  const kept = losses(robust);
  const leastFraction = Math.min(...kept[lost].keptFraction[0]);
  return {
    model,
    today,
    cheapest,
    robust,
    held: robust.held,
    independenceMusd: robust.costMusd - cheapest.costMusd,
    overTodayMusd: robust.costMusd - today.costMusd,
    losses: { today: losses(today), cheapest: losses(cheapest), robust: kept },
    unmet: [{ case: lost, shortYr: kept[lost].shortYr, fleets: [{ fleet: 0, leastFraction }] }],
    front: [0, 0.5, 1].map((lossFraction) => ({
      lossFraction,
      costMusd: lossFraction > 0 ? robust.costMusd : cheapest.costMusd,
      gapRatio: 0,
      worstFraction: lossFraction > 0 ? leastFraction : 0,
      worstCase: lost,
      worstFleet: 0,
    })),
    alternatives: alternativesOf(highs, model, robust, { held: robust.held, slack: 0.01 }),
    alternativesRatio: 0.01,
    wouldBeTrue: [{ case: lost, changes: wouldBeTrue(highs, model, lost) }],
    warm: { case: lost, sources: warmSources(highs, model, { cheapest, c: lost, options: {} }) },
    priced: pricedShortfall(
      highs,
      model,
      { musdYr: 50_000, lossPerYr: 0.1 },
      {
        mixes: {
          today: { mix: today, losses: losses(today) },
          cheapest: { mix: cheapest, losses: losses(cheapest) },
          robust: { mix: robust, losses: kept },
        },
        options: {},
      },
    ),
    regret: regretTable(highs, plansOf(model, lost), { today, cheapest, robust }, {}),
    hazards: {
      fromDate: '2020-01-01',
      untilDate: '2026-01-01',
      launchers: [
        {
          vehicle: 'small',
          name: 'Small, recovered',
          partner: 'light-lift',
          rate: rateOf(2, 4),
          meanDays: 90,
          downFraction: 0.12,
          isDown: true,
        },
      ],
      ended: { ...rateOf(3, 60), partners: ['alpha'] },
    },
    noChoice: [],
    notes: [],
  };
}

/** The scenario as it is, and the large launcher that leaves. */
function plansOf(model: PlanModel, lost: number): FuturePlan[] {
  const stays = (launches: number[], left: number) =>
    launches.map((count, t) => (t < model.lossPeriod ? count : left * count));
  const after: PlanModel = {
    ...model,
    vehicles: model.vehicles.map((each) => ({ ...each, launches: stays(each.launches, each.leftFraction[lost]) })),
  };
  const change = { path: 'heavy-lift', thenValue: 2033, basis: 'assumption', source: 'cupola' } as const;
  return [
    { id: 'as-is', changes: [], model, knownYr: 0 },
    { id: 'lost', changes: [change], model: after, knownYr: 5 },
  ];
}

/** A mix as raids might have it: with everybody in, and after one loss. */
export function flownMix(which: FlownMix['which'], c: number, p10: number): FlownMix {
  const base = { p10: 0.3, p50: 0.4, p90: 0.6 };
  return {
    which,
    spentMusd: { p10: 1000, p50: 2000, p90: 3000 },
    afterYr: [2, 5],
    base: [base, base],
    cases: [
      {
        case: c,
        noLeaker: [
          { p10: 0.35, p50: 0.4, p90: 0.5 },
          { p10, p50: 0.3, p90: 0.4 },
        ],
        difference: [
          { mean: 0, low: -0.02, high: 0.02 },
          { mean: -0.1, low: -0.12, high: -0.08 },
        ],
      },
    ],
    draws: 16,
    raids: 4,
  };
}
