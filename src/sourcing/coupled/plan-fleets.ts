import { isDenied } from '../../dependence/providers.ts';
import { type SuppliedElement, type SupplyGraph, withoutUnits } from '../../dependence/supply-graph.ts';
import { healthWithout } from '../../dependence/supply-health.ts';
import type { PlanFleet } from '../../flow/partner-plan.ts';
import type { LossCase } from '../../flow/sourcing.ts';
import { mean } from '../../num/statistics.ts';
import { sum } from '../../num/sum.ts';
import { runCampaign } from '../../programme/campaign.ts';
import type { CampaignPlan, FieldedElement } from '../../programme/campaign-plan.ts';
import { campaignRules } from '../../programme/campaign-rules.ts';
import { CAMPAIGNS } from './launch-capacity.ts';
import type { PlanContext, PlanOptions } from './plan-context.ts';

/** Elements in space, those of one entry and function together. */
export function fleetsOf(context: PlanContext): PlanFleet[] {
  const { campaign, graph, architecture, options, cost } = context;
  const { asked } = options;
  const isYet = (t: number) => (t + 1) * options.stepYr >= (options.withinYr ?? 0);
  const standing = meanStanding(campaign, architecture.analysis.seed, options).map((counts) =>
    counts.map((count, t) => (isYet(t) ? count : 0)),
  );
  const byKey = new Map<string, { elements: SuppliedElement[]; fielded: FieldedElement[]; standing: number[][] }>();
  campaign.elements.forEach((fielded, i) => {
    const element = graph.elements.find(({ id }) => id === fielded.id);
    if (!element?.isSpace) return;
    const key = `${element.functionId}:${element.entry}`;
    const known = byKey.get(key) ?? { elements: [], fielded: [], standing: [] };
    known.elements.push(element);
    known.fielded.push(fielded);
    known.standing.push(standing[i]);
    byKey.set(key, known);
  });
  return [...byKey].map(([key, { elements, fielded, standing: own }]) => {
    const unitCount = sum(fielded.map(({ targetCount }) => targetCount));
    const { functionId, entry, id: lead } = elements[0];
    const { learningRatio } = cost.elements.find(({ id }) => id === lead)?.numbers ?? {};
    return {
      id: key,
      functionId,
      name: functionName(graph, functionId),
      entry,
      elements: elements.map(({ id }) => id),
      unitCount,
      lifeYr: fielded[0].lifeYr,
      isLifted: fielded.every(({ isLaunched }) => isLaunched),
      existingFraction: sum(fielded.map(({ existingCount }) => existingCount)) / unitCount,
      sparedIn: [],
      standingFraction: own[0].map((_, t) =>
        asked && functionId === 'space-interceptors'
          ? askedAt(asked, (t + 1) * options.stepYr)
          : Math.min(1, sum(own.map((each) => each[t])) / unitCount),
      ),
      outputPerYr: sum(fielded.map(({ productionPerYr }) => productionPerYr.value)) / unitCount,
      ...(learningRatio !== undefined && { learningRatio }),
    };
  });
}

const askedAt = ({ shareFraction, fromYr }: NonNullable<PlanOptions['asked']>, tYr: number) =>
  tYr >= fromYr ? shareFraction : 0;

/** Whether a service that the scenario buys beside a fleet, for the same function, goes on in a loss case. */
export function isServed(
  { architecture, graph }: PlanContext,
  { functionId }: PlanFleet,
  { roots }: LossCase,
): boolean {
  const gone = new Set(roots);
  const healthOf = healthWithout(graph, gone);
  return architecture.networks.some((network) => {
    const element = graph.elements.find(({ id }) => id === network.id);
    if (network.serviceMusdYr === undefined || element?.functionId !== functionId) return false;
    return !isDenied(architecture, graph, element, gone, healthOf);
  });
}

function functionName(graph: SupplyGraph, functionId: string): string {
  return withoutUnits(graph.functions.find(({ id }) => id === functionId)?.name ?? functionId);
}

/** [element] [period] units in service at the end of it, over the luck of the campaigns. */
function meanStanding(plan: CampaignPlan, seed: number, { stepYr, campaigns = CAMPAIGNS }: PlanOptions): number[][] {
  const periods = Math.ceil(plan.horizonYr) * Math.round(1 / stepYr);
  const runs = Array.from({ length: campaigns }, (_, i) => runCampaign(plan, campaignRules, seed, i));
  return plan.elements.map((_, e) =>
    Array.from({ length: periods }, (_each, t) => {
      const month = Math.min(runs[0].inService[e].length, Math.round((t + 1) * stepYr * 12)) - 1;
      return mean(runs.map(({ inService }) => inService[e][month]));
    }),
  );
}
