import type { NetworkPlan } from '../../flow/architecture.ts';

/** Numbers that bound a network and that its class need not name. */
export type NetworkLimits = Required<
  Pick<
    NetworkPlan,
    | 'crosslinkCount'
    | 'crosslinkMaxKm'
    | 'crosslinkGrazingKm'
    | 'firstLaserNumber'
    | 'userMaxKm'
    | 'gatewayMaxKm'
    | 'gatewayLinkCount'
    | 'crosslinkMbps'
    | 'gatewayLinkMbps'
    | 'gatewayMbps'
    | 'userLinkMbps'
    | 'otherTrafficFraction'
    | 'slotGapMs'
    | 'slotDelayMs'
    | 'convergenceS'
    | 'outageHYr'
  >
>;

/** The bounds of a network, and what they are where its class names none: four links a satellite, over the air, at any length and rate. */
export function networkLimits({
  crosslinkCount = 4,
  crosslinkMaxKm = Infinity,
  crosslinkGrazingKm = 80,
  firstLaserNumber = 0,
  userMaxKm = Infinity,
  gatewayMaxKm = Infinity,
  gatewayLinkCount = Infinity,
  crosslinkMbps = Infinity,
  gatewayLinkMbps = Infinity,
  gatewayMbps = Infinity,
  userLinkMbps = Infinity,
  otherTrafficFraction = 0,
  slotGapMs = 0,
  slotDelayMs = 0,
  convergenceS = 0,
  outageHYr = 0,
}: Partial<NetworkLimits>): NetworkLimits {
  return {
    crosslinkCount,
    crosslinkMaxKm,
    crosslinkGrazingKm,
    firstLaserNumber,
    userMaxKm,
    gatewayMaxKm,
    gatewayLinkCount,
    crosslinkMbps,
    gatewayLinkMbps,
    gatewayMbps,
    userLinkMbps,
    otherTrafficFraction,
    slotGapMs,
    slotDelayMs,
    convergenceS,
    outageHYr,
  };
}
