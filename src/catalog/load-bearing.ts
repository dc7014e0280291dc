import type { Kind } from './kinds.ts';

/**
 * Numbers that a headline leans on: where an entry gives one, it gives low and high beside it, or says in `exceptions` why
 * there are none. Of the partner book: numbers of edges that are no contract.
 */
export const loadBearing: Record<Kind, readonly string[]> = {
  networks: ['hopDelayMs', 'massKg', 'unitMusd', 'lifeYr', 'productionPerYr', 'satelliteAvailabilityProbability'],
  sensors: [
    'angleErrorUrad',
    'revisitS',
    'looksCount',
    'unitMusd',
    'siteMusd',
    'lifeYr',
    'massKg',
    'productionPerYr',
    'satelliteAvailabilityProbability',
  ],
  interceptors: [
    'unitMusd',
    'interceptorMusd',
    'lifeYr',
    'massKg',
    'deltaVKmS',
    'burnoutSpeedKmS',
    'accelerationG',
    'killProbability',
    'terminalKillProbability',
    'glideKillProbability',
    'cruiseKillProbability',
    'trackProbability',
    'reliabilityProbability',
    'productionPerYr',
    'reactionS',
  ],
  launchers: [
    'payloadKg',
    'priceMusd',
    'governmentPriceMusd',
    'cadencePerYr',
    'cadenceMinPerYr',
    'cadenceMaxPerYr',
    'otherCustomersFraction',
  ],
  systems: ['unitMusd', 'operationsMusdYr', 'residualMusd'],
  threats: ['burnS', 'burnoutAltitudeKm'],
  raids: [],
  sites: [],
  cables: [],
  messages: ['sizeBytes', 'ratePerS', 'busyFraction'],
  partners: ['shareFraction', 'fixedMusd', 'capacityPerYr', 'delayYr'],
  economy: [],
  estimates: [],
};
