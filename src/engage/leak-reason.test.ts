import { describe, expect, test } from 'vitest';
import { spaceLayer } from '../../test/fixtures/small-layers.ts';
import { smallWorld, solidFlight } from '../../test/fixtures/small-world.ts';
import { stateCode } from '../flow/availability.ts';
import { type Decisions, type EngagementState, REACHED_WHOLE } from '../flow/engagement.ts';
import { leakReasons } from '../flow/outcomes.ts';
import type { Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { equip, prepareLayers } from './layer.ts';
import { leakReasonIndices } from './leak-reason.ts';
import { newEngagement } from './state.ts';

const flight = solidFlight();
const dense = spaceLayer(60, 60);

interface Story {
  detectedS?: number;
  firstArrivalS?: number;
  decidedS?: number;
  waitedS?: number;
}

/** The reason for one threat with a story, before a shield of `layer`. */
function reasonOf(story: Story, { layer = dense, change = (_state: EngagementState, _world: World) => {} } = {}) {
  const { detectedS = Number.NaN, firstArrivalS = Number.NaN, decidedS = Number.NaN, waitedS = 0 } = story;
  const world = smallWorld({ layers: [layer], flights: [flight] });
  const layers = prepareLayers(world).map((layer) => equip(layer));
  const state = newEngagement(world, layers, { seed: 1, trial: 0 });
  change(state, world);
  const tracks = { threats: [{ detectedS, firstArrivalS }] } as Tracks;
  const made: Decisions = {
    detectedS: Float64Array.of(detectedS),
    commitS: Float64Array.of(decidedS),
    decidedS: Float64Array.of(decidedS),
    waitedS: Float64Array.of(waitedS),
  };
  const [index] = leakReasonIndices(world, layers, tracks, made, state);
  return index < 0 ? null : leakReasons[index];
}

const seen = { detectedS: 45, firstArrivalS: 46 };

describe('why a threat got through', () => {
  test('never seen, not delivered, no track', () => {
    expect(reasonOf({})).toBe('never-seen');
    expect(reasonOf({ detectedS: 45 })).toBe('undelivered');
    expect(reasonOf(seen)).toBe('no-track');
  });

  test('decided in time, in reach of some, but not one was told', () => {
    expect(reasonOf({ ...seen, decidedS: 80 })).toBe('undelivered');
  });

  test('decided too late: at detection some could have', () => {
    expect(reasonOf({ ...seen, decidedS: 300 })).toBe('decided-too-late');
  });

  test('out of reach even at detection', () => {
    const slow = spaceLayer(60, 60, { deltaVKmS: 0.1 });
    expect(reasonOf({ ...seen, decidedS: 80 }, { layer: slow })).toBe('out-of-reach');
    const out = (_state: EngagementState, world: World) => world.availability.space[0].fill(stateCode('failed'));
    expect(reasonOf({ ...seen, decidedS: 80 }, { change: out })).toBe('out-of-reach');
  });

  test('reached and an interceptor there, but its fire control guided others; fired at all the same', () => {
    const order = { ...seen, decidedS: 80 };
    const busy = (state: EngagementState, shotS = Number.NaN) => {
      state.reachable.fill(REACHED_WHOLE);
      state.unguided = Uint8Array.of(REACHED_WHOLE);
      state.lastInterceptS.fill(shotS);
    };
    expect(reasonOf(order, { change: (state) => busy(state) })).toBe('saturated');
    expect(reasonOf(order, { change: (state) => busy(state, 150) })).toBe('missed');
  });

  test('reached, but nothing left; fired at, but missed; stopped', () => {
    const order = { ...seen, decidedS: 80 };
    expect(reasonOf(order, { change: (state) => state.reachable.fill(1) })).toBe('out-of-inventory');
    expect(reasonOf(order, { change: (state) => state.lastInterceptS.fill(150) })).toBe('missed');
    expect(reasonOf(order, { change: (state) => state.stoppedByLayer.fill(0) })).toBe(null);
  });
});
