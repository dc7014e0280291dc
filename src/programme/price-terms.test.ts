import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { loadScenario } from '../read/load-scenario.ts';
import { costOfModel } from './cost.ts';
import { costModel } from './cost-model.ts';
import { priceTerms } from './price-terms.ts';

const catalog = testCatalog();

test.each(['golden-dome', 'cbo-2026', 'one-missile', 'two-families', 'aei-2025-prices', 'networks'])(
  'prices times quantities are the cost of %s, by element, partner and year, to the dollar',
  (name) => {
    const model = costModel(loadScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'), catalog));
    const cost = costOfModel(model);
    const terms = priceTerms(model, cost);
    const musdOf = (pick: (term: (typeof terms)[number]) => boolean, y: number) =>
      terms.filter(pick).reduce((sum, { value, quantities }) => sum + value * quantities[y], 0);
    for (let y = 0; y < cost.years; y++) {
      for (const { id, yearMusd } of cost.elements)
        expect(Math.abs(musdOf(({ element }) => element === id, y) - yearMusd[y])).toBeLessThan(1e-6);
      for (const { partner: who, yearMusd } of cost.partners)
        expect(Math.abs(musdOf(({ partner }) => partner === who, y) - yearMusd[y])).toBeLessThan(1e-5);
    }
    const alone = terms.filter(({ price }) => price === '');
    const rest = alone.reduce(
      (sum, { quantities }) => sum + quantities.reduce((all, musd) => all + Math.abs(musd), 0),
      0,
    );
    expect(rest).toBeLessThan(1e-9 * cost.totalMusd + 1e-6);
  },
);

test('a price moved by a tenth moves the cost as the terms say', () => {
  const model = costModel(loadScenario(readFileSync('scenarios/cbo-2026.yaml', 'utf8'), catalog));
  const term = priceTerms(model).find(({ price }) => price === 'unitMusd')!;
  const dearer = structuredClone(model);
  const element = dearer.elements.find(({ id }) => id === term.owner)!;
  element.numbers.unitMusd = term.value * 1.1;
  const units = term.quantities.reduce((sum, count) => sum + count, 0);
  expect(costOfModel(dearer).totalMusd - costOfModel(model).totalMusd).toBeCloseTo(units * term.value * 0.1, 2);
});
