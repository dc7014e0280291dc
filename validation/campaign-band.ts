import { quantile } from '../src/num/statistics.ts';
import { type CampaignOutcome, runCampaign } from '../src/programme/campaign.ts';
import type { CampaignPlan, CampaignVehicle, FieldedElement } from '../src/programme/campaign-plan.ts';
import { type CampaignRules, campaignRules } from '../src/programme/campaign-rules.ts';
import type { ValidationRow } from './case-types.ts';

export const TRIALS = 1000;

/** A vehicle of a historic campaign: what is not given does not bind. */
export function vehicle(
  fields: Partial<CampaignVehicle> & Pick<CampaignVehicle, 'id' | 'cadencePerYr'>,
): CampaignVehicle {
  return {
    name: fields.id,
    status: 'flying',
    firstFlightYr: 0,
    pausedDays: 0,
    rampYr: 0,
    otherCustomersFraction: 0,
    padCount: 1,
    priceMusd: 0,
    sharedParts: [],
    mostLaunches: Infinity,
    ...fields,
  };
}

/** A constellation of a historic campaign, its production not binding unless given. */
export function constellation(
  fields: Partial<FieldedElement> & Pick<FieldedElement, 'id' | 'perLaunch'>,
): FieldedElement {
  return {
    group: fields.id,
    name: fields.id,
    targetCount: 1e6,
    existingCount: 0,
    firstUnitYr: 0,
    productionPerYr: { value: Infinity },
    productionRampYr: 0,
    lifeYr: Infinity,
    isLaunched: true,
    unitMusd: 0,
    ...fields,
  };
}

/** Many campaigns of one plan. */
export function campaigns(plan: CampaignPlan, rules: Partial<CampaignRules> = {}, seed = 1): CampaignOutcome[] {
  return Array.from({ length: TRIALS }, (_, trial) => runCampaign(plan, { ...campaignRules, ...rules }, seed, trial));
}

/** Middle 80 % of a prediction. */
export function bandOf(predicted: Float64Array): { low: number; high: number } {
  return { low: quantile(predicted, 0.1), high: quantile(predicted, 0.9) };
}

/**
 * What happened beside a prediction: its median, and the band from the 10th to the 90th percentile, in which what happened must lie.
 *
 * @param misses why it is known to lie outside
 */
export function bandRow(
  what: string,
  happened: number,
  predicted: Float64Array,
  unit: string,
  misses?: string,
): ValidationRow {
  return {
    what,
    published: happened,
    computed: quantile(predicted, 0.5),
    tolerance: 0,
    band: bandOf(predicted),
    unit,
    why: '80 % of the campaigns',
    ...(misses !== undefined && { misses }),
  };
}
