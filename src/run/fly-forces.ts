import { WORKS } from '../flow/availability.ts';
import { warheadsThrough } from '../flow/outcomes.ts';
import type { Force } from '../force/availability.ts';
import { groupBy } from '../num/group-by.ts';
import { newMemory, runTrial, runTrialAgain } from './drive.ts';
import type { Prepared } from './prepare.ts';

/** A force to be flown against, and in how many raids. */
export interface Flight {
  force: Force;
  raids: number;
}

/** What works of a force, told from that of others. */
interface ForceKeys {
  /** Of sensors, networks and command alone: what sees, carries and decides. */
  sight: string;
  whole: string;
}

interface Flown extends ForceKeys, Flight {
  leakers: number[];
}

/**
 * Warheads that get through, raid by raid, against each of several forces of one prepared architecture.
 *
 * Forces in which the same units work are flown once, for as many raids as any of them asks for; those that differ in interceptors alone share what is
 * seen, carried and decided. The same as each flown by itself.
 *
 * @param flights forces made from that of `prepared`
 * @param first number of the first raid
 * @returns by flight, [raid]; at least as many raids as were asked for
 */
export function flyForces(prepared: Prepared, flights: readonly Flight[], first: number): number[][] {
  const keysOf = forceKeys();
  const byKey = new Map<string, Flown>();
  const flown = flights.map(({ force, raids }) => {
    const keys = keysOf(force);
    const known = byKey.get(keys.whole);
    if (known) {
      known.raids = Math.max(known.raids, raids);
      return known;
    }
    const made: Flown = { ...keys, force, raids, leakers: [] };
    byKey.set(keys.whole, made);
    return made;
  });
  const bySight = groupBy(byKey.values(), ({ sight }) => sight);
  const memory = newMemory();
  const most = Math.max(0, ...flights.map(({ raids }) => raids));
  for (let raid = 0; raid < most; raid++)
    for (const alike of bySight.values()) {
      let isSeen = false;
      for (const { force, raids, leakers } of alike) {
        if (raid >= raids) continue;
        const run = isSeen ? runTrialAgain : runTrial;
        leakers.push(warheadsThrough(run({ ...prepared, force }, first + raid, memory)));
        isSeen = true;
      }
    }
  return flown.map(({ leakers }) => leakers);
}

/** Keys of forces of the same elements: equal where the same units work. Whatever else a force states comes from the scenario and is the same in all. */
export function forceKeys(): (force: Force) => ForceKeys {
  const known = new Map<string, number>();
  const letters = new TextDecoder('latin1');
  const numberOf = (states: Uint8Array) => {
    const key = letters.decode(states.map((state) => (state === WORKS ? 48 : 49)));
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  return ({ space, ground, stated }) => {
    const elements = [
      ...space.map(({ role }, i) => ({ role, states: stated.space[i] })),
      ...ground.map(({ role }, i) => ({ role, states: stated.ground[i] })),
    ].map(({ role, states }) => ({ role, number: numberOf(states) }));
    const seeing = elements.filter(({ role }) => role !== 'interceptor');
    const join = (of: typeof elements) => of.map(({ number }) => number).join();
    return { sight: join(seeing), whole: join(elements) };
  };
}
