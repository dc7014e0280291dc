import type { Catalog } from '../catalog/entry.ts';
import type { Kind } from '../catalog/kinds.ts';

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
    const { shells = [] } = catalog.entries[kind][id]!.fields as { shells?: { altitudeKm: { value: number } }[] };
    return shells.length > 0 && shells.every(({ altitudeKm }) => altitudeKm.value < LOW_ORBIT_KM);
  };
  // who carries lasers that a network does not speak carries one of the network's kind beside them
  const lasers = (kind: 'sensors' | 'interceptors', id: string) => {
    const own = (catalog.entries[kind][id]!.fields.laserKinds ?? []) as string[];
    const served = networks.map(
      (network) => (catalog.entries.networks[network]!.fields.clientLaserKinds ?? []) as string[],
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
    '  What this scenario asks, in a sentence or two.',
    `epochUtc: ${date}T00:00:00Z # the raid begins within a day of it`,
    '',
    ...section(
      'Who carries the messages. Any number of an entry may be replaced beside `use`.',
      'networks',
      networks,
      (id) => `  - { id: ${id}, use: ${id} } # ${named('networks', id, catalog)}`,
    ),
    ...section(
      'Who sees the missiles. Satellites speak over the networks of their `terminals`.',
      'sensors',
      sensors,
      (id) => line('sensors', id),
    ),
    '# Who decides, where, and how long that takes (seconds: least, most likely, most).',
    'command:',
    sensors.length > 0
      ? '  - { id: c2, site: schriever, decisionS: { low: 15, mode: 30, high: 60 } }'
      : '  - { id: c2, site: schriever, trackS: 60, decisionS: 30 } # no sensors: a track 60 s after launch is assumed',
    '',
    ...section('Who shoots: `salvo` shots at one target.', 'interceptors', interceptors, (id) =>
      line('interceptors', id, ', salvo: 2'),
    ),
    `# The raid: ${named('raids', raid, catalog)}. \`cupola catalog show ${raid}\` has its groups and sources.`,
    `threat: { use: ${raid} }`,
    '',
    ...(vehicles.length > 0
      ? ['# What lifts the satellites, over the years.', `launch: { use: [${vehicles.join(', ')}] }`, '']
      : []),
    ...(book === undefined
      ? []
      : ['# Who builds, launches and supplies what: for `partners` and `source`.', `partners: { use: ${book} }`, '']),
    'analysis: { trials: 200, seed: 1, launchWindowS: 86400, horizonYr: 20 }',
    '',
  ].join('\n');
}

function section(about: string, key: string, ids: readonly string[], line: (id: string) => string): string[] {
  return ids.length === 0 ? [] : [`# ${about}`, `${key}:`, ...ids.map(line), ''];
}

function named(kind: Kind, id: string, { entries }: Catalog): string {
  return entries[kind][id]!.name;
}
