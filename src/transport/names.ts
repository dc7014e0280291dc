import type { Network } from './network.ts';
import type { Transport } from './transport.ts';

/** Name of a satellite: `starlink:shell-1/12/7` (plane, slot, both from 0), or the name in its element file. */
export function satelliteName(transport: Transport, satellite: number): string {
  const network = networkOfSatellite(transport, satellite);
  let part = network.partFirst.length - 1;
  while (network.partFirst[part] > satellite) part--;
  const k = satellite - network.partFirst[part];
  const orbits = network.element.parts[part];
  const id = network.plan.id;
  switch (orbits.kind) {
    case 'elements':
      return `${id}:${orbits.names[k]}`;
    case 'kepler':
      return `${id}:${part + 1}/${k}`;
    case 'walker': {
      const shell = network.plan.shells?.[part]?.id ?? `s${part + 1}`;
      return `${id}:${shell}/${Math.floor(k / orbits.satellitesPerPlane)}/${k % orbits.satellitesPerPlane}`;
    }
  }
}

export function networkOfSatellite({ networks }: Transport, satellite: number): Network {
  const network = networks.find(({ first, end }) => satellite >= first && satellite < end);
  if (!network) throw new RangeError(`satellite must be one of the networks': ${satellite}`);
  return network;
}
