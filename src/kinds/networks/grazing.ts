import type { NetworkPlan } from '../../flow/architecture.ts';
import { type Said, said } from '../../flow/said.ts';
import { maxLinkKm } from '../../physics/sight.ts';
import { networkLimits } from './network-limits.ts';

/** Links that are said to be longer than the Earth lets them be, between the highest shells. */
export function grazingWarnings(plan: NetworkPlan): Said[] {
  const { id, crosslinkMaxKm, shells = [] } = plan;
  if (crosslinkMaxKm === undefined || shells.length === 0) return [];
  const { crosslinkGrazingKm } = networkLimits(plan);
  const highest = Math.max(...shells.map(({ altitudeKm }) => altitudeKm));
  const limitKm = maxLinkKm(highest, highest, crosslinkGrazingKm);
  if (!(crosslinkMaxKm > limitKm)) return [];
  return [
    said('network.grazing', { id, km: crosslinkMaxKm, heightKm: highest, grazingKm: crosslinkGrazingKm, limitKm }),
  ];
}
