import type { Architecture } from '../../flow/architecture.ts';
import { runCampaign } from '../../programme/campaign.ts';
import { type CampaignPlan, campaignPlan } from '../../programme/campaign-plan.ts';
import { campaignRules } from '../../programme/campaign-rules.ts';

/** What a vehicle flies when loads are always ready. */
export interface LaunchCapacity {
  id: string;
  /** Mean launches by period, those that fail included. */
  launches: number[];
  /** Share of them that fail. */
  lostFraction: number;
}

/** Campaigns over whose luck capacity and standing force are means. */
export const CAMPAIGNS = 24;
const ENDLESS = 1e7;

/**
 * Launches of every vehicle of an architecture by period: those of the programme's own campaigns, with ramps, first flights that
 * slip, failures, groundings, pads and other customers, when a load is always ready.
 *
 * @param options `stepYr`: length of a period, a whole part of a year or a year
 * @returns by vehicle, in the order of the campaign's plan
 */
export function launchCapacity(
  architecture: Architecture,
  { stepYr, campaigns = CAMPAIGNS }: { stepYr: number; campaigns?: number },
  seed: number,
): LaunchCapacity[] {
  const plan = hungryPlan(campaignPlan(architecture));
  const years = Math.ceil(plan.horizonYr);
  const perYear = Math.round(1 / stepYr);
  const flown = plan.vehicles.map(() => new Float64Array(years));
  const lost = plan.vehicles.map(() => 0);
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const { launchesByYear, failures } = runCampaign(plan, campaignRules, seed, campaign);
    launchesByYear.forEach((byYear, v) => {
      byYear.forEach((count, year) => {
        flown[v][year] += count / campaigns;
      });
      lost[v] += failures[v] / campaigns;
    });
  }
  return plan.vehicles.map(({ id }, v) => {
    const total = flown[v].reduce((sum, each) => sum + each, 0);
    return {
      id,
      launches: Array.from({ length: years * perYear }, (_, t) => flown[v][Math.floor(t / perYear)] / perYear),
      lostFraction: total > 0 ? lost[v] / total : 0,
    };
  });
}

/** The same vehicles with one endless need that each can carry. */
function hungryPlan(plan: CampaignPlan): CampaignPlan {
  const one = plan.vehicles.map(() => 1);
  return {
    ...plan,
    events: undefined,
    elements: [
      {
        id: 'any-load',
        group: 'any-load',
        name: 'any load',
        targetCount: ENDLESS,
        existingCount: 0,
        firstUnitYr: 0,
        productionPerYr: { value: Number.POSITIVE_INFINITY },
        productionRampYr: 0,
        lifeYr: Number.POSITIVE_INFINITY,
        perLaunch: one,
        isLaunched: true,
        unitMusd: 0,
      },
    ],
  };
}
