import type { CostResult } from '../flow/cost.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import type { PriceTerm } from '../flow/price-term.ts';
import { costOfModel } from './cost.ts';
import { type CostModel, costNumberNames, vehicleNumberNames } from './cost-model.ts';

const STEP = 1e-3;
/** Money below a dollar, in millions. */
const DOLLAR_MUSD = 1e-6;
const MONEY = /Musd|Usd/;

interface Price {
  owner: string;
  price: string;
  partner?: string;
  read(model: CostModel): number | undefined;
  write(model: CostModel, value: number): void;
}

/**
 * The cost as prices times quantities.
 *
 * With counts, lives and the choice of vehicles as they are, the cost is a sum of prices, each times what is bought at it. The quantities are
 * differences of the cost itself, so that learning, growth and shares of a launch are in them. What that does not give to the dollar stands in a
 * term of its own.
 *
 * @returns the terms with money in them; by element and year they add up to `cost`
 */
export function priceTerms(model: CostModel, cost: CostResult = costOfModel(model)): PriceTerm[] {
  const found = pricesOf(model).flatMap((price): PriceTerm[] => {
    const value = price.read(model) ?? 0;
    if (!(value > 0)) return [];
    const raised = structuredClone(model);
    price.write(raised, value * (1 + STEP));
    const after = costOfModel(raised);
    return cost.elements.flatMap(({ id: element, role, partner = UNNAMED, yearMusd }, e) => {
      const moved = after.elements[e].yearMusd.map((musd, y) => (musd - yearMusd[y]) / STEP);
      if (moved.every((musd) => Math.abs(musd) < DOLLAR_MUSD)) return [];
      const quantities = moved.map((musd) => musd / value);
      return [
        { element, role, partner: price.partner ?? partner, owner: price.owner, price: price.price, value, quantities },
      ];
    });
  });
  return [...found, ...restTerms(cost, found)];
}

/** What the terms of an element miss. */
function restTerms(cost: CostResult, terms: readonly PriceTerm[]): PriceTerm[] {
  return cost.elements.flatMap(({ id: element, role, partner = UNNAMED, yearMusd }) => {
    const own = terms.filter((term) => term.element === element);
    const rest = yearMusd.map((musd, y) =>
      own.reduce((left, { value, quantities }) => left - value * quantities[y], musd),
    );
    if (rest.every((musd) => Math.abs(musd) < DOLLAR_MUSD)) return [];
    return [{ element, role, partner, owner: element, price: '', value: 1, quantities: rest }];
  });
}

function pricesOf({ elements, vehicles }: CostModel): Price[] {
  const ofElements = elements.flatMap(({ id, numbers, launchIncluded }, e): Price[] =>
    costNumberNames
      .filter((name) => MONEY.test(name) && numbers[name] !== undefined)
      .map((name) => ({
        owner: id,
        price: name,
        ...(name === 'launchUsdKg' && !launchIncluded && { partner: 'launch' }), // inside a unit's price it is its maker's
        read: (model) => model.elements[e].numbers[name],
        write: (model, value) => void Object.assign(model.elements[e].numbers, { [name]: value }),
      })),
  );
  const terminals = elements.map(
    ({ id }, e): Price => ({
      owner: id,
      price: 'terminalsMusd',
      read: (model) => model.elements[e].terminalsMusd,
      write: (model, value) => void Object.assign(model.elements[e], { terminalsMusd: value }),
    }),
  );
  const ofVehicles = vehicles.flatMap(({ id, partner = 'launch', numbers }, v): Price[] =>
    vehicleNumberNames
      .filter((name) => MONEY.test(name) && numbers[name] !== undefined)
      .map((name) => ({
        owner: id,
        price: name,
        partner,
        read: (model) => model.vehicles[v].numbers[name],
        write: (model, value) => void Object.assign(model.vehicles[v].numbers, { [name]: value }),
      })),
  );
  const byKg: Price = {
    owner: '',
    price: 'usdKg',
    partner: 'launch',
    read: ({ usdKg }) => usdKg,
    write: (model, value) => void Object.assign(model, { usdKg: value }),
  };
  return [...ofElements, ...terminals, ...ofVehicles, byKg];
}
