import { providersOf } from '../dependence/providers.ts';
import type { Architecture, FailurePlan } from '../flow/architecture.ts';
import { type Availability, allWork, NOT_DRAWN, stateCode, type UnitState, WORKS } from '../flow/availability.ts';
import { entryOf } from '../flow/stream-keys.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import { type RandomStream, randomStream } from '../num/random.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { fadedLinks } from './fading.ts';
import { isJammed } from './jammed.ts';

const FAILED = stateCode('failed');
const DESIGN_FAULT = stateCode('design-fault');
const HOURS_YR = 8766;

/** The elements that stand or fly, as the world compiles them. */
export interface ForceElements {
  space: readonly SpaceElement[];
  ground: readonly GroundElement[];
}

/** The force of a scenario before chance: what all raids share. */
export interface Force extends ForceElements {
  /** What is out by statement; everything else works. */
  stated: Availability;
  /** Networks that go silent together, and the chance that they are at a moment. */
  silences: { stream: string; networks: { elementIndex: number; probability: number }[] }[];
}

/**
 * Applies what a scenario states: partners off, control planes down, planes and gateways out, jammed regions.
 *
 * A partner who is off takes at once what it provides and nothing that it only builds (see `isDenied`). A control plane is named
 * by itself or by any network on it and takes every network on it.
 */
export function prepareForce(architecture: Architecture, elements: ForceElements): Force {
  const { failures } = architecture;
  const stated = allWork(elements);
  const mark = (states: Uint8Array, state: UnitState, from = 0, to = states.length) => {
    for (let unit = from; unit < to; unit++) if (states[unit] === WORKS) states[unit] = stateCode(state);
  };
  const denied = deniedBy(architecture, failures.partnersOff);
  elements.ground.forEach(({ id }, i) => {
    if (denied.has(id)) mark(stated.ground[i], 'denied');
  });
  elements.space.forEach((element, i) => {
    const states = stated.space[i];
    if (denied.has(element.id)) mark(states, 'denied');
    if (element.role === 'network' && isControlDown(architecture, element.planIndex))
      mark(states, 'control-plane-down');
    for (const [from, to] of planesOut(element, failures)) mark(states, 'lost-plane', from, to);
  });
  return {
    space: elements.space,
    ground: elements.ground,
    stated: {
      ...stated,
      gateways: gatewaysOut(architecture),
      ...(failures.fading && { faded: fadedLinks(architecture, () => 0) }),
      cables: namedOut(failures.cablesOut, 'lost-unit'),
      landings: namedOut(failures.landingsOut, 'lost-site'),
    },
    silences: silencesOf(architecture, elements.space),
  };
}

/** How the force of a raid is drawn where many raids follow each other. */
export interface BriefForce {
  /** That of the raid before, whose arrays are written over. */
  reuse: Availability | undefined;
}

/**
 * What works in one raid: the one place where it is decided.
 *
 * On top of what is stated each satellite is out with the chance that its availability and `satelliteOutProbability` leave, each
 * site with that of its availability, apart from each other; networks on one control plane go silent together, and sensors of one design by
 * a common fault. The draw of a unit belongs
 * to the unit, whatever the chance: variants share their luck.
 *
 * @param architecture that of the force, or a variant of it with other availabilities
 * @param brief interceptors are left to be drawn one by one: of thousands only few come near a threat
 */
export function availabilityAt(
  force: Force,
  architecture: Architecture,
  trial: number,
  brief?: BriefForce,
): Availability {
  const { seed } = architecture.analysis;
  const { stated } = force;
  const reuse = brief?.reuse;
  const ground = force.ground.map((element, i) => {
    const states = copyOf(stated.ground[i], reuse?.ground[i]);
    const works = worksProbability(architecture, element);
    if (works < 1)
      for (let unit = 0; unit < element.count; unit++) {
        const isOut = randomStream(seed, trial, `outages:${element.unitKeys[unit]}`).uniform() >= works;
        if (isOut && states[unit] === WORKS) states[unit] = FAILED;
      }
    return states;
  });
  const space = force.space.map((element, i) => {
    const states = copyOf(stated.space[i], reuse?.space[i]);
    const works = worksProbability(architecture, element);
    if (!(works < 1)) return states;
    const isLate = brief !== undefined && element.role === 'interceptor' && works > 0;
    const draws = isLate || works <= 0 ? undefined : outageDraws(element, seed, trial);
    for (let unit = 0; unit < element.count; unit++) {
      if (states[unit] !== WORKS) continue;
      if (isLate) states[unit] = NOT_DRAWN;
      else if (!draws || draws.uniformAt(unit) >= works) states[unit] = FAILED;
    }
    return states;
  });
  markSilent(force, space, seed, trial);
  markFaulty(force, architecture, { space, ground }, trial);
  const drawn = (site: string, cause: string) => randomStream(seed, trial, `fading:${cause}/${site}`).uniform();
  const faded = architecture.failures.fading && fadedLinks(architecture, drawn);
  return new RaidAvailability({ ...stated, ...(faded && { faded }), space, ground }, force, { architecture, trial });
}

/** What works in one raid, with the satellites that are still to be drawn. It holds nothing of the raid before. */
class RaidAvailability implements Availability {
  readonly space: Uint8Array[];
  readonly ground: Uint8Array[];
  readonly gateways: Availability['gateways'];
  readonly faded: Availability['faded'];
  readonly cables: Availability['cables'];
  readonly landings: Availability['landings'];
  readonly #elements: readonly SpaceElement[];
  readonly #architecture: Architecture;
  readonly #trial: number;
  /** By element. */
  readonly #draws: (RandomStream | undefined)[] = [];

  constructor(states: Omit<Availability, 'draw'>, { space: elements }: Force, of: RaidOf) {
    this.space = states.space;
    this.ground = states.ground;
    this.gateways = states.gateways;
    this.faded = states.faded;
    this.cables = states.cables;
    this.landings = states.landings;
    this.#elements = elements;
    this.#architecture = of.architecture;
    this.#trial = of.trial;
  }

  draw(elementIndex: number, unit: number): number {
    const states = this.space[elementIndex];
    if (states[unit] !== NOT_DRAWN) return states[unit];
    const element = this.#elements[elementIndex];
    this.#draws[elementIndex] ??= outageDraws(element, this.#architecture.analysis.seed, this.#trial);
    const isOut = this.#draws[elementIndex].uniformAt(unit) >= worksProbability(this.#architecture, element);
    states[unit] = isOut ? FAILED : WORKS;
    return states[unit];
  }
}

interface RaidOf {
  architecture: Architecture;
  trial: number;
}

function outageDraws({ key }: SpaceElement, seed: number, trial: number): RandomStream {
  return randomStream(seed, trial, `outages:${key}`);
}

function copyOf(stated: Uint8Array, reuse?: Uint8Array): Uint8Array {
  if (!reuse) return stated.slice();
  reuse.set(stated);
  return reuse;
}

/** Chance that a unit of an element works as far as nothing is stated of it. */
function worksProbability(architecture: Architecture, { role, planIndex, ...element }: SpaceElement | GroundElement) {
  if (role === 'command') return 1;
  const lists = {
    network: architecture.networks,
    sensor: architecture.sensors,
    interceptor: architecture.interceptors,
  };
  const { satelliteAvailabilityProbability = 1 } = lists[role][planIndex];
  const isSatellite = 'parts' in element;
  return satelliteAvailabilityProbability * (isSatellite ? 1 - architecture.failures.satelliteOutProbability : 1);
}

/** Elements of which one of some partners is a provider. */
function deniedBy(architecture: Architecture, partners: readonly string[]): Set<string> {
  if (partners.length === 0) return new Set();
  const providers = [...providersOf(architecture)];
  return new Set(providers.filter(([, names]) => names.some((name) => partners.includes(name))).map(([id]) => id));
}

function isControlDown({ networks, failures }: Architecture, planIndex: number): boolean {
  const { id, controlPlane } = networks[planIndex];
  const down = failures.controlPlanesDown;
  if (down.includes(id)) return true;
  if (controlPlane === undefined) return false;
  return (
    down.includes(controlPlane) || networks.some((plan) => plan.controlPlane === controlPlane && down.includes(plan.id))
  );
}

/** Runs of units, from the first to past the last, of the planes of an element that are stated as out. */
function planesOut({ id, parts }: SpaceElement, failures: FailurePlan): [from: number, to: number][] {
  return failures.planesOut
    .filter(({ element }) => element === id)
    .flatMap(({ shell, plane }) => planeRun(parts, shell, plane));
}

/** Units of a plane, from the first to past the last; none where the shell has no such plane. */
export function planeRun(parts: SpaceElement['parts'], shell: number, plane: number): [from: number, to: number][] {
  const part = parts[shell];
  if (part?.kind !== 'walker' || plane >= part.planes) return [];
  const first = parts.slice(0, shell).reduce((sum, { count }) => sum + count, 0) + plane * part.satellitesPerPlane;
  return [[first, first + part.satellitesPerPlane]];
}

function namedOut(ids: readonly string[] = [], state: UnitState): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, stateCode(state)]));
}

function gatewaysOut({ networks, sites, failures }: Architecture): Record<string, number> {
  const out: Record<string, number> = {};
  for (const site of new Set(networks.flatMap(({ gateways = [] }) => gateways))) {
    const place = sites[site];
    if (failures.gatewaysOut.includes(site)) out[site] = stateCode('lost-site');
    else if (place && isJammed({ latRad: place.latDeg * DEG_RAD, lonRad: place.lonDeg * DEG_RAD }, failures.jammed))
      out[site] = stateCode('jammed');
  }
  return out;
}

function silencesOf({ networks }: Architecture, space: readonly SpaceElement[]): Force['silences'] {
  const found = new Map<string, Force['silences'][number]>();
  space.forEach(({ role, planIndex, key }, elementIndex) => {
    if (role !== 'network') return;
    const plan = networks[planIndex];
    const { outageHYr } = networkLimits(plan);
    if (outageHYr <= 0) return;
    const stream = `silence:${plan.controlPlane ?? key}`;
    const silence = found.get(stream) ?? { stream, networks: [] };
    silence.networks.push({ elementIndex, probability: outageHYr / HOURS_YR });
    found.set(stream, silence);
  });
  return [...found.values()];
}

/** Sensors of a design that a common fault silences in this raid: one draw for all that are made from one catalog entry. */
function markFaulty(
  force: Force,
  { sensors, analysis: { seed } }: Architecture,
  states: Pick<Availability, 'space' | 'ground'>,
  trial: number,
): void {
  const mark = (elements: readonly (SpaceElement | GroundElement)[], lists: Uint8Array[]) => {
    elements.forEach(({ role, planIndex, key }, i) => {
      if (role !== 'sensor') return;
      const plan = sensors[planIndex];
      const { designFaultProbability = 0 } = plan;
      if (!(designFaultProbability > 0)) return;
      const stream = randomStream(seed, trial, `fault:sensor/${entryOf(plan) ?? key}`);
      if (stream.uniform() >= designFaultProbability) return;
      const own = lists[i];
      for (let unit = 0; unit < own.length; unit++) if (own[unit] === WORKS) own[unit] = DESIGN_FAULT;
    });
  };
  mark(force.space, states.space);
  mark(force.ground, states.ground);
}

function markSilent({ silences }: Force, space: Uint8Array[], seed: number, trial: number): void {
  for (const { stream, networks } of silences) {
    const draw = randomStream(seed, trial, stream).uniform();
    for (const { elementIndex, probability } of networks) {
      if (draw >= probability) continue;
      const states = space[elementIndex];
      for (let unit = 0; unit < states.length; unit++)
        if (states[unit] === WORKS) states[unit] = stateCode('network-silent');
    }
  }
}
