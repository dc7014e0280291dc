import {
  type Architecture,
  canSimulate,
  changeWords,
  jointDates,
  type Prepared,
  placeOf,
  raidParts,
  titleOf,
} from 'cupola';
import { capHalfAngleRad, DEG_RAD, EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from 'cupola/physics';
import { GEOSTATIONARY_KM } from './memory.ts';
import { plainName } from './plain-name.ts';
import type { ElementInfo, Opened, PartnerInfo, SiteInfo } from './protocol.ts';

/** What the page needs to know of a scenario before any trial is run. */
export function openedFrom(
  { architecture, elements, flights }: Prepared,
  { run, ...told }: Pick<Opened, 'run' | 'draws' | 'withdrawal'>,
): Opened {
  const { name, description, epochUnixS, analysis, uses, sources } = architecture;
  return {
    name,
    title: titleOf(name, changeWords(run.events, run.overrides)),
    description,
    epochUnixS,
    seed: analysis.seed,
    trials: analysis.trials,
    dates: told.draws > 0 ? jointDates(architecture) : [],
    raid: raidParts(architecture, flights),
    spaceLayers: architecture.interceptors.filter(({ basing }) => basing === 'space').map(({ id }) => ({ id })),
    interceptors: architecture.interceptors.map(({ id }) => id),
    space: elements.space,
    elements: elements.space.map(({ role, planIndex, count }) => elementInfo(architecture, role, planIndex, count)),
    sites: sitesOf(architecture),
    partners: partnersOf(architecture, elements.space),
    uses,
    sources,
    canSimulate: canSimulate(architecture),
    run,
    ...told,
  };
}

function planOf(architecture: Architecture, role: ElementInfo['role'], planIndex: number) {
  if (role === 'network') return architecture.networks[planIndex];
  return role === 'sensor' ? architecture.sensors[planIndex] : architecture.interceptors[planIndex];
}

function elementInfo(architecture: Architecture, role: ElementInfo['role'], planIndex: number, count: number) {
  const { id, name, partner } = planOf(architecture, role, planIndex);
  const info: ElementInfo = { id, name: plainName(name ?? id), role, partner, count };
  const halfAngleRad = halfAngle(architecture, role, planIndex);
  const kind = { network: 'serves', sensor: 'sees', interceptor: 'reaches' } as const;
  if (halfAngleRad > 0) info.reach = { kind: kind[role], halfAngleRad };
  return info;
}

/** Half angle, from the Earth's centre, of what one satellite serves, sees or reaches on the ground below it. */
function halfAngle(architecture: Architecture, role: ElementInfo['role'], planIndex: number): number {
  const plan = planOf(architecture, role, planIndex);
  const altitudeKm = plan.shells?.[0]?.altitudeKm ?? (plan.geostationary?.length ? GEOSTATIONARY_KM : Number.NaN);
  if (role === 'network') {
    const { userMinElevationDeg } = architecture.networks[planIndex];
    return capElevationHalfAngle(altitudeKm, userMinElevationDeg * DEG_RAD);
  }
  if (role === 'sensor') return capElevationHalfAngle(altitudeKm, 0);
  const { accelerationG, deltaVKmS, flyOutMaxS } = architecture.interceptors[planIndex];
  if (!accelerationG || !deltaVKmS) return Number.NaN;
  const burnS = deltaVKmS / (accelerationG * STANDARD_GRAVITY_KM_S2);
  const reachKm = deltaVKmS * (Math.min(flyOutMaxS ?? 150, 150) - burnS / 2);
  return reachKm / (EARTH_MEAN_RADIUS_KM + altitudeKm);
}

function capElevationHalfAngle(altitudeKm: number, elevationRad: number): number {
  return Number.isFinite(altitudeKm) ? capHalfAngleRad(altitudeKm, elevationRad) : Number.NaN;
}

function sitesOf(architecture: Architecture): SiteInfo[] {
  const { sites, command, networks, sensors, interceptors, threats } = architecture;
  const found: SiteInfo[] = [];
  const add = (id: string, kind: SiteInfo['kind'], element: string, radiusKm?: number) => {
    const site = sites[id];
    if (site)
      found.push({
        id,
        name: plainName(site.name ?? id),
        latDeg: site.latDeg,
        lonDeg: site.lonDeg,
        kind,
        element,
        radiusKm,
      });
  };
  for (const { site, id } of command) add(site, 'command', id);
  for (const { gateways, id } of networks) for (const site of gateways ?? []) add(site, 'gateway', id);
  for (const plan of sensors)
    if (placeOf(plan) === 'site') for (const site of plan.sites ?? []) add(site, 'radar', plan.id, plan.maxRangeKm);
  for (const plan of interceptors)
    if (placeOf(plan) === 'site') for (const site of plan.sites ?? []) add(site, 'battery', plan.id, plan.maxRangeKm);
  for (const { id, from, toward } of threats) {
    const at = (kind: 'launch' | 'aim') => (place: (typeof from)[number]) =>
      found.push({
        ...place,
        id: place.name,
        name: plainName(sites[place.name]?.name ?? place.name),
        kind,
        element: id,
      });
    from.forEach(at('launch'));
    toward.forEach(at('aim'));
  }
  return found;
}

/** Partners who provide something in this scenario: elements, and launch vehicles. */
function partnersOf(architecture: Architecture, space: Prepared['elements']['space']): PartnerInfo[] {
  const { networks, sensors, interceptors, systems, launch, partners } = architecture;
  const found = new Map<string, PartnerInfo>();
  const partner = (id: string): PartnerInfo => {
    const name = partners?.members?.find((member) => member.id === id)?.name ?? id;
    const info = found.get(id) ?? { id, name, satelliteCount: 0, elements: [], functions: [] };
    found.set(id, info);
    return info;
  };
  const note = (id: string | undefined, element: string, what: string) => {
    if (!id) return;
    const info = partner(id);
    info.elements.push(element);
    if (!info.functions.includes(what)) info.functions.push(what);
  };
  for (const each of networks) note(each.partner, each.id, 'network');
  for (const each of sensors) note(each.partner, each.id, 'sensor');
  for (const each of interceptors) note(each.partner, each.id, 'interceptor');
  for (const each of systems) note(each.partner, each.id, 'system');
  for (const each of launch.launchers) note(each.partner, each.id, 'launch');
  for (const { role, planIndex, count } of space) {
    const owner = planOf(architecture, role, planIndex).partner;
    if (owner) partner(owner).satelliteCount += count;
  }
  return [...found.values()].sort((a, b) => b.satelliteCount - a.satelliteCount || a.name.localeCompare(b.name));
}
