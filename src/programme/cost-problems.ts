import type { Architecture, LauncherPlan, UsedNumber } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
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
    horizonYr >= 1
      ? []
      : [problem('horizon', 'analysis.horizonYr', `the cost horizon must be at least a year: ${horizonYr}`)];
  return [...money, ...horizon, ...(money.length > 0 ? [] : launchProblems(architecture))];
}

function problem(code: string, path: string, message: string): Problem {
  return { code, path, message };
}

function moneyProblems(architecture: Architecture): Problem[] {
  const { uses, economy, analysis } = architecture;
  const problems: Problem[] = [];
  const seen = new Set<number>();
  const target = analysis.priceYear;
  for (const use of uses.filter(isMoney)) {
    const path = `${placeOf(architecture, use.element)}.${use.path}`;
    if (use.currency === 'EUR' && economy.usdPerEur === undefined)
      problems.push(
        problem('no-exchange-rate', path, `a price in euros needs usdPerEur in the economy entry "${economy.id}"`),
      );
    const year = use.priceYear ?? target;
    if (year === target) continue;
    if (!hasPriceYear(economy, year))
      problems.push(
        problem(
          'price-year',
          path,
          `price year ${year} is not in the table of "${economy.id}" (${range(architecture)})`,
        ),
      );
    if (!hasPriceYear(economy, target) && !seen.has(target)) {
      seen.add(target);
      const message = `price year ${target} is not in the table of "${economy.id}" (${range(architecture)})`;
      problems.push(problem('price-year', 'analysis.priceYear', message));
    }
  }
  return problems;
}

/** Years of the deflator table in words. */
function range({ economy }: Architecture): string {
  const years = economy.deflators?.map(({ year }) => year) ?? [];
  return years.length === 0 ? 'it has no deflators' : `it has ${Math.min(...years)} to ${Math.max(...years)}`;
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
    const shown = Math.max(cadencePerYr ?? 0, cadenceMaxPerYr ?? 0);
    const message = `"${id}" launches ${shown} times a year for this architecture; give a rate above 0 or leave it out of launch.use`;
    return problem('zero-cadence', `launch.${id}`, message);
  });
  const flying = launchers.filter(({ status }) => status !== 'retired');
  if (flying.length === 0) return rates;
  const lifts = carried
    .filter((element) =>
      flying.every((plan) => satellitesPerLaunch(massOf(element), element.isHigh, numbersOf(plan)) < 1),
    )
    .map((element) => {
      const message = `no vehicle of launch.use can lift one satellite of ${massOf(element)} kg to the orbit of "${element.id}"`;
      return problem('cannot-lift', `${placeOf(architecture, element.id)}.massKg`, message);
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
