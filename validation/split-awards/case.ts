import { withLearning } from '../../src/sourcing/coupled/learning.ts';
import { cheapestPlan } from '../../src/sourcing/coupled/plan-search.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { highs, planFleet, planMaker, planOfCase } from '../plan-of.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'split-awards',
  title: 'What an order costs more that two makers share: the search against learning curves in closed form',
  level: 'independent',
  source: 'Cumulative-average and unit curves (Wright 1936), summed apart from the search; 1,000 units',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const slope = numberIn(row, 'slope');
  const share = numberIn(row, 'share');
  const [one, two] = [splitMusd(slope, 1), splitMusd(slope, share)];
  return {
    what: `${Math.round(100 * share)}/${Math.round(100 - 100 * share)} at ${slope}, ${row.curve} curve`,
    published: numberIn(row, 'value'),
    computed: 100 * (two / one - 1),
    tolerance: 0.5,
    unit: '%',
    why: 'a charge for each maker in place of the curve: exact for two halves on the cumulative-average one',
  };
}

/** Cost of the cheapest programme in which the first maker builds a share of the order, the second the rest. */
function splitMusd(slope: number, share: number): number {
  const makers = [planMaker('first', { fleetMusd: 100_000 }), planMaker('second', { fleetMusd: 100_000 })];
  const standingFraction = new Array<number>(20).fill(1); // so that the little that may be missing is little of the order
  const fleet = planFleet({ unitCount: 1000, standingFraction });
  const model = planOfCase({ fleet, makers, vehicles: [] }, { lossYr: 1, stepYr: 1 });
  const shares = [share, 1 - share];
  return cheapestPlan(
    highs,
    withLearning(model, () => slope),
    {
      makers: shares.map((each) => each > 0),
      leastFraction: shares,
      mostFraction: shares,
    },
  ).costMusd;
}
