import type { Architecture, ElementFile, SitePlan } from '../flow/architecture.ts';
import type { ElementHealth } from '../flow/element-health.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { streamKeys } from '../flow/stream-keys.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { isInOrbit } from '../kinds/place.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { parseElements } from '../physics/element-file.ts';
import { elementFleet } from '../physics/element-health.ts';
import { ecefFromGeodetic } from '../physics/ellipsoid.ts';
import { compileKepler, geostationaryOrbits } from '../physics/kepler-orbits.ts';
import type { Orbits } from '../physics/orbits.ts';
import { elementOrbits } from '../physics/sgp4.ts';
import { compileWalker } from '../physics/walker.ts';
import { noneFlies, shortName } from './health-notes.ts';

/** Everything that does not change from trial to trial. */
export interface PlacedElements {
  space: SpaceElement[];
  ground: GroundElement[];
}

interface OrbitFields {
  id: string;
  shells?: Architecture['networks'][number]['shells'];
  geostationary?: { longitudeDeg: number }[];
  elliptical?: Architecture['networks'][number]['elliptical'];
  elements?: ElementFile;
}

/**
 * Compiles the satellites and sites of an architecture.
 *
 * @throws InputError every faulty line of an element file
 */
export function buildElements(architecture: Architecture): PlacedElements {
  const problems: Problem[] = [];
  const space: SpaceElement[] = [];
  const ground: GroundElement[] = [];
  const keys = streamKeys(architecture);
  const addSpace = (plan: OrbitFields, role: SpaceElement['role'], planIndex: number, key: string) => {
    const { epochUnixS } = architecture;
    const real = plan.elements && realSatellites(plan.id, plan.elements, epochUnixS, problems);
    const parts = real ? [real.orbits] : orbitParts(plan, epochUnixS);
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    space.push({ id: plan.id, key, role, planIndex, parts, count, ...(real && { health: real.health }) });
  };
  const addGround = (head: Omit<GroundElement, 'positionEcefKm' | 'count'>) => {
    const positionEcefKm = sitePositions(head.siteIds.map((site) => architecture.sites[site]));
    ground.push({ ...head, positionEcefKm, count: head.siteIds.length });
  };
  architecture.networks.forEach((plan, i) => {
    addSpace(plan, 'network', i, keys.networks[i]);
  });
  architecture.sensors.forEach((plan, i) => {
    const key = keys.sensors[i];
    if (isInOrbit(plan)) addSpace(plan, 'sensor', i, key);
    else addGround({ ...siteHead(plan, key, keys.sensorSites[i]), role: 'sensor', planIndex: i });
  });
  architecture.interceptors.forEach((plan, i) => {
    const key = keys.interceptors[i];
    if (isInOrbit(plan)) addSpace(plan, 'interceptor', i, key);
    else addGround({ ...siteHead(plan, key, keys.interceptorSites[i]), role: 'interceptor', planIndex: i });
  });
  architecture.command.forEach((plan, i) => {
    const key = `command@${plan.site}`;
    addGround({ ...siteHead({ id: plan.id, sites: [plan.site] }, key, [key]), role: 'command', planIndex: i });
  });
  if (problems.length > 0) throw new InputError(problems);
  return { space, ground };
}

function siteHead({ id, sites = [] }: { id: string; sites?: string[] }, key: string, unitKeys: string[]) {
  return { id, key, siteIds: sites, unitKeys };
}

function orbitParts(plan: OrbitFields, epochUnixS: number): Orbits[] {
  const parts: Orbits[] = (plan.shells ?? []).map((shell) =>
    compileWalker({ ...shell, pattern: shell.pattern ?? 'delta', phasing: shell.phasing ?? 0 }),
  );
  if (plan.geostationary?.length)
    parts.push(
      geostationaryOrbits(
        plan.geostationary.map(({ longitudeDeg }) => longitudeDeg),
        epochUnixS,
      ),
    );
  if (plan.elliptical?.length)
    parts.push(compileKepler(plan.elliptical.map(({ eccentricity, ...rest }) => ({ ...rest, ecc: eccentricity }))));
  return parts;
}

/** The satellites of a file that fly at the epoch, and what became of the others. */
function realSatellites(id: string, source: ElementFile, epochUnixS: number, problems: Problem[]) {
  const { file, maxAgeDays, isSkippingBad = false } = source;
  const read = [source, ...(source.further ?? [])].map((each) => ({ ...parseElements(each.text), file: each.file }));
  const sets = read.flatMap((each) => each.sets);
  const faults = read.flatMap((each) => each.problems.map((problem) => ({ ...problem, file: each.file, path: '' })));
  const { flying, histories, health: counts } = elementFleet(sets, epochUnixS, maxAgeDays);
  const isRefused = faults.length > 0 && !(isSkippingBad && sets.length > 0);
  const health: ElementHealth = { id, file: shortName(file), ...counts, faultCount: faults.length };
  if (isRefused) problems.push(...faults);
  else if (sets.length === 0)
    problems.push({ code: 'no-satellites', file, line: 1, path: '', said: said('elements.none') });
  else if (flying.length === 0)
    problems.push({ code: 'none-flies', file, line: 1, path: '', said: noneFlies(health, epochUnixS) });
  return { orbits: elementOrbits(flying, epochUnixS, histories), health };
}

function sitePositions(sites: SitePlan[]): Float64Array {
  const positionKm = new Float64Array(3 * sites.length);
  sites.forEach(({ latDeg, lonDeg, heightM }, i) => {
    ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, (heightM ?? 0) / 1000, positionKm, 3 * i);
  });
  return positionKm;
}
