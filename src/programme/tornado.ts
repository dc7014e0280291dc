import type { TornadoRow } from '../flow/cost.ts';
import { yearlyCost } from './cost.ts';
import type { CostModel } from './cost-model.ts';
import { copyModel, setInput, type UncertainInput } from './uncertain-input.ts';

/**
 * Which inputs move the total most: each at its low and at its high, all others at their value.
 *
 * One at a time, so effects of two inputs together do not show.
 *
 * @param rows how many to keep, widest first
 */
export function tornado(base: CostModel, inputs: UncertainInput[], rows = 15): TornadoRow[] {
  const totalAt = (input: UncertainInput, value: number) => {
    const model = copyModel(base);
    setInput(model, base, input, value);
    return yearlyCost(model).yearMusd.reduce((sum, musd) => sum + musd, 0);
  };
  return inputs
    .map((input) => {
      const { element, path, value, low, high } = input;
      const totalAtLowMusd = totalAt(input, low);
      const totalAtHighMusd = totalAt(input, high);
      const swingMusd = Math.abs(totalAtHighMusd - totalAtLowMusd);
      return { element, path, value, low, high, totalAtLowMusd, totalAtHighMusd, swingMusd };
    })
    .filter(({ swingMusd }) => swingMusd > 0)
    .sort((a, b) => b.swingMusd - a.swingMusd || `${a.element}.${a.path}`.localeCompare(`${b.element}.${b.path}`))
    .slice(0, rows);
}
