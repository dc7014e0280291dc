/**
 * What a layer costs for one more missile that it has to stop, in closed form.
 *
 * To have one more interceptor in reach takes as many on orbit as the absentee ratio says, times the shots that one stop takes;
 * each costs its price for the whole horizon. Linear: the next one costs what the last one did, with no learning and no fixed
 * cost, which belongs to the first missile and not to one more.
 *
 * @param absenteeRatio interceptors held for each in reach; 1 where all are
 * @param shotsPerStop shots for each missile stopped
 * @param lifecycleMusd one interceptor over the horizon: bought, launched, replaced, operated
 * @source nitze-1985, cost-effectiveness at the margin
 */
export function marginalCostMusd(absenteeRatio: number, shotsPerStop: number, lifecycleMusd: number): number {
  return absenteeRatio * shotsPerStop * lifecycleMusd;
}

/**
 * Dollars of defence for each dollar of offence at the margin: below 1 the defence is the cheaper to add to.
 *
 * @throws RangeError if the price of one more missile is not above 0
 * @source nitze-1985, cost-effectiveness at the margin
 */
export function exchangeRatio(marginalDefenceMusd: number, marginalOffenceMusd: number): number {
  if (!(marginalOffenceMusd > 0)) throw new RangeError(`marginalOffenceMusd must exceed 0: ${marginalOffenceMusd}`);
  return marginalDefenceMusd / marginalOffenceMusd;
}
