import type { Architecture, ElementFile, SitePlan } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { streamKeys } from '../flow/stream-keys.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { parseElements } from '../physics/element-file.ts';
import { ecefFromGeodetic } from '../physics/ellipsoid.ts';
import { compileKepler, geostationaryOrbits } from '../physics/kepler-orbits.ts';
import type { Orbits } from '../physics/orbits.ts';
import { elementOrbits } from '../physics/sgp4.ts';
import { compileWalker } from '../physics/walker.ts';

/** Everything that does not change from trial to trial. */
export interface Elements {
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
export function buildElements(architecture: Architecture): Elements {
  const problems: Problem[] = [];
  const space: SpaceElement[] = [];
  const ground: GroundElement[] = [];
  const keys = streamKeys(architecture);
  const addSpace = (plan: OrbitFields, role: SpaceElement['role'], planIndex: number, key: string) => {
    const parts = orbitParts(plan, architecture.epochUnixS, problems);
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    space.push({ id: plan.id, key, role, planIndex, parts, count });
  };
  const addGround = (head: Omit<GroundElement, 'positionEcefKm' | 'count'>) => {
    const positionEcefKm = sitePositions(head.siteIds.map((site) => architecture.sites[site]!));
    ground.push({ ...head, positionEcefKm, count: head.siteIds.length });
  };
  architecture.networks.forEach((plan, i) => {
    addSpace(plan, 'network', i, keys.networks[i]!);
  });
  architecture.sensors.forEach((plan, i) => {
    const key = keys.sensors[i]!;
    if (plan.platform === 'space') addSpace(plan, 'sensor', i, key);
    else addGround({ ...siteHead(plan, key, keys.sensorSites[i]!), role: 'sensor', planIndex: i });
  });
  architecture.interceptors.forEach((plan, i) => {
    const key = keys.interceptors[i]!;
    if (plan.basing === 'space') addSpace(plan, 'interceptor', i, key);
    else addGround({ ...siteHead(plan, key, keys.interceptorSites[i]!), role: 'interceptor', planIndex: i });
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

function orbitParts(plan: OrbitFields, epochUnixS: number, problems: Problem[]): Orbits[] {
  if (plan.elements) return [realSatellites(plan.elements, epochUnixS, problems)];
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

function realSatellites({ file, text }: ElementFile, epochUnixS: number, problems: Problem[]): Orbits {
  const { sets, problems: faults } = parseElements(text);
  for (const fault of faults) problems.push({ ...fault, file, path: '' });
  if (sets.length === 0 && faults.length === 0)
    problems.push({ code: 'no-satellites', file, line: 1, path: '', said: said('elements.none') });
  return elementOrbits(sets, epochUnixS);
}

function sitePositions(sites: SitePlan[]): Float64Array {
  const positionKm = new Float64Array(3 * sites.length);
  sites.forEach(({ latDeg, lonDeg, heightM }, i) => {
    ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, (heightM ?? 0) / 1000, positionKm, 3 * i);
  });
  return positionKm;
}
