import { supplyGraph } from '../../src/dependence/supply-graph.ts';
import { healthWithout } from '../../src/dependence/supply-health.ts';
import type { Architecture, PartnerBook } from '../../src/flow/architecture.ts';
import { replenish } from '../../src/sourcing/replenish.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'partner-cases',
  title: 'Partners who left or failed: direction and size of the loss',
  level: 'back-test',
  source: 'Seradata 2022, NetBlocks at second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

type Computed = Pick<ValidationRow, 'computed' | 'tolerance' | 'why' | 'misses'>;
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
    networks: [{ id: 'net', name: 'net', crosslinks: 'none', shells: [] }],
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
  switch (what) {
    case 'oneweb-soyuz: share of the constellation left': {
      const { remainingFraction } = replenish(648, 6, () => 0, 1, 428 / 648);
      return {
        computed: remainingFraction[1],
        tolerance: 0.12,
        why: 'the model wears a sixth out in the year; these were new',
      };
    }
    case 'starlink-control-plane: traffic left': {
      const graph = graphOf([edge('supplies', 'software', 'net', 'control', 1)]);
      return {
        computed: healthWithout(graph, new Set(['software']))('element:net'),
        tolerance: 0.05,
        why: 'a figure of traffic by a third party',
        misses: 'the model takes the network whole with its control plane',
      };
    }
    default:
      throw new RangeError(`unknown case: ${what}`);
  }
}

function compare(row: Record<string, string>): ValidationRow {
  const what = `${row.case}: ${row.quantity}`;
  return { what, published: numberIn(row, 'observed'), unit: row.unit, ...computed(what) };
}
