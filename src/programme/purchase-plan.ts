import type { CostElement } from './cost-model.ts';

/** Units bought and in service by year; index 0 is the first year of the horizon. */
export interface PurchasePlan {
  /** First set with its spares. */
  initial: Float64Array;
  /** Replacements at end of life and after failures. */
  replacement: Float64Array;
  /** In service at the end of each year. */
  inService: Float64Array;
  /** Years over which the first set is bought. */
  deploymentYr: number;
}

/** Years to buy a first set where neither the plan nor a production rate says it. */
export const DEFAULT_DEPLOYMENT_YR = 4;

/**
 * When the units of an element are bought.
 *
 * The first set, less what exists, is bought evenly over the deployment years. Then, by rule:
 * `steady`: count over life each year, from the last year of life of the first units, but not before deployment ends (the
 * reading under which CBO's layer closes); `generation`: a whole new set at each end of life, floor(horizon / life) sets
 * in all; else each year's purchase again when its life is over. Without a rule, `steady` where life is at most twice the
 * deployment. What exists is replaced evenly over its life. Failures and spares come on top. Partial units are allowed: they are means.
 *
 * @source cbo-2026-62422, space-based interceptor layer
 * @source aei-sbi-calculator, number of generations
 */
export function purchasePlan(element: CostElement, years: number): PurchasePlan {
  const { unitCount, numbers } = element;
  const existing = Math.min(element.existingCount, unitCount);
  const needed = unitCount - existing;
  const deploymentYr = deploymentYears(element, needed);
  const start = Math.floor(element.firstDeliveryYr);
  const plan: PurchasePlan = {
    initial: new Float64Array(years),
    replacement: new Float64Array(years),
    inService: new Float64Array(years),
    deploymentYr,
  };
  spreadEvenly(plan.initial, start, deploymentYr, needed);
  let standing = existing;
  for (let i = 0; i < years; i++) {
    standing += plan.initial[i];
    plan.inService[i] = standing;
  }
  const { lifeYr, failurePerYr = 0, spareRatio = 0 } = numbers;
  if (lifeYr !== undefined) addReplacements(plan, element, { years, start, deploymentYr, lifeYr, existing, needed });
  for (let i = 0; i < years; i++) {
    const before = i === 0 ? existing : plan.inService[i - 1];
    plan.replacement[i] += (failurePerYr * (before + plan.inService[i])) / 2;
    plan.initial[i] *= 1 + spareRatio;
  }
  return plan;
}

function deploymentYears({ numbers }: CostElement, needed: number): number {
  const { deploymentYr, productionPerYr, productionRampYr = 0 } = numbers;
  if (deploymentYr !== undefined) return Math.max(1, Math.ceil(deploymentYr));
  if (productionPerYr === undefined || productionPerYr === 0) return DEFAULT_DEPLOYMENT_YR;
  return Math.max(1, Math.ceil(needed / productionPerYr + productionRampYr / 2 - 1e-9));
}

interface Lives {
  years: number;
  start: number;
  deploymentYr: number;
  lifeYr: number;
  existing: number;
  needed: number;
}

function addReplacements(plan: PurchasePlan, element: CostElement, lives: Lives): void {
  const { years, start, deploymentYr, lifeYr, existing, needed } = lives;
  const rule = element.replacement ?? (lifeYr <= 2 * deploymentYr ? 'steady' : 'cohort');
  if (rule === 'steady') {
    const from = start + Math.max(deploymentYr, Math.ceil(lifeYr) - 1);
    spreadEvenly(plan.replacement, from, years - from, ((years - from) * needed) / lifeYr);
  } else if (rule === 'generation') {
    const generations = Math.floor((years - start) / lifeYr + 1e-9);
    for (let g = 1; g < generations; g++) {
      const from = start + Math.round(g * lifeYr);
      spreadEvenly(plan.replacement, from, Math.max(1, Math.min(deploymentYr, lifeYr, years - from)), needed);
    }
  } else {
    const again = Math.max(1, Math.ceil(lifeYr - 1e-9));
    for (let i = again; i < years; i++) {
      plan.replacement[i] += plan.initial[i - again] + plan.replacement[i - again];
    }
  }
  spreadEvenly(plan.replacement, 0, years, (years * existing) / lifeYr);
}

/** Adds an amount in equal parts over some years; parts beyond the end of the list are left out. */
export function spreadEvenly(byYear: Float64Array, from: number, span: number, amount: number): void {
  if (!(amount > 0) || !(span > 0)) return;
  const whole = Math.max(1, Math.round(span));
  for (let i = Math.max(0, from); i < Math.min(byYear.length, from + whole); i++) byYear[i] += amount / whole;
}
