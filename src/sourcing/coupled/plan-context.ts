import type { Catalog } from '../../catalog/entry.ts';
import type { BookEdge, SupplyGraph } from '../../dependence/supply-graph.ts';
import type { HealthOf } from '../../dependence/supply-health.ts';
import type { Architecture, LauncherPlan } from '../../flow/architecture.ts';
import type { CampaignPlan } from '../../programme/campaign-plan.ts';
import type { CostModel } from '../../programme/cost-model.ts';
import { moneyReader } from '../../programme/money.ts';

export interface PlanOptions {
  /** Length of a period, years: 1, 1/2, 1/4. */
  stepYr: number;
  /** Years after the start at which the losses happen. */
  lossYr: number;
  lossFraction: number;
  warmFraction: number;
  /** Years until all has to stand; before them nothing is asked for. */
  withinYr?: number;
  /** A share of the interceptors in space that has to stand from a time on, in place of what the programme has. */
  asked?: { shareFraction: number; fromYr: number };
  /** Campaigns over whose luck the force and the launches are means; 24 by default. */
  campaigns?: number;
  pairs?: boolean;
  /** Most money a year, millions of dollars, in place of the budgets of the scenario's events. */
  budgetMusdYr?: number;
  /** Learning ratio of fleets whose entry has none; none by default. */
  learningRatio?: number;
  /** Partners that are left out from the start. */
  without?: readonly string[];
  /** Vehicles that only the book has, with other numbers than the catalog's, in its units and price years. */
  bookVehicles?: readonly LauncherPlan[];
}

/** What the parts of a model are made from. */
export interface PlanContext {
  architecture: Architecture;
  catalog: Catalog;
  graph: SupplyGraph;
  edges: readonly BookEdge[];
  cost: CostModel;
  campaign: CampaignPlan;
  options: PlanOptions;
}

/** A maker or vehicle before its loss cases are known, and what a health of the supply graph leaves of it. */
export type Bare<T> = Omit<T, 'leftFraction'> & { leftWhere: (healthOf: HealthOf) => number };

/** Edges of the scenario's book with what they cost in dollars of its price year. */
export function pricedEdges(architecture: Architecture): BookEdge[] {
  const { partners } = architecture;
  if (!partners?.edges) return [];
  const toMusd = moneyReader(architecture);
  return partners.edges.map((edge, i) =>
    edge.fixedMusd === undefined
      ? edge
      : { ...edge, fixedMusd: toMusd(partners.id, `edges[${i}].fixedMusd`, edge.fixedMusd) },
  );
}
