import type { Catalog } from '../catalog/entry.ts';
import type { Kind } from '../catalog/kinds.ts';
import { nameIn, say } from '../words/words.ts';

/** What a new scenario is made of: entries of the catalog. */
export interface Picked {
  name: string;
  /** First day of the raid. */
  date: string;
  networks: string[];
  sensors: string[];
  interceptors: string[];
  /** An entry of catalog/raids. */
  raid: string;
  vehicles: string[];
}

/** Height below which an orbit is low. */
const LOW_ORBIT_KM = 2000;

/** A book of partners that new scenarios use: the newest. */
function newestBook({ entries }: Catalog): string | undefined {
  return Object.keys(entries.partners).sort().at(-1);
}

/** Text of a scenario of these entries, with a comment at each part. */
export function newScenario(picked: Picked, catalog: Catalog): string {
  const { name, date, networks, sensors, interceptors, raid, vehicles } = picked;
  const terminals = networks.length > 0 ? `, terminals: [${networks.join(', ')}]` : '';
  // a client beyond low orbit is out of the range of relays in it: its messages go by the ground
  const isInLowOrbit = (kind: 'sensors' | 'interceptors', id: string) => {
    const { shells = [] } = catalog.entries[kind][id].fields as { shells?: { altitudeKm: { value: number } }[] };
    return shells.length > 0 && shells.every(({ altitudeKm }) => altitudeKm.value < LOW_ORBIT_KM);
  };
  // who carries lasers that a network does not speak carries one of the network's kind beside them
  const lasers = (kind: 'sensors' | 'interceptors', id: string) => {
    const own = (catalog.entries[kind][id].fields.laserKinds ?? []) as string[];
    const served = networks.map(
      (network) => (catalog.entries.networks[network].fields.clientLaserKinds ?? []) as string[],
    );
    const missing = served.filter((kinds) => !kinds.some((each) => own.includes(each)));
    if (own.length === 0 || missing.length === 0) return '';
    return `, laserKinds: [${[...new Set([...own, ...missing.flat()])].join(', ')}]`;
  };
  const line = (kind: 'sensors' | 'interceptors', id: string, more = '') =>
    `  - { id: ${id}, use: ${id}${isInLowOrbit(kind, id) ? `${terminals}${lasers(kind, id)}` : ''}${more} } # ${named(kind, id, catalog)}`;
  const book = newestBook(catalog);
  return [
    `name: ${JSON.stringify(name)}`,
    'description: >-',
    `  ${say('new.description')}`,
    `epochUtc: ${date}T00:00:00Z # ${say('new.epoch')}`,
    '',
    ...section(
      say('new.networks'),
      'networks',
      networks,
      (id) => `  - { id: ${id}, use: ${id} } # ${named('networks', id, catalog)}`,
    ),
    ...section(say('new.sensors'), 'sensors', sensors, (id) => line('sensors', id)),
    `# ${say('new.command')}`,
    'command:',
    sensors.length > 0
      ? '  - { id: c2, site: schriever, decisionS: { low: 15, mode: 30, high: 60 } }'
      : `  - { id: c2, site: schriever, trackS: 60, decisionS: 30 } # ${say('new.track')}`,
    '',
    ...section(say('new.interceptors'), 'interceptors', interceptors, (id) => line('interceptors', id, ', salvo: 2')),
    `# ${say('new.raid', { name: named('raids', raid, catalog), command: `cupola catalog show ${raid}` })}`,
    `threat: { use: ${raid} }`,
    '',
    ...(vehicles.length > 0 ? [`# ${say('new.vehicles')}`, `launch: { use: [${vehicles.join(', ')}] }`, ''] : []),
    ...(book === undefined ? [] : [`# ${say('new.partners')}`, `partners: { use: ${book} }`, '']),
    'analysis: { trials: 200, seed: 1, launchWindowS: 86400, horizonYr: 20 }',
    '',
  ].join('\n');
}

function section(about: string, key: string, ids: readonly string[], line: (id: string) => string): string[] {
  return ids.length === 0 ? [] : [`# ${about}`, `${key}:`, ...ids.map(line), ''];
}

function named(kind: Kind, id: string, { entries }: Catalog): string {
  return nameIn(entries[kind][id].name);
}
