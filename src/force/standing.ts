import { stateCode, WORKS } from '../flow/availability.ts';
import type { SpaceElement } from '../flow/world.ts';
import type { Force } from './availability.ts';

const NOT_BUILT = stateCode('not-built');

/**
 * The force with only as many units of each element as stand on a day; the others are not built.
 *
 * Satellites come evenly: every plane gets its first before any gets its second, and gaps are halved again and again, so that any
 * number of them is spread over planes and places. Sites come in the order of the scenario; a part of a site does not work.
 *
 * @param standing share of its units that stands, by element; an element that is not named stands whole
 */
export function withStanding(force: Force, standing: ReadonlyMap<string, number>): Force {
  const thin = (states: Uint8Array, order: ArrayLike<number>, from: number) => {
    const thinned = states.slice();
    for (let k = from; k < order.length; k++) if (thinned[order[k]!] === WORKS) thinned[order[k]!] = NOT_BUILT;
    return thinned;
  };
  const shareOf = (id: string) => standing.get(id) ?? 1;
  return {
    ...force,
    stated: {
      ...force.stated,
      space: force.space.map((element, i) => {
        const states = force.stated.space[i]!;
        const share = shareOf(element.id);
        return share >= 1 ? states : thin(states, buildOrder(element), Math.round(share * element.count));
      }),
      ground: force.ground.map(({ id, count }, i) => {
        const states = force.stated.ground[i]!;
        const share = shareOf(id);
        return share >= 1 ? states : thin(states, [...Array(count).keys()], Math.floor(share * count + 1e-6));
      }),
    },
  };
}

const orders = new WeakMap<SpaceElement, Uint32Array>();

/** Units in the order in which they are put up. */
export function buildOrder(element: SpaceElement): Uint32Array {
  const known = orders.get(element);
  if (known) return known;
  const keys = new Float64Array(element.count);
  let first = 0;
  for (const part of element.parts) {
    const perPlane = part.kind === 'walker' ? part.satellitesPerPlane : 1;
    const planes = Math.max(1, Math.round(part.count / perPlane));
    for (let unit = 0; unit < part.count; unit++) {
      const plane = Math.floor(unit / perPlane);
      // places first, then planes: a whole turn over the planes for each place
      keys[first + unit] = radicalInverse(unit % perPlane) + radicalInverse(plane) / (4 * perPlane * planes);
    }
    first += part.count;
  }
  const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  orders.set(element, order);
  return order;
}

/** Digits of a number in base 2 behind the point: 0, 1/2, 1/4, 3/4, 1/8, ... ranks each half before its parts. */
function radicalInverse(index: number): number {
  let value = 0;
  let digit = 0.5;
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) value += digit;
    digit /= 2;
  }
  return value;
}
