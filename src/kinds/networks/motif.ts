import { groupBy } from '../../num/group-by.ts';
import { DEG_RAD, WGS72 } from '../../physics/constants.ts';
import type { ElementOrbits } from '../../physics/sgp4.ts';
import { satelliteCount } from '../satellite-count.ts';
import { grazingWarnings } from './grazing.ts';
import type { NetworkKind } from './network-kind.ts';
import { networkLimits } from './network-limits.ts';

/** Links to fixed neighbours among real satellites. */
export const motif: NetworkKind = {
  about: 'the same among real satellites, whose planes are found from their elements',
  isRelaying: true,
  needsElements: true,
  functionId: 'backbone',
  unitCount: satelliteCount,
  crosslinksOf(plan, { parts: [part] }) {
    if (part?.kind !== 'elements') return { pairs: new Int32Array(0), isAnew: false };
    const { crosslinkCount, firstLaserNumber } = networkLimits(plan);
    const hasLasers = (satellite: number) => Number(part.ids[satellite]) >= firstLaserNumber;
    return { pairs: motifOf(part, crosslinkCount, hasLasers).pairs, isAnew: false };
  },
  warnings: grazingWarnings,
};

/** Satellites of one plane lie this near to each other in node, inclination and height, in chains. */
const NODE_NEAR_RAD = 0.5 * DEG_RAD;
const INCLINATION_NEAR_RAD = 0.12 * DEG_RAD;
const HEIGHT_NEAR_KM = 8;
/** A plane has so many satellites at least, over so much of it: what is being raised flies in a bunch. */
const LEAST_IN_PLANE = 4;
const LEAST_SPREAD_RAD = 90 * DEG_RAD;
/** A shell has so many planes at least: heights at which fewer fly are on the way to another. */
const LEAST_PLANES = 6;
/** Planes farther apart are no neighbours. */
const MOST_NODE_RAD = 30 * DEG_RAD;

/** Planes and links found among real satellites. */
export interface Motif {
  /** [link][two satellites] */
  pairs: Int32Array;
  /** By shell, by node: satellites in the order of their phase. */
  shells: number[][][];
}

/** Mean elements of one satellite at a moment. */
interface Mean {
  satellite: number;
  nodeRad: number;
  inclinationRad: number;
  heightKm: number;
  /** From the node. */
  phaseRad: number;
}

/**
 * The links that lasers can hold among real satellites: fore and aft in the plane, and to the satellite next in phase of the planes on either side,
 * which fly along with them at less than some 2 km/s.
 *
 * Planes are chains in node, inclination and mean height; a shell is a height and inclination with six of them at least. Satellites that are being raised
 * or lowered, alone, or without lasers, have no link. The pairs are those of the epoch and are held from then on, as long as they see each other: over a day
 * satellites of one shell keep their order.
 *
 * @param linkCount links that a satellite can hold: fore and aft first
 * @param hasLasers [satellite]
 */
export function motifOf(orbits: ElementOrbits, linkCount: number, hasLasers: (satellite: number) => boolean): Motif {
  const means = meanElements(orbits).filter(({ satellite }) => hasLasers(satellite));
  const shells = shellsOf(planesOfSatellites(means));
  const links = new Links(orbits.count, linkCount);
  for (const planes of shells) for (const plane of planes) links.alongPlane(plane);
  for (const planes of shells) links.between(planes);
  return {
    pairs: Int32Array.from(links.pairs),
    shells: shells.map((planes) => planes.map((plane) => plane.map(({ satellite }) => satellite))),
  };
}

/** Node, inclination, height and phase at the epoch of the orbits, by the secular rates of SGP4. */
function meanElements({ satrecs, elementsUnixS, epochUnixS }: ElementOrbits): Mean[] {
  return satrecs.flatMap((satrec, satellite) => {
    const minutes = (epochUnixS - elementsUnixS[satellite]) / 60;
    const { nodeo, nodedot, mo, mdot, argpo, argpdot, no, t2cof, inclo, a } = satrec;
    const phase = mo + argpo + (mdot + argpdot) * minutes + no * t2cof * minutes * minutes;
    const mean = {
      satellite,
      nodeRad: turn(nodeo + nodedot * minutes),
      inclinationRad: inclo,
      heightKm: (a - 1) * WGS72.equatorialRadiusKm,
      phaseRad: turn(phase),
    };
    return Number.isFinite(mean.phaseRad + mean.nodeRad + mean.heightKm) ? [mean] : [];
  });
}

function turn(angleRad: number): number {
  const whole = 2 * Math.PI;
  return ((angleRad % whole) + whole) % whole;
}

/** Shorter way from one angle to another, -π to π. */
function wayRad(from: number, to: number): number {
  return turn(to - from + Math.PI) - Math.PI;
}

type Plane = Mean[];

/** Groups of those that are near each other, in chains. */
function chains<T>(
  items: readonly T[],
  nodeOf: (item: T) => number,
  reachRad: number,
  isNear: (a: T, b: T) => boolean,
) {
  const order = [...items].sort((a, b) => nodeOf(a) - nodeOf(b));
  const head = order.map((_, i) => i);
  const find = (i: number): number => {
    while (head[i] !== i) i = head[i] = head[head[i]];
    return i;
  };
  for (let i = 0; i < order.length; i++)
    for (let k = 1; k < order.length; k++) {
      const j = (i + k) % order.length;
      if (turn(nodeOf(order[j]) - nodeOf(order[i])) > reachRad) break;
      if (isNear(order[i], order[j])) head[find(j)] = find(i);
    }
  return [...groupBy(order.keys(), find).values()].map((group) => group.map((i) => order[i]));
}

const isOfOneShell = (a: Mean, b: Mean) =>
  Math.abs(a.inclinationRad - b.inclinationRad) <= INCLINATION_NEAR_RAD &&
  Math.abs(a.heightKm - b.heightKm) <= HEIGHT_NEAR_KM;

function planesOfSatellites(means: readonly Mean[]): Plane[] {
  return chains(means, ({ nodeRad }) => nodeRad, NODE_NEAR_RAD, isOfOneShell)
    .map((plane) => plane.sort((a, b) => a.phaseRad - b.phaseRad || a.satellite - b.satellite))
    .filter((plane) => plane.length >= LEAST_IN_PLANE && spreadRad(plane) >= LEAST_SPREAD_RAD);
}

/** How much of the circle the satellites of a plane take up. */
function spreadRad(plane: Plane): number {
  const gaps = plane.map(({ phaseRad }, k) => turn(plane[(k + 1) % plane.length].phaseRad - phaseRad));
  return 2 * Math.PI - Math.max(...gaps);
}

/** Planes by shell, each in the order of its nodes. */
function shellsOf(planes: readonly Plane[]): Plane[][] {
  const middles = planes.map((plane) => ({ plane, ...middleOf(plane) }));
  const byHeight = [...middles].sort((a, b) => a.inclinationRad - b.inclinationRad || a.heightKm - b.heightKm);
  const shells: (typeof middles)[] = [];
  for (const each of byHeight) {
    const own = shells.filter((shell) => shell.some((other) => isOfOneShell(other, each)));
    for (const shell of own) shells.splice(shells.indexOf(shell), 1);
    shells.push([...own.flat(), each]);
  }
  return shells
    .filter((shell) => shell.length >= LEAST_PLANES)
    .map((shell) => shell.sort((a, b) => a.nodeRad - b.nodeRad).map(({ plane }) => plane));
}

function middleOf(plane: Plane): Mean {
  const mean = (pick: (each: Mean) => number) => plane.reduce((sum, each) => sum + pick(each), 0) / plane.length;
  const [first] = plane;
  return {
    satellite: first.satellite,
    nodeRad: turn(first.nodeRad + mean(({ nodeRad }) => wayRad(first.nodeRad, nodeRad))),
    inclinationRad: mean(({ inclinationRad }) => inclinationRad),
    heightKm: mean(({ heightKm }) => heightKm),
    phaseRad: 0,
  };
}

/** Collects links as long as both ends have one left. */
class Links {
  readonly pairs: number[] = [];
  readonly #held: Uint8Array;
  readonly #most: number;

  constructor(satelliteCount: number, most: number) {
    this.#held = new Uint8Array(satelliteCount);
    this.#most = most;
  }

  #link(a: number, b: number): boolean {
    if (this.#held[a] >= this.#most || this.#held[b] >= this.#most) return false;
    this.#held[a]++;
    this.#held[b]++;
    this.pairs.push(a, b);
    return true;
  }

  /** Each to the next in phase. */
  alongPlane(plane: Plane): void {
    const ring = plane.length > 2 ? plane.length : plane.length - 1;
    for (let k = 0; k < ring; k++) this.#link(plane[k].satellite, plane[(k + 1) % plane.length].satellite);
  }

  /** Each plane with the next by node: one link a satellite, the nearest in phase first. */
  between(planes: readonly Plane[]): void {
    planes.forEach((plane, p) => {
      const next = planes[(p + 1) % planes.length];
      const [from, to] = [middleOf(plane), middleOf(next)];
      const nodeRad = turn(to.nodeRad - from.nodeRad);
      if (next === plane || nodeRad > MOST_NODE_RAD) return;
      // the node lies so far ahead along the track: at this difference of phase two fly side by side
      const shiftRad = nodeRad * Math.cos(from.inclinationRad);
      const mostRad = (4 * Math.PI) / Math.min(plane.length, next.length);
      const offers = plane
        .flatMap((a) => next.map((b) => ({ a, b, offRad: Math.abs(wayRad(a.phaseRad, b.phaseRad + shiftRad)) })))
        .filter(({ offRad }) => offRad <= mostRad);
      offers.sort((x, y) => x.offRad - y.offRad || x.a.satellite - y.a.satellite || x.b.satellite - y.b.satellite);
      const taken = new Set<number>();
      for (const { a, b } of offers) {
        if (taken.has(a.satellite) || taken.has(b.satellite) || !this.#link(a.satellite, b.satellite)) continue;
        taken.add(a.satellite);
        taken.add(b.satellite);
      }
    });
  }
}
