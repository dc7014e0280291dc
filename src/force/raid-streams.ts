import type { Architecture } from '../flow/architecture.ts';
import { missilesOf } from '../flow/missiles.ts';
import { streamKeys } from '../flow/stream-keys.ts';

/**
 * Names of the random streams that the raids of a scenario may draw from: two runs of one seed share the luck of the names that they
 * share, and of no others.
 *
 * - start: when the raid starts
 * - outages, looks: of each constellation and of each site, what works and at what moments it looks
 * - silence: of networks that go down as a whole
 * - decision, release: of each missile, the delays of the command centre
 * - track, shot: of each layer against each missile
 */
export function raidStreams(architecture: Architecture): Set<string> {
  const { networks, sensors, interceptors } = architecture;
  const keys = streamKeys(architecture);
  const names = new Set<string>(['start']);
  const add = (kinds: readonly string[], subjects: readonly string[]) => {
    for (const subject of subjects) for (const kind of kinds) names.add(`${kind}:${subject}`);
  };
  add(['outages'], keys.networks);
  networks.forEach(({ controlPlane, outageHYr = 0 }, i) => {
    if (outageHYr > 0) names.add(`silence:${controlPlane ?? keys.networks[i]!}`);
  });
  sensors.forEach(({ platform }, i) => {
    add(['outages', 'looks'], platform === 'space' ? [keys.sensors[i]!] : keys.sensorSites[i]!);
  });
  interceptors.forEach(({ basing }, i) => {
    add(['outages'], basing === 'space' ? [keys.interceptors[i]!] : keys.interceptorSites[i]!);
  });
  const missiles = missilesOf(architecture).map(({ key }) => key);
  add(['decision', 'release'], missiles);
  for (const layer of keys.interceptors)
    add(
      ['track', 'shot'],
      missiles.map((missile) => `${layer}|${missile}`),
    );
  return names;
}

/** Share of the streams of either of two scenarios that both have: 1 where every draw is the same. */
export function sharedStreamFraction(a: Architecture, b: Architecture): number {
  const [left, right] = [raidStreams(a), raidStreams(b)];
  let shared = 0;
  for (const name of left) if (right.has(name)) shared++;
  return shared / (left.size + right.size - shared);
}
