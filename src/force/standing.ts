import { type Availability, allWork, stateCode, type UnitState, WORKS } from '../flow/availability.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { type Force, type ForceElements, planeRun } from './availability.ts';

const NOT_BUILT = stateCode('not-built');

/** What a loss took of an element: shares of all its units that stood before and after. */
export interface StandingLoss {
  element: string;
  beforeFraction: number;
  afterFraction: number;
  state: 'lost-unit' | 'lost-plane' | 'lost-site' | 'denied' | 'worn-out';
  /** Which planes or sites; absent: units spread evenly. */
  planes?: readonly { shell: number; plane: number }[];
  sites?: readonly string[];
}

/**
 * The force with only as many units of each element as stand on a day; the others are not built, or were lost.
 *
 * Satellites come evenly: every plane gets its first before any gets its second, and gaps are halved again and again, so that any
 * number of them is spread over planes and places. Sites come in the order of the scenario; a part of a site does not work. What is lost
 * without a place goes in the opposite order, so that what is left is spread as evenly. Lost planes and sites are filled last.
 *
 * @param standing share of its units that stands, by element; an element that is not named stands whole
 * @param losses until that day, in order of time
 */
export function withStanding(
  force: Force,
  standing: ReadonlyMap<string, number>,
  losses: readonly StandingLoss[] = [],
): Force {
  const thin = (states: Uint8Array, { order, lost }: Places, from: number) => {
    const thinned = states.slice();
    for (let k = from; k < order.length; k++) {
      const unit = order[k];
      if (thinned[unit] === WORKS) thinned[unit] = lost?.[unit] || NOT_BUILT;
    }
    return thinned;
  };
  const shareOf = (id: string) => standing.get(id) ?? 1;
  return {
    ...force,
    stated: {
      ...force.stated,
      space: force.space.map((element, i) => {
        const states = force.stated.space[i];
        const share = shareOf(element.id);
        if (share >= 1) return states;
        const own = losses.filter((loss) => loss.element === element.id);
        const places = afterLosses({ order: buildOrder(element) }, own, (loss) => inPlanes(element, loss));
        return thin(states, places, Math.round(share * element.count));
      }),
      ground: force.ground.map((element, i) => {
        const states = force.stated.ground[i];
        const share = shareOf(element.id);
        if (share >= 1) return states;
        const own = losses.filter((loss) => loss.element === element.id);
        const order = [...Array(element.count).keys()];
        const places = afterLosses({ order }, own, (loss) => atSites(element, loss));
        return thin(states, places, Math.floor(share * element.count + 1e-6));
      }),
    },
  };
}

/**
 * What works where nothing fails, and only a share of its units is left of some elements: which, see {@link withStanding}.
 *
 * @param remaining share of its units that is left, by element; an element that is not named is whole
 */
export function workingShare(elements: ForceElements, remaining: ReadonlyMap<string, number>): Availability {
  return withStanding({ ...elements, stated: allWork(elements), silences: [] }, remaining).stated;
}

/** Units in the order in which they are put up, and the state of those that were lost. */
interface Places {
  order: ArrayLike<number>;
  lost?: Uint8Array;
}

function afterLosses(
  { order }: Places,
  losses: readonly StandingLoss[],
  isHit: (loss: StandingLoss) => ((unit: number) => boolean) | undefined,
): Places {
  if (losses.length === 0) return { order };
  let units = Array.from(order);
  const lost = new Uint8Array(units.length);
  for (const loss of losses) {
    const before = Math.round(loss.beforeFraction * units.length);
    const standing = units.slice(0, before);
    for (const unit of standing) lost[unit] = WORKS; // whatever was lost earlier has been put up again
    const state = stateCode(loss.state);
    const hits = isHit(loss);
    if (hits === undefined) {
      for (const unit of standing.slice(Math.round(loss.afterFraction * units.length))) lost[unit] = state;
      continue;
    }
    for (const unit of standing) if (hits(unit)) lost[unit] = state;
    units = [...units.filter((unit) => !hits(unit)), ...units.filter(hits)];
  }
  return { order: units, lost };
}

function inPlanes({ parts }: SpaceElement, { planes }: StandingLoss): ((unit: number) => boolean) | undefined {
  if (planes === undefined) return undefined;
  const gone = new Set<number>();
  for (const { shell, plane } of planes)
    for (const [from, to] of planeRun(parts, shell, plane)) for (let unit = from; unit < to; unit++) gone.add(unit);
  return (unit) => gone.has(unit);
}

function atSites({ siteIds }: GroundElement, { sites }: StandingLoss): ((unit: number) => boolean) | undefined {
  return sites && ((unit) => sites.includes(siteIds[unit]));
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
  const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a] - keys[b] || a - b);
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

/** The force with whole elements out, and why. */
export function withOut(force: Force, out: ReadonlyMap<string, UnitState>): Force {
  if (out.size === 0) return force;
  const mark = (id: string, states: Uint8Array) => {
    const state = out.get(id);
    return state === undefined ? states : states.map((own) => (own === WORKS ? stateCode(state) : own));
  };
  const { stated, space, ground } = force;
  return {
    ...force,
    stated: {
      ...stated,
      space: space.map(({ id }, i) => mark(id, stated.space[i])),
      ground: ground.map(({ id }, i) => mark(id, stated.ground[i])),
    },
  };
}

/** The force with cables cut and landings lost beside those that already are. */
export function withCablesOut(force: Force, cables: Iterable<string>, landings: Iterable<string>): Force {
  const marked = (ids: Iterable<string>, state: UnitState) =>
    Object.fromEntries(Array.from(ids, (id) => [id, stateCode(state)]));
  const { stated } = force;
  return {
    ...force,
    stated: {
      ...stated,
      cables: { ...marked(cables, 'lost-unit'), ...stated.cables },
      landings: { ...marked(landings, 'lost-site'), ...stated.landings },
    },
  };
}
