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

/**
 * What happened beside the middle of a prediction: the tolerance reaches to the end of the band, from the 10th to the 90th
 * percentile, on the side on which it happened, and by what the caller adds with its reason.
 */
export function bandRow(
  what: string,
  happened: number,
  predicted: Float64Array,
  unit: string,
  more: { tolerance: number; why: string } = { tolerance: 0, why: '' },
): ValidationRow {
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((q) => quantile(predicted, q)) as [number, number, number];
  const digits = p90 < 20 ? 1 : 0;
  return {
    what,
    published: happened,
    computed: p50,
    tolerance: (happened > p50 ? p90 - p50 : p50 - p10) + more.tolerance,
    unit,
    why: `inside the predicted band: 80 % of the campaigns between ${p10.toFixed(digits)} and ${p90.toFixed(digits)}${more.why}`,
  };
}
