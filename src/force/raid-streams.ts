import type { Architecture, ThreatPlan } from '../flow/architecture.ts';
import { missilesOf } from '../flow/missiles.ts';
import { objectCountOf } from '../flow/objects.ts';
import { entryOf, streamKeys } from '../flow/stream-keys.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import { isInOrbit } from '../kinds/place.ts';

/**
 * Names of the random streams that the raids of a scenario may draw from: two runs of one seed share the luck of the names that they
 * share, and of no others.
 *
 * - start: when the raid starts
 * - outages, looks: of each constellation and of each site, what works and at what moments it looks
 * - silence: of networks that go down as a whole
 * - decision, release: of each centre, and of each missile where a share of its time is drawn so
 * - places: which missiles a sensor with few tracks takes up
 * - fall: of each missile, where its payload comes down
 * - objects, call: of each missile that carries several, which are warheads and what each layer takes them for
 * - design, fault: of each design of interceptors and sensors, what its units share
 * - track, shot: of each layer against each missile
 */
export function raidStreams(architecture: Architecture): Set<string> {
  const { networks, sensors, interceptors, command, threats } = architecture;
  const keys = streamKeys(architecture);
  const names = new Set<string>(['start']);
  const add = (kinds: readonly string[], subjects: readonly string[]) => {
    for (const subject of subjects) for (const kind of kinds) names.add(`${kind}:${subject}`);
  };
  add(['outages'], keys.networks);
  networks.forEach((plan, i) => {
    if (networkLimits(plan).outageHYr > 0) names.add(`silence:${plan.controlPlane ?? keys.networks[i]}`);
  });
  sensors.forEach((plan, i) => {
    add(['outages', 'looks'], isInOrbit(plan) ? [keys.sensors[i]] : keys.sensorSites[i]);
  });
  interceptors.forEach((plan, i) => {
    add(['outages'], isInOrbit(plan) ? [keys.interceptors[i]] : keys.interceptorSites[i]);
  });
  sensors.forEach((plan, i) => {
    if (plan.designFaultProbability) names.add(`fault:sensor/${entryOf(plan) ?? keys.sensors[i]}`);
  });
  interceptors.forEach((plan, i) => {
    const design = `interceptor/${entryOf(plan) ?? keys.interceptors[i]}`;
    if (plan.killCorrelation) names.add(`design:${design}`);
    if (plan.designFaultProbability) names.add(`fault:${design}`);
  });
  const all = missilesOf(architecture);
  const missiles = all.map(({ key }) => key);
  add(
    ['fall'],
    keysWhere(({ fallSpreadKm = 0 }) => fallSpreadKm > 0),
  );
  const crowds = keysWhere((plan) => objectCountOf(plan) > 1);
  add(['objects'], crowds);
  for (const { site, perMissileShare } of command) {
    if (perMissileShare < 1) add(['decision', 'release'], [`raid@${site}`]);
    if (perMissileShare > 0) add(['decision', 'release'], missiles);
  }
  if (sensors.some(({ targetsCount, dwellMs }) => targetsCount !== undefined || dwellMs !== undefined))
    add(['places'], [...missiles, ...keys.sensors]);
  for (const layer of keys.interceptors)
    add(
      ['track', 'shot'],
      missiles.map((missile) => `${layer}|${missile}`),
    );
  for (const layer of keys.interceptors)
    add(
      ['call'],
      crowds.map((missile) => `${layer}|${missile}`),
    );
  return names;

  function keysWhere(holds: (plan: ThreatPlan) => boolean): string[] {
    return all.filter(({ planIndex }) => holds(threats[planIndex])).map(({ key }) => key);
  }
}

/** Share of the streams of either of two scenarios that both have: 1 where every draw is the same. */
export function sharedStreamFraction(a: Architecture, b: Architecture): number {
  const [left, right] = [raidStreams(a), raidStreams(b)];
  let shared = 0;
  for (const name of left) if (right.has(name)) shared++;
  return shared / (left.size + right.size - shared);
}
