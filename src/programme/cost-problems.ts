import type { Architecture, LauncherPlan, UsedNumber } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { type CostElement, costModel, vehicleNumberNames } from './cost-model.ts';
import { hasPriceYear } from './deflator.ts';
import { satellitesPerLaunch } from './launch-bill.ts';

/**
 * What makes an architecture impossible to price or to launch, all at once.
 *
 * Price years out of the table, euros without a rate, vehicles that cannot lift one satellite of an element, launch rates
 * of zero, horizons under a year. What can be priced but needs a word stands in the notes of the result instead.
 */
export function costProblems(architecture: Architecture): Problem[] {
  const money = moneyProblems(architecture);
  const { horizonYr } = architecture.analysis;
  const horizon: Problem[] =
    horizonYr >= 1 ? [] : [problem('horizon', 'analysis.horizonYr', said('problem.horizon', { years: horizonYr }))];
  return [...money, ...horizon, ...(money.length > 0 ? [] : launchProblems(architecture))];
}

function problem(code: string, path: string, sentence: Said): Problem {
  return { code, path, said: sentence };
}

function moneyProblems(architecture: Architecture): Problem[] {
  const { uses, economy, analysis } = architecture;
  const problems: Problem[] = [];
  const seen = new Set<number>();
  const target = analysis.priceYear;
  for (const use of uses.filter(isMoney)) {
    const path = `${placeOf(architecture, use.element)}.${use.path}`;
    if (use.currency === 'EUR' && economy.usdPerEur === undefined)
      problems.push(problem('no-exchange-rate', path, said('problem.no-exchange-rate', { id: economy.id })));
    const year = use.priceYear ?? target;
    if (year === target) continue;
    if (!hasPriceYear(economy, year))
      problems.push(
        problem('price-year', path, said('problem.price-year', { year, id: economy.id, range: range(architecture) })),
      );
    if (!hasPriceYear(economy, target) && !seen.has(target)) {
      seen.add(target);
      const missing = said('problem.price-year', { year: target, id: economy.id, range: range(architecture) });
      problems.push(problem('price-year', 'analysis.priceYear', missing));
    }
  }
  return problems;
}

/** Years of the deflator table in words. */
function range({ economy }: Architecture): Said {
  const years = economy.deflators?.map(({ year }) => year) ?? [];
  if (years.length === 0) return said('problem.no-deflators');
  return said('problem.deflators', { from: Math.min(...years), to: Math.max(...years) });
}

/** Prices of partners' contracts are not part of the cost. */
function isMoney({ path, priceYear }: UsedNumber): boolean {
  return priceYear !== undefined && !path.startsWith('edges[');
}

function launchProblems(architecture: Architecture): Problem[] {
  const { launchers, usdKg } = architecture.launch;
  const model = costModel(architecture);
  const carried = model.elements.filter(
    ({ isSpace, launchIncluded, numbers }) =>
      isSpace &&
      !launchIncluded &&
      numbers.serviceMusdYr === undefined &&
      numbers.massKg !== undefined &&
      numbers.launchUsdKg === undefined &&
      usdKg === undefined,
  );
  const rates = launchers.filter(hasNoRate).map(({ id, cadencePerYr, cadenceMaxPerYr }) => {
    const rate = Math.max(cadencePerYr ?? 0, cadenceMaxPerYr ?? 0);
    return problem('zero-cadence', `launch.${id}`, said('problem.zero-cadence', { id, rate }));
  });
  const flying = launchers.filter(({ status }) => status !== 'retired');
  if (flying.length === 0) return rates;
  const lifts = carried
    .filter((element) =>
      flying.every((plan) => satellitesPerLaunch(massOf(element), element.isHigh, numbersOf(plan)) < 1),
    )
    .map((element) => {
      const { id } = element;
      const why = said('problem.cannot-lift', { kg: massOf(element), id });
      return problem('cannot-lift', `${placeOf(architecture, id)}.massKg`, why);
    });
  return [...rates, ...lifts];
}

function hasNoRate({ status, cadencePerYr, cadenceMaxPerYr, otherCustomersFraction }: LauncherPlan): boolean {
  if (status === 'retired') return false;
  if (otherCustomersFraction === 1) return true;
  const given = [cadencePerYr, cadenceMaxPerYr].filter((rate) => rate !== undefined);
  return given.length > 0 && given.every((rate) => rate === 0);
}

function massOf({ numbers }: CostElement): number {
  return numbers.massKg ?? 0;
}

function numbersOf(plan: LauncherPlan): Record<string, number> {
  return Object.fromEntries(
    vehicleNumberNames.flatMap((name) => (plan[name] === undefined ? [] : [[name, plan[name]]])),
  );
}

/** Where an element stands in the scenario, such as `interceptors[0]`. */
function placeOf(architecture: Architecture, id: string): string {
  for (const list of ['networks', 'sensors', 'interceptors', 'systems'] as const) {
    const index = architecture[list].findIndex((plan) => plan.id === id);
    if (index >= 0) return `${list}[${index}]`;
  }
  return architecture.launch.launchers.some((plan) => plan.id === id) ? `launch.${id}` : id;
}
