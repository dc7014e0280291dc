import { assign } from '../../src/decide/assign.ts';
import { type EquippedLayer, equip, prepareLayers } from '../../src/engage/layer.ts';
import { opportunities } from '../../src/engage/opportunities.ts';
import { resolveShots } from '../../src/engage/resolve-shots.ts';
import { newEngagement } from '../../src/engage/state.ts';
import { targetsOf } from '../../src/engage/targets.ts';
import type { EngagementState } from '../../src/flow/engagement.ts';
import { type Opportunities, ordersAt } from '../../src/flow/orders.ts';
import type { World } from '../../src/flow/world.ts';
import { surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const WARHEADS = 20;
const INTERCEPTORS = 113;
/** Warheads that get six shots in all; the others get five: 113 interceptors for 20 warheads. */
const SIX_SHOTS = 13;
const TRIALS = 2000;
const SEED = 1998;
const DEVIATIONS = 4;
const ORDER_S = 300;

export const validation: ValidationCase = {
  id: 'wilkening-raid',
  title: 'A raid of twenty shot by shot: opportunities, assignment, kill draws',
  level: 'published',
  source: 'D. Wilkening, CISAC, Stanford (August 1998), as described by smu160.github.io (2026)',
  run: (rows) => {
    const done = new Map<string, Record<Quantity, Estimate>>();
    return rows.map((row) => {
      const key = `${row.doctrine} ${row.trackProbability}`;
      const found = done.get(key) ?? simulate(row.doctrine, numberIn(row, 'trackProbability'));
      done.set(key, found);
      return compare(row, found[row.quantity as Quantity]);
    });
  },
};

export { reference };

/** Mean over trials and its standard deviation. */
interface Estimate {
  mean: number;
  deviation: number;
}

const quantities = ['noLeaker', 'leakers', 'interceptors'] as const;
type Quantity = (typeof quantities)[number];

function compare(row: Record<string, string>, { mean, deviation }: Estimate): ValidationRow {
  const wholeShots = numberIn(row, 'wholeShots');
  return {
    what: `${row.doctrine}: ${row.quantity}, ${row.of}`,
    published: numberIn(row, 'published'),
    computed: mean,
    tolerance: DEVIATIONS * deviation + wholeShots,
    unit: row.unit,
    why: `${DEVIATIONS} standard deviations of ${TRIALS} trials${wholeShots > 0 ? ', whole shots, rounding of the figure' : ''}`,
  };
}

function simulate(doctrine: string, trackProbability: number): Record<Quantity, Estimate> {
  const { world, layers } = raid(trackProbability);
  const opening = firstChances(world, layers);
  const sums = quantities.map(() => 0);
  const squares = quantities.map(() => 0);
  for (let trial = 0; trial < TRIALS; trial++) {
    let state = newEngagement(world, layers, { seed: SEED, trial });
    if (doctrine === 'barrage')
      state = fire(world, layers[0], state, (threat) => (threat < SIX_SHOTS ? 6 : 5), 0, opening);
    else {
      state = fire(world, layers[0], state, () => 2, 0, opening);
      state = fire(world, layers[0], state, (threat) => (threat < SIX_SHOTS ? 4 : 3), 1);
    }
    const leakers = state.stoppedByLayer.filter((layer) => layer < 0).length;
    [leakers === 0 ? 1 : 0, leakers, state.layers[0].shotCount].forEach((value, q) => {
      sums[q] += value;
      squares[q] += value * value;
    });
  }
  return Object.fromEntries(
    quantities.map((quantity, q) => {
      const mean = sums[q] / TRIALS;
      return [quantity, { mean, deviation: Math.sqrt(Math.max(0, squares[q] / TRIALS - mean * mean) / TRIALS) }];
    }),
  ) as Record<Quantity, Estimate>;
}

/** Twenty missiles in midcourse and one site that reaches them all in time for two salvos. */
function raid(trackProbability: number): { world: World; layers: EquippedLayer[] } {
  const plan = surfacePlan({
    engages: ['midcourse'],
    killProbability: 0.7,
    trackProbability,
    burnoutSpeedKmS: 7,
    boostS: 180,
    maxRangeKm: 5000,
    perSiteCount: INTERCEPTORS,
  });
  const flights = Array.from({ length: WARHEADS }, () => solidFlight());
  const world = smallWorld({ layers: [{ plan, sites: [[64, -146]] }], flights, spacingS: 1 });
  return { world, layers: prepareLayers(world).map((layer) => equip(layer)) };
}

/** Opportunities of the first order: the same in every trial. A copy, for the layer's table is written anew at the next search. */
function firstChances(world: World, layers: readonly EquippedLayer[]): Opportunities {
  const orderS = new Float64Array(WARHEADS).fill(ORDER_S);
  return structuredClone(opportunities(world, layers[0], orderS, new Float64Array(1)));
}

/** The state after one salvo at every warhead that still flies, of a size that may differ: one more shot in turn as long as any is due. */
function fire(
  world: World,
  layer: EquippedLayer,
  state: EngagementState,
  shotsAt: (threat: number) => number,
  round: number,
  opening?: Opportunities,
): EngagementState {
  const flying = (threat: number) => state.stoppedByLayer[threat] < 0;
  const orderS = Float64Array.from(world.threats, (_, threat) =>
    flying(threat) ? orderTimeS(state, threat) : Number.NaN,
  );
  const chances = opening ?? opportunities(world, layer, orderS, new Float64Array(1));
  const most = Math.max(...world.threats.map((_, threat) => shotsAt(threat)));
  const orders = assign(targetsOf(chances, state, 0), state.layers[0], { salvo: most, orderS });
  const kept: number[] = [];
  const shots = new Int32Array(WARHEADS);
  for (let i = 0; i < orders.count; i++) {
    const threat = orders.threatIndex[i];
    if (shots[threat]++ < shotsAt(threat)) kept.push(i);
  }
  return resolveShots(state, world, layer, ordersAt(orders, kept), round);
}

function orderTimeS(state: EngagementState, threat: number): number {
  const lastS = state.lastInterceptS[threat];
  return Number.isNaN(lastS) ? ORDER_S : lastS + 10;
}
