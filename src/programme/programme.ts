import type { Architecture } from '../flow/architecture.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import type { Fielded, Programme, ProgrammeElement } from '../flow/programme.ts';
import { type CampaignOutcome, runCampaign } from './campaign.ts';
import { withJoining } from './campaign-events.ts';
import { type CampaignPlan, campaignPlan } from './campaign-plan.ts';
import { type CampaignRules, campaignRules } from './campaign-rules.ts';
import { type CostElement, type CostModel, costModel } from './cost-model.ts';
import { beforeEvents, type Foreseen, unforeseen } from './ordered.ts';
import { type ElementMoney, elementMoney, elementOutlays } from './programme-money.ts';
import { outlays } from './spend-out.ts';

export interface ProgrammeOptions {
  /** Names the luck of factories, vehicles and launches. */
  draw: number;
  seed?: number;
  rules?: Partial<CampaignRules>;
  /** The campaign to build, where it is not that of the architecture: after a loss, say. */
  plan?: CampaignPlan;
}

/**
 * How an architecture is built and paid, year by year, in one draw: one campaign for the force, the launches and the money.
 *
 * It starts from what stands at the start of the horizon. Whatever is bought was built, whatever flies was launched by a vehicle
 * that the scenario lists, at that vehicle's price, or by one that the book has ready while a partner is gone. Events of the scenario act
 * from their date, and nobody foresees them: what was ordered before is paid. What is bought as a service is fielded by its provider. Leaves out what is ordered for after
 * the horizon, salvage, and discounting.
 *
 * @param architecture with the numbers of the draw (`drawnArchitecture`)
 */
export function programmeOf(architecture: Architecture, options: ProgrammeOptions): Programme {
  const { draw, seed = architecture.analysis.seed, plan = campaignPlan(architecture) } = options;
  const { launch } = withJoining(architecture);
  const model = costModel({ ...architecture, launch }, { grown: true });
  const built = (asPlanned: CampaignPlan) => runCampaign(asPlanned, { ...campaignRules, ...options.rules }, seed, draw);
  const outcome = built(plan);
  const before = options.plan ? [] : beforeEvents(architecture);
  const foreseen = before.map(({ untilYear, architecture: until }): Foreseen => {
    const asPlanned = campaignPlan(until);
    return { untilYear, money: moneyOf(model, asPlanned, built(asPlanned)) };
  });
  const money = moneyOf(model, plan, outcome).map((each, i) => unforeseen(i, each, foreseen));
  const elements = model.elements.map((element, i) => programmeElement(element, money[i], plan, outcome));
  return {
    startYear: model.startYear,
    years: model.years,
    monthCount: outcome.onOrbit[0]?.length ?? model.years * 12,
    priceYear: model.priceYear,
    elements,
    vehicles: plan.vehicles.map(({ id }, v) => ({
      id,
      partner: launch.launchers.find((launcher) => launcher.id === id)?.partner,
      launchCounts: [...outcome.launchesByYear[v]],
    })),
    obligationYearMusd: sumYears(
      elements.map(({ obligationYearMusd }) => obligationYearMusd),
      model.years,
    ),
    outlayYearMusd: sumYears(
      elements.map(({ outlayYearMusd }) => outlayYearMusd),
      model.years,
    ),
    partners: partnersOf(model, elements, money),
    ...lossesOf(plan, outcome.losses),
  };
}

/**
 * What stands, month by month, in one draw: that of {@link programmeOf} of the same draw, without what it costs.
 *
 * @param architecture with the numbers of the draw (`drawnArchitecture`)
 */
export function fieldedOf(architecture: Architecture, { draw }: Pick<ProgrammeOptions, 'draw'>): Fielded {
  const plan = campaignPlan(architecture);
  const { inService, losses } = runCampaign(plan, campaignRules, architecture.analysis.seed, draw);
  return {
    elements: plan.elements.map(({ id, name, targetCount }, e) => ({
      id,
      name,
      targetCount,
      inServiceCounts: inService[e],
    })),
    ...lossesOf(plan, losses),
  };
}

function lossesOf({ elements }: CampaignPlan, losses: CampaignOutcome['losses']): Pick<Programme, 'losses'> {
  if (losses.length === 0) return {};
  return { losses: losses.map(({ element, ...loss }) => ({ ...loss, element: elements[element].id })) };
}

function moneyOf(model: CostModel, plan: CampaignPlan, outcome: CampaignOutcome): ElementMoney[] {
  return model.elements.map((element) =>
    elementMoney(element, model, { plan, outcome, index: indexIn(plan, element.id) }),
  );
}

function indexIn({ elements }: CampaignPlan, id: string): number | undefined {
  const index = elements.findIndex((element) => element.id === id);
  return index < 0 ? undefined : index;
}

function programmeElement(
  element: CostElement,
  money: ElementMoney,
  plan: CampaignPlan,
  outcome: CampaignOutcome,
): ProgrammeElement {
  const index = indexIn(plan, element.id);
  const years = money.byKind.research.length;
  const paid = elementOutlays(money);
  const launches = outlays(
    Float64Array.from(sumYears([...money.launchMusd, money.launchByKgMusd], years)),
    'procurement',
  );
  return {
    id: element.id,
    name: element.name,
    targetCount: element.unitCount,
    inServiceCounts: index === undefined ? undefined : outcome.inService[index],
    boughtCounts: index === undefined ? new Array<number>(years).fill(0) : [...outcome.unitsByYear[index]],
    obligationYearMusd: sumYears(Object.values(money.byKind), years),
    outlayYearMusd: [...paid],
    makerOutlayYearMusd: [...paid].map((musd, year) => musd - (launches[year] ?? 0)),
    ...(element.partner !== undefined && { partner: element.partner }),
  };
}

/** Outlays by who is paid: an element's to its partner, a launch's to that of the vehicle. */
function partnersOf(model: CostModel, elements: ProgrammeElement[], money: ElementMoney[]): Programme['partners'] {
  const byPartner = new Map<string, Float64Array>();
  const add = (partner: string, byYear: ArrayLike<number>, sign = 1) => {
    const sums = byPartner.get(partner) ?? new Float64Array(model.years);
    byPartner.set(partner, sums);
    for (let year = 0; year < model.years; year++) sums[year] += sign * byYear[year];
  };
  elements.forEach(({ outlayYearMusd }, i) => {
    const partner = model.elements[i].partner ?? UNNAMED;
    add(partner, outlayYearMusd);
    const move = (to: string, obligations: Float64Array) => {
      const paid = outlays(obligations, 'procurement');
      add(partner, paid, -1);
      add(to, paid);
    };
    money[i].launchMusd.forEach((byYear, v) => {
      if (byYear.some((musd) => musd > 0)) move(model.vehicles[v].partner ?? 'launch', byYear);
    });
    if (money[i].launchByKgMusd.some((musd) => musd > 0)) move('launch', money[i].launchByKgMusd);
  });
  return [...byPartner]
    .map(([partner, byYear]) => ({ partner, outlayYearMusd: [...byYear] }))
    .filter(({ outlayYearMusd }) => outlayYearMusd.some((musd) => Math.abs(musd) > 1e-6));
}

function sumYears(lists: ArrayLike<number>[], years: number): number[] {
  const sums = new Array<number>(years).fill(0);
  for (const list of lists) for (let year = 0; year < years; year++) sums[year] += list[year];
  return sums;
}
