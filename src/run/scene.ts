import type { Architecture } from '../flow/architecture.ts';
import { type Availability, WORKS } from '../flow/availability.ts';
import type { Scene, SceneLink, SceneObject, ScenePlace } from '../flow/scene.ts';
import type { SpaceElement, World } from '../flow/world.ts';
import { turnAxesZ } from '../physics/frames.ts';
import { type Orbits, orbitStatesEci } from '../physics/orbits.ts';
import { gmstRad, isoFromUnixS } from '../physics/time.ts';
import { positionAt } from '../physics/trajectory.ts';
import { routeEnd } from '../transport/ends.ts';
import { outagesOf } from '../transport/outages.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import { trialRecord } from './drive.ts';
import type { Prepared } from './prepare.ts';

/** What of a scenario is exported. */
export interface SceneChoice {
  /** Elements by id; all space elements where empty. */
  elements: string[];
  /** Start, seconds after the epoch. */
  fromS: number;
  durationS: number;
  stepS: number;
  /** Trial whose raid is shown; absent: no raid. */
  trial?: number;
  /** Whether the routes of the scenario are followed. */
  routes: boolean;
  /** Satellites that are there; absent: all. */
  availability?: Pick<Availability, 'space'>;
}

/** Satellites, raid, places and used links of a scenario over a span of time. */
export function sceneOf(prepared: Prepared, choice: SceneChoice): Scene {
  const { architecture, elements } = prepared;
  const { durationS, stepS } = choice;
  const world = choice.trial === undefined ? undefined : trialRecord(prepared, choice.trial, 'world');
  const fromS = world?.startS ?? choice.fromS;
  const startUnixS = architecture.epochUnixS + fromS;
  const states = choice.availability?.space;
  const objects = elements.space.flatMap((element, i) => {
    if (choice.elements.length > 0 && !choice.elements.includes(element.id)) return [];
    const isThere = (unit: number) => !states || states[i][unit] === WORKS;
    return satellites(prepared, element, { fromS, durationS, stepS }, (_, unit) => isThere(unit));
  });
  const links = choice.routes ? routeLinks(prepared, fromS, durationS, stepS) : [];
  const missing = new Set(links.flatMap(({ from, to }) => [from, to]));
  for (const { id } of objects) missing.delete(id);
  for (const element of missing.size > 0 ? elements.space : [])
    objects.push(...satellites(prepared, element, { fromS, durationS, stepS }, (id) => missing.has(id)));
  return {
    name: architecture.name,
    startUtc: isoFromUnixS(startUnixS),
    startUnixS,
    durationS,
    stepS,
    objects: [...objects, ...(world ? raid(world, startUnixS) : [])],
    places: [...places(prepared), ...[...missing].flatMap(coordinatePlace)],
    links,
  };
}

/** The end of a route that is given as `lat,lon`. */
function coordinatePlace(word: string): ScenePlace[] {
  const [latDeg, lonDeg, rest] = word.split(',').map(Number);
  if (rest !== undefined || latDeg === undefined || lonDeg === undefined) return [];
  return Number.isFinite(latDeg + lonDeg) ? [{ id: word, name: word, latDeg, lonDeg, heightM: 0 }] : [];
}

function satellites(
  { architecture }: Prepared,
  element: SpaceElement,
  { fromS, durationS, stepS }: Pick<SceneChoice, 'fromS' | 'durationS' | 'stepS'>,
  isWanted: (id: string, unit: number) => boolean,
): SceneObject[] {
  const names = unitNames(architecture, element);
  const wanted = names.map((id, unit) => ({ id, unit })).filter(({ id, unit }) => isWanted(id, unit));
  if (wanted.length === 0) return [];
  const whole = Math.floor(durationS / stepS + 1e-9) + 1;
  const isRest = durationS - (whole - 1) * stepS > 1e-6; // the last moment is a sample too, so that nothing is missing before it
  const steps = whole + (isRest ? 1 : 0);
  const tS = Float64Array.from({ length: steps }, (_, i) => Math.min(i * stepS, durationS));
  const cataloguedOf = (unit: number) => catalogued(element, unit);
  const objects = wanted.map(({ id, unit }) => ({
    id,
    ...cataloguedOf(unit),
    group: element.id,
    kind: 'satellite' as const,
    tS,
    positionEcefKm: new Float64Array(3 * steps),
    positionEciKm: new Float64Array(3 * steps),
    velocityEciKmS: new Float64Array(3 * steps),
  }));
  const [allKm, allKmS] = [new Float64Array(3 * element.count), new Float64Array(3 * element.count)];
  for (let i = 0; i < steps; i++) {
    let first = 0;
    for (const part of element.parts) {
      orbitStatesEci(part, fromS + tS[i], allKm, allKmS, 3 * first);
      first += part.count;
    }
    const turn = gmstRad(architecture.epochUnixS + fromS + tS[i]);
    wanted.forEach(({ unit }, k) => {
      const object = objects[k];
      object.positionEciKm.set(allKm.subarray(3 * unit, 3 * unit + 3), 3 * i);
      object.velocityEciKmS.set(allKmS.subarray(3 * unit, 3 * unit + 3), 3 * i);
      turnAxesZ(turn, object.positionEciKm, object.positionEcefKm, 1, 3 * i);
    });
  }
  return objects.filter(({ positionEcefKm }) => positionEcefKm.some(Number.isFinite));
}

function catalogued({ parts }: SpaceElement, unit: number): Pick<SceneObject, 'catalogued'> {
  const [part] = parts;
  if (part?.kind !== 'elements') return {};
  const { name, catalogNumber, designator } = part.mean[unit];
  return { catalogued: { name, catalogNumber, designator } };
}

/** Names of the satellites of an element, as routes call them: `starlink:shell-1/12/7` (plane, slot, both from 0). */
export function unitNames(architecture: Architecture, { id, role, planIndex, parts }: SpaceElement): string[] {
  const plans = {
    network: architecture.networks,
    sensor: architecture.sensors,
    interceptor: architecture.interceptors,
  };
  const shells = plans[role][planIndex]?.shells ?? [];
  const nameOf = (part: Orbits, p: number, k: number) => {
    if (part.kind === 'elements') return part.names[k];
    if (part.kind === 'kepler') return `${p + 1}/${k}`;
    return `${shells[p]?.id ?? `s${p + 1}`}/${Math.floor(k / part.satellitesPerPlane)}/${k % part.satellitesPerPlane}`;
  };
  return parts.flatMap((part, p) => Array.from({ length: part.count }, (_, k) => `${id}:${nameOf(part, p, k)}`));
}

function raid({ threats }: World, startUnixS: number): SceneObject[] {
  return threats.map(({ id, launchS, trajectory }) => {
    const stepS = 5;
    const count = Math.floor(trajectory.impactS / stepS) + 1;
    const tS = Float64Array.from({ length: count }, (_, i) => launchS + i * stepS);
    const positionEcefKm = new Float64Array(3 * count);
    for (let i = 0; i < count; i++) {
      positionAt(trajectory, i * stepS, positionEcefKm, 3 * i);
      turnAxesZ(gmstRad(startUnixS + tS[i]), positionEcefKm, positionEcefKm, 1, 3 * i);
    }
    return { id, group: 'raid', kind: 'threat' as const, tS, positionEcefKm };
  });
}

function places({ architecture }: Prepared): ScenePlace[] {
  const found: ScenePlace[] = Object.values(architecture.sites).map(({ id, name, latDeg, lonDeg, heightM }) => ({
    id,
    name,
    latDeg,
    lonDeg,
    heightM: heightM ?? 0,
  }));
  for (const { from, toward } of architecture.threats)
    for (const { name, latDeg, lonDeg, heightM } of [...from, ...toward])
      if (!found.some(({ id }) => id === name)) found.push({ id: name, name, latDeg, lonDeg, heightM });
  return found;
}

/** Links that the routes of the scenario use, each with the spans of time in which it is used. */
function routeLinks(
  { architecture, transports, force }: Prepared,
  fromS: number,
  durationS: number,
  stepS: number,
): SceneLink[] {
  const transport = transports[0];
  if (!transport) return [];
  const outages = outagesOf(transport, force.stated);
  const links = new Map<string, SceneLink>();
  for (const { id, from, to } of architecture.routes) {
    const ends = [routeEnd(transport, from), routeEnd(transport, to)] as const;
    for (let tS = 0; tS < durationS; tS += stepS) {
      const way = routeAt(transport, ...ends, fromS + tS, outages);
      if (!isRoute(way)) continue;
      const { path } = way;
      for (let k = 0; k + 1 < path.length; k++) {
        const key = `${id} ${path[k]} ${path[k + 1]}`;
        const link = links.get(key) ?? { from: path[k], to: path[k + 1], group: id, spansS: [] };
        links.set(key, link);
        const last = link.spansS.at(-1);
        const end = Math.min(durationS, tS + stepS);
        if (last && last[1] >= tS - 1e-6) last[1] = end;
        else link.spansS.push([tS, end]);
      }
    }
  }
  return [...links.values()];
}
