/** Assumptions of the campaign that no record gives. */
export interface CampaignRules {
  /** From launch to service: drift to the plane, raising, checkout. */
  commissioningDays: number;
  /** Chance that a failure lies in a part which another vehicle shares. */
  sharedCauseProbability: number;
  /** Part of the chance of failure that is gone after each failure, found and mended in the stand-down. */
  mendedFraction: number;
  /** Chance that a failure destroys the pad. */
  padLossProbability: number;
  /** Spread of the yearly rate of a vehicle over its plan, of the logarithm, where no range is given. */
  cadenceSpread: number;
  /** The same of production. */
  productionSpread: number;
  /** How far ahead satellites near their end are replaced. */
  replaceAheadYr: number;
  /** Money for units and launches in a year, the same in each or by year, the last one for all that follow; Infinity: no limit. */
  budgetMusdYr: number | readonly number[];
}

export const campaignRules: CampaignRules = {
  commissioningDays: 60,
  sharedCauseProbability: 0.3,
  mendedFraction: 0.3,
  padLossProbability: 0.1,
  cadenceSpread: 0.25,
  productionSpread: 0.2,
  replaceAheadYr: 0.25,
  budgetMusdYr: Infinity,
};

/**
 * Money for units and launches in each year of one campaign.
 *
 * A change within a year acts on what is left of it: a limit rises or falls by that part of the difference; where there was none, that part of
 * the new one may still be spent.
 */
export class YearlyBudget {
  readonly #rules: CampaignRules;
  readonly #limits = new Map<number, number>();
  #changedMusdYr: number | undefined;

  constructor(rules: CampaignRules) {
    this.#rules = rules;
  }

  limitIn(year: number): number {
    return this.#limits.get(year) ?? this.#usualIn(year);
  }

  change(atYr: number, musdYr: number, spentMusd: number): void {
    const year = Math.floor(atYr);
    const left = year + 1 - atYr;
    const before = this.limitIn(year);
    const after = before === Infinity ? spentMusd + musdYr * left : before + (musdYr - this.#usualIn(year)) * left;
    this.#limits.set(year, after);
    this.#changedMusdYr = musdYr;
  }

  #usualIn(year: number): number {
    return this.#changedMusdYr ?? budgetIn(this.#rules, year);
  }
}

function budgetIn({ budgetMusdYr }: CampaignRules, year: number): number {
  if (typeof budgetMusdYr === 'number') return budgetMusdYr;
  return budgetMusdYr[Math.min(year, budgetMusdYr.length - 1)] ?? Number.POSITIVE_INFINITY;
}

export function isBudgeted({ budgetMusdYr }: CampaignRules): boolean {
  return typeof budgetMusdYr !== 'number' || budgetMusdYr < Infinity;
}
