import type { Architecture, InterceptorPlan } from '../flow/architecture.ts';
import type { BudgetLayer } from '../flow/cost.ts';
import { isInOrbit } from '../kinds/place.ts';
import { yearlyCost } from './cost.ts';
import { type CostOptions, costModel } from './cost-model.ts';

/** Raid that an architecture engages: given by the caller, as the effect is another stage's. */
export type RaidOf = (architecture: Architecture) => number;

const MOST_PLANES = 10_000;
const BISECTIONS = 60;

/**
 * The largest space-interceptor layer that a budget buys with the rest of the architecture in place.
 *
 * Every Walker shell of every space layer is scaled alike: planes and satellites a plane both by the square root of one
 * factor, each rounded to a whole number of at least 1; phasing in proportion to the planes. The largest factor whose
 * cost without ranges is within the budget is found by bisection. Layers without shells stay as they are.
 *
 * @param raidOf counts the raid that the found architecture engages; called once, only where a layer is affordable
 * @returns the layer and the architecture that has it; where even one satellite a shell is too dear, `affordable` is false
 *   and the architecture has no space layer
 * @throws RangeError if the budget is not a positive number or the architecture has no space layer with shells
 */
export function layerForBudget(
  architecture: Architecture,
  budgetMusd: number,
  raidOf?: RaidOf,
  options: CostOptions = {},
): { layer: BudgetLayer; architecture: Architecture } {
  if (!(budgetMusd > 0 && budgetMusd < Infinity)) throw new RangeError(`budgetMusd must be positive: ${budgetMusd}`);
  const isScaled = (plan: InterceptorPlan) => isInOrbit(plan) && (plan.shells?.length ?? 0) > 0;
  if (!architecture.interceptors.some(isScaled)) throw new RangeError('the architecture must have a space layer: none');
  const totalOf = (candidate: Architecture) => total(candidate, options);
  const without = { ...architecture, interceptors: architecture.interceptors.filter((plan) => !isScaled(plan)) };
  const restMusd = totalOf(without);
  const found = largest(architecture, (candidate) => totalOf(candidate) <= budgetMusd);
  const chosen = found ?? without;
  const base = satellites(architecture.interceptors.filter(isScaled));
  const satelliteCount = found ? satellites(found.interceptors.filter(isScaled)) : 0;
  const layer: BudgetLayer = {
    budgetMusd,
    restMusd,
    affordable: found !== undefined,
    scaleRatio: satelliteCount / base,
    satelliteCount,
    totalMusd: totalOf(chosen),
    shells: found ? shellList(found.interceptors.filter(isScaled)) : [],
    ...(raidOf && found ? { raidCount: raidOf(found) } : {}),
  };
  return { layer, architecture: chosen };
}

/** {@link layerForBudget} for a list of budgets, rising: what each buys, as a curve. */
export function budgetCurve(
  architecture: Architecture,
  budgetsMusd: readonly number[],
  raidOf?: RaidOf,
  options: CostOptions = {},
): BudgetLayer[] {
  return [...budgetsMusd]
    .sort((a, b) => a - b)
    .map((budgetMusd) => layerForBudget(architecture, budgetMusd, raidOf, options).layer);
}

/** An architecture whose space layers have `scaleRatio` times the satellites, to the nearest whole grid. */
export function scaleSpaceLayers(architecture: Architecture, scaleRatio: number): Architecture {
  const side = Math.sqrt(scaleRatio);
  const grown = (count: number) => Math.min(MOST_PLANES, Math.max(1, Math.round(count * side)));
  const interceptors = architecture.interceptors.map((plan) => {
    if (!isInOrbit(plan) || !plan.shells) return plan;
    const shells = plan.shells.map((shell) => {
      const planes = grown(shell.planes);
      const phasing =
        shell.phasing === undefined ? undefined : Math.round((shell.phasing * planes) / shell.planes) % planes;
      return {
        ...shell,
        planes,
        satellitesPerPlane: grown(shell.satellitesPerPlane),
        ...(phasing === undefined ? {} : { phasing }),
      };
    });
    return { ...plan, shells };
  });
  return { ...architecture, interceptors };
}

function largest(
  architecture: Architecture,
  isAffordable: (candidate: Architecture) => boolean,
): Architecture | undefined {
  const at = (scale: number) => scaleSpaceLayers(architecture, scale);
  if (!isAffordable(at(1e-12))) return undefined;
  let low = 1e-12;
  let high = 1;
  while (isAffordable(at(high)) && high < 1e6) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < BISECTIONS && high - low > 1e-9 * high; i++) {
    const middle = (low + high) / 2;
    if (isAffordable(at(middle))) low = middle;
    else high = middle;
  }
  return at(low);
}

function total(architecture: Architecture, options: CostOptions): number {
  return yearlyCost(costModel(architecture, options)).yearMusd.reduce((sum, musd) => sum + musd, 0);
}

function satellites(plans: InterceptorPlan[]): number {
  return plans.reduce((sum, { shells = [] }) => {
    return sum + shells.reduce((inLayer, { planes, satellitesPerPlane }) => inLayer + planes * satellitesPerPlane, 0);
  }, 0);
}

function shellList(plans: InterceptorPlan[]): BudgetLayer['shells'] {
  return plans.flatMap(({ id, shells = [] }) =>
    shells.map(({ planes, satellitesPerPlane }, shell) => ({ element: id, shell, planes, satellitesPerPlane })),
  );
}
