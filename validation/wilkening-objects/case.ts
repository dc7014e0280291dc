import { assign } from '../../src/decide/assign.ts';
import { withCalls } from '../../src/decide/calls.ts';
import { type EquippedLayer, equip, prepareLayers } from '../../src/engage/layer.ts';
import { opportunities } from '../../src/engage/opportunities.ts';
import { resolveShots } from '../../src/engage/resolve-shots.ts';
import { newEngagement } from '../../src/engage/state.ts';
import { targetsOf } from '../../src/engage/targets.ts';
import type { SensorPlan, ThreatPlan } from '../../src/flow/architecture.ts';
import type { EngagementState } from '../../src/flow/engagement.ts';
import type { Opportunities } from '../../src/flow/orders.ts';
import type { Custody } from '../../src/flow/tracks.ts';
import type { World } from '../../src/flow/world.ts';
import { normalQuantile } from '../../src/num/special.ts';
import { spaceLayer, surfacePlan } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const MISSILES = 10;
const TRIALS = 2000;
const SEED = 1998;
const DEVIATIONS = 4;
/** After the last burnout, so that every warhead and decoy is by itself. */
const ORDER_S = 300;
const BOOST_ORDER_S = 60;
const [P_WW, P_DW] = [0.9, 0.2];

export const validation: ValidationCase = {
  id: 'wilkening-objects',
  title: 'Warheads and decoys shot by shot: what is called a warhead, and what a boost kill takes with it',
  level: 'published',
  source: 'D. Wilkening, CISAC, Stanford (August 1998), as described by smu160.github.io (2026)',
  run: (rows) => {
    const done = new Map<string, Record<Quantity, Estimate>>();
    return rows.map((row) => {
      const found = done.get(row.case) ?? simulate(setups[row.case]());
      done.set(row.case, found);
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

const quantities = ['kill', 'leakers', 'noLeaker', 'objects'] as const;
type Quantity = (typeof quantities)[number];

function compare(row: Record<string, string>, { mean, deviation }: Estimate): ValidationRow {
  const wholeShots = numberIn(row, 'wholeShots');
  return {
    what: `${row.case}: ${row.quantity}, ${row.of}`,
    published: numberIn(row, 'published'),
    computed: mean,
    tolerance: DEVIATIONS * deviation + wholeShots,
    unit: row.unit,
    why: `${DEVIATIONS} standard deviations of ${TRIALS} trials${wholeShots > 0 ? ', and whole shots' : ''}`,
  };
}

interface Setup {
  world: World;
  layers: EquippedLayer[];
  /** By layer: opportunities of its one order, the same in every trial. */
  chances: Opportunities[];
  custody: Custody;
}

const gmd = { killProbability: 0.56, trackProbability: 0.9, perSiteCount: 44, salvo: 44 };
const setups: Record<string, () => Setup> = {
  alone: () => setup([site(gmd)], {}),
  decoys: () => setup([site(gmd)], { decoys: 5 }),
  'told-apart': () => setup([site(gmd)], { decoys: 5 }, normalQuantile(P_WW) - normalQuantile(P_DW)),
  'layers-1': () => setup(twoLayers(), {}),
  'layers-10': () => setup(twoLayers(), { warheadCount: 10 }),
};

/** A site that reaches every object in midcourse. */
function site(plan: object) {
  const common = { engages: ['midcourse'], burnoutSpeedKmS: 7, boostS: 180, maxRangeKm: 5000 };
  return { plan: surfacePlan({ ...common, ...plan }), sites: [[64, -146] as const] };
}

function twoLayers() {
  const boost = spaceLayer(60, 60, { killProbability: 0.8, salvo: 1, perUnitCount: MISSILES });
  return [boost, site({ killProbability: 0.9, perSiteCount: 200, salvo: 1 })];
}

function setup(stands: ReturnType<typeof twoLayers>, threat: Partial<ThreatPlan>, separation = 0): Setup {
  const flights = Array.from({ length: MISSILES }, () => solidFlight());
  const sensors = separation > 0 ? [{ plan: radar(separation) }] : [];
  const world = smallWorld({ sensors, layers: stands, flights, threat: { warheadCount: 1, decoys: 0, ...threat } });
  const layers = prepareLayers(world).map((layer) => equip(layer));
  const chances = layers.map((layer) => {
    const orderS = new Float64Array(MISSILES).fill(layer.plan.basing === 'space' ? BOOST_ORDER_S : ORDER_S);
    return structuredClone(opportunities(world, layer, orderS, layer.noDelayS));
  });
  return { world, layers, chances, custody: seenLong() };
}

/** A radar that tells warheads from decoys at once. */
function radar(discriminationDPrime: number): SensorPlan {
  const plan = {
    id: 'radar',
    platform: 'ground' as const,
    revisitS: 1,
    looksCount: 1,
    angleErrorUrad: 1,
    terminals: [],
  };
  return { ...plan, name: 'radar', discriminationDPrime, discriminationS: 1, warheadCalledProbability: P_WW };
}

/** Every missile watched for a minute, a look a second, before the order. */
function seenLong(): Custody {
  const lookS = Float64Array.from({ length: 60 }, (_, i) => ORDER_S - 60 + i);
  const none = new Float64Array(0);
  const errors = { updateS: none, positionErrorKm: none, velocityErrorKmS: none };
  const looks = { arrivalS: lookS, lookS, newestS: lookS, sensorIndex: new Int32Array(60) };
  return { isAssumed: false, threats: Array.from({ length: MISSILES }, () => ({ ...looks, ...errors })) };
}

function simulate({ world, layers, chances, custody }: Setup): Record<Quantity, Estimate> {
  const sums = quantities.map(() => 0);
  const squares = quantities.map(() => 0);
  for (let trial = 0; trial < TRIALS; trial++) {
    let state = newEngagement(world, layers, { seed: SEED, trial });
    for (const layer of layers) state = fire(world, layer, state, chances[layer.index], custody);
    measure(state).forEach((value, q) => {
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

function fire(
  world: World,
  layer: EquippedLayer,
  before: EngagementState,
  chances: Opportunities,
  custody: Custody,
): EngagementState {
  const state = withCalls(before, world, layer, chances, custody);
  const targets = targetsOf(chances, state, layer.index);
  const orderS = new Float64Array(MISSILES).fill(ORDER_S);
  const orders = assign(targets, state.layers[layer.index], { salvo: layer.plan.salvo, orderS });
  return resolveShots(state, world, layer, orders, 0);
}

/** In the order of the quantities. */
function measure({ objects, stoppedByLayer, shots }: EngagementState): number[] {
  let warheads = 0;
  let through = 0;
  for (let i = 0; i < objects.count; i++) {
    if (!objects.isWarhead[i]) continue;
    warheads++;
    if (stoppedByLayer[i] < 0) through++;
  }
  const shotAt = new Set(shots.map(({ objectIndex }) => objectIndex)).size;
  return [1 - through / warheads, through, through === 0 ? 1 : 0, shotAt];
}
