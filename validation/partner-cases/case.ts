import { launchPool } from '../../src/dependence/launch-pool.ts';
import { supplyGraph } from '../../src/dependence/supply-graph.ts';
import { healthWithout } from '../../src/dependence/supply-health.ts';
import type { Architecture, PartnerBook } from '../../src/flow/architecture.ts';
import { buildYr, replenish } from '../../src/sourcing/replenish.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'partner-cases',
  title: 'Partners who left or failed: direction and size of the loss',
  level: 'published',
  source: 'Seradata 2022, trade press 2024 to 2026, GAO and NetBlocks at second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

type Computed = Pick<ValidationRow, 'computed' | 'tolerance' | 'why'>;
type Edge = NonNullable<PartnerBook['edges']>[number];

const edge = (kind: Edge['kind'], from: string, to: string, group: string, shareFraction: number): Edge => ({
  kind,
  from,
  to,
  group,
  shareFraction,
  role: 'contract',
  source: 'test',
  where: 'test',
  basis: 'stated',
});

/** A scenario of one network on one book of partners. */
function graphOf(edges: Edge[]) {
  const members = [...new Set(edges.map(({ from }) => from))].map((id) => ({ id, name: id }));
  const architecture = {
    epochUtc: '2026-07-31T00:00:00Z',
    networks: [{ id: 'net', name: 'net', shells: [] }],
    sensors: [],
    interceptors: [],
    command: [],
    launch: { launchers: [] },
    uses: [],
    partners: { id: 'book', name: 'book', members, functions: [], parts: [], edges },
  };
  return supplyGraph(architecture as unknown as Architecture);
}

function computed(what: string): Computed {
  const exact = { tolerance: 0.005, why: 'arithmetic of the case' };
  switch (what) {
    case 'oneweb-soyuz: share of the constellation left': {
      const { remainingFraction } = replenish(648, 6, () => 0, 1, 428 / 648);
      return {
        computed: remainingFraction[1],
        tolerance: 0.12,
        why: 'the model wears a sixth out in the year; these were new',
      };
    }
    case 'oneweb-soyuz: launches that somebody else had to make':
      return { computed: Math.ceil((648 - 428) / 36), ...exact };
    case 'vulcan-falcon: share of the swapped missions that the second vehicle took':
      return { computed: Math.min(1, freeFalconsPerYr(0) / 4), ...exact };
    case 'vulcan-falcon: delay of the swapped missions':
      return { computed: firstFreeYr(), tolerance: 0.5, why: 'the model knows no time for booking' };
    case 'raytheon-tracking: share of the planned satellites left': {
      const graph = graphOf([
        edge('builds', 'l3harris', 'net', 'makers', 0.4),
        edge('builds', 'northrop', 'net', 'makers', 0.4),
        edge('builds', 'rtx', 'net', 'makers', 0.2),
      ]);
      return { computed: healthWithout(graph, new Set(['rtx']))('element:net'), ...exact };
    }
    case 'raytheon-tracking: shortfall of the minimum product': {
      const graph = graphOf([
        edge('builds', 'others', 'net', 'makers', 0.8),
        edge('builds', 'rtx', 'net', 'makers', 0.2),
      ]);
      return { computed: Math.max(0, 28 - 35 * healthWithout(graph, new Set(['rtx']))('element:net')), ...exact };
    }
    case 'mynaric-terminals: delay of the first launch':
      return {
        computed: buildYr(0.5 * (500 - 20), () => 312, 5) ?? Number.NaN,
        tolerance: 0.5,
        why: 'share and rate of the maker are assumptions',
      };
    case 'starlink-control-plane: traffic left': {
      const graph = graphOf([edge('supplies', 'software', 'net', 'control', 1)]);
      return {
        computed: healthWithout(graph, new Set(['software']))('element:net'),
        tolerance: 0.2,
        why: 'the model takes the whole network',
      };
    }
    default:
      throw new RangeError(`unknown case: ${what}`);
  }
}

/** Falcon 9 as the catalog has it: 165 launches a year, three quarters bound to others. */
const falcon = {
  id: 'falcon-9',
  name: 'Falcon 9',
  status: 'flying',
  payloadKg: 17_500,
  cadencePerYr: 165,
  cadenceMaxPerYr: 180,
  rampYr: 0.5,
  otherCustomersFraction: 0.75,
};

function freeFalconsPerYr(tYr: number): number {
  const pool = launchPool(graphOf([]), new Map([[falcon.id, falcon as never]]), [falcon.id]);
  return pool.reduce((sum, each) => sum + each.launchesPerYr(tYr), 0);
}

/** First time at which the second vehicle has room for the four missions. */
function firstFreeYr(): number {
  let tYr = 0;
  while (tYr < 10 && freeFalconsPerYr(tYr) < 4) tYr += 1 / 12;
  return tYr;
}

function compare(row: Record<string, string>): ValidationRow {
  const what = `${row.case}: ${row.quantity}`;
  return { what, published: numberIn(row, 'observed'), unit: row.unit, ...computed(what) };
}
