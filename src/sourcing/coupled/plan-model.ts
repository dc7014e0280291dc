import type { Catalog } from '../../catalog/entry.ts';
import { supplyGraph } from '../../dependence/supply-graph.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { campaignPlan } from '../../programme/campaign-plan.ts';
import { costModel } from '../../programme/cost-model.ts';
import { partnerCases } from './cases.ts';
import { withLearning } from './learning.ts';
import { type PlanContext, type PlanOptions, pricedEdges } from './plan-context.ts';
import { fleetsOf, isServed } from './plan-fleets.ts';
import { makersOf } from './plan-makers.ts';
import { vehiclesOf, withCandidates } from './plan-vehicles.ts';

/**
 * The programme of partners of a scenario: its fleets, who can make them, what can lift them, and what each loss leaves.
 *
 * Fleets, prices, rates and dates are those of the campaign that `run` and `field` build; makers and further vehicles are those of the
 * book of partners. Elements of one entry are one fleet, whoever makes its parts. Services stay as the scenario has them.
 *
 * Written out in docs/sourcing.md.
 */
export function planModel(architecture: Architecture, catalog: Catalog, options: PlanOptions): PlanModel {
  const all = withCandidates(architecture, catalog, options.bookVehicles);
  const graph = supplyGraph(architecture);
  const context: PlanContext = {
    architecture,
    catalog,
    graph,
    edges: pricedEdges(architecture),
    cost: costModel(all.architecture, { grown: true }),
    campaign: campaignPlan(architecture),
    options,
  };
  const fleets = fleetsOf(context);
  const gone = new Set(options.without ?? []);
  const isGone = (partner: string) => gone.has(partner);
  const bareMakers = fleets
    .flatMap((fleet, f) => makersOf(context, fleet, f))
    .filter(({ partner }) => !isGone(partner));
  const bareVehicles = vehiclesOf(context, fleets, all).filter(({ partner }) => !isGone(partner));
  const whatLeft = [
    ...bareMakers.map(({ partner, leftWhere }) => ({ partner, leftWhere })),
    ...bareVehicles.map(({ partner, leftWhere }) => ({ partner, leftWhere })),
  ];
  const { cases, left } = partnerCases(graph, whatLeft, options.pairs === true);
  const kept = cases.map((each, c) => ({ each, c })).filter(({ each }) => !each.roots.every(isGone));
  const leftOf = (i: number) => kept.map(({ c }) => left[c][i]);
  const model: PlanModel = {
    startYear: architecture.analysis.startYear,
    stepYr: options.stepYr,
    periodCount: Math.ceil(architecture.analysis.horizonYr) * Math.round(1 / options.stepYr),
    fleets: fleets.map((fleet) => ({ ...fleet, sparedIn: kept.map(({ each }) => isServed(context, fleet, each)) })),
    makers: bareMakers.map(({ leftWhere: _, ...maker }, i) => ({ ...maker, leftFraction: leftOf(i) })),
    vehicles: bareVehicles.map(({ leftWhere: _, ...vehicle }, i) => ({
      ...vehicle,
      leftFraction: leftOf(bareMakers.length + i),
    })),
    cases: kept.map(({ each }) => each),
    lossPeriod: Math.round(options.lossYr / options.stepYr),
    lossFraction: options.lossFraction,
    warmFraction: options.warmFraction,
    ...yearlyMoney(architecture, options),
  };
  return withLearning(model, (f) => model.fleets[f].learningRatio ?? options.learningRatio);
}

/** Most money by period: as asked for, else as the budgets among the events of the scenario. */
function yearlyMoney(
  { events = [], analysis: { horizonYr } }: Architecture,
  { budgetMusdYr, stepYr }: PlanOptions,
): Pick<PlanModel, 'yearlyMusd'> {
  const budgets = events.flatMap((event) => (event.kind === 'budget' ? [event] : [])).sort((a, b) => a.atYr - b.atYr);
  if (budgetMusdYr === undefined && budgets.length === 0) return {};
  const periods = Math.ceil(horizonYr) * Math.round(1 / stepYr);
  const at = (t: number) =>
    budgetMusdYr ?? budgets.findLast(({ atYr }) => atYr <= (t + 0.5) * stepYr)?.musdYr ?? Number.POSITIVE_INFINITY;
  return { yearlyMusd: Array.from({ length: periods }, (_, t) => at(t)) };
}
