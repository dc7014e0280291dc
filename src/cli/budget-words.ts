import type { Architecture } from '../flow/architecture.ts';
import type { CostResult } from '../flow/cost.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { isInOrbit } from '../kinds/place.ts';
import { meantMusd } from '../read/in-billions.ts';

/**
 * Budgets in millions that are so far below what they are held against that billions may be meant.
 *
 * @param option such as `--budget-musd`
 * @param costMusd what the budget is to pay for, such as the whole programme, or a mean year of it
 * @throws InputError each of them
 */
export function checkBudgets(option: string, budgetsMusd: readonly number[], costMusd: number): void {
  const far = budgetsMusd.flatMap((musd) => {
    const meant = meantMusd(musd, costMusd);
    return meant === undefined ? [] : [{ musd, meant }];
  });
  if (far.length === 0) return;
  throw new InputError(
    far.map(({ musd, meant }) => ({
      code: 'wrong-unit',
      path: option,
      said: said('problem.claim-unit', { musd, totalMusd: costMusd, meant }),
    })),
  );
}

/**
 * That a budget can limit the layers in space: without a price any number of them is affordable.
 *
 * @throws InputError where none of them has a price
 */
export function checkHasPrice(option: string, { interceptors }: Architecture, { elements }: CostResult): void {
  const ids = interceptors.filter((plan) => isInOrbit(plan) && plan.shells?.length).map(({ id }) => id);
  const isFree = (id: string) => !((elements.find((element) => element.id === id)?.totalMusd ?? 0) > 0);
  if (ids.length === 0 || !ids.every(isFree)) return;
  throw new InputError([{ code: 'no-price', path: option, said: said('problem.budget-no-price', { ids }) }]);
}
