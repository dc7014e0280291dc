import type { InterceptorKind } from './interceptor-kind.ts';

/** Interceptors at sites. */
export const surfaceInterceptors: InterceptorKind = {
  about: 'on the ground or at sea',
  place: 'site',
  reachNumbers: ['burnoutSpeedKmS'],
  needs: ['burnoutSpeedKmS', 'maxRangeKm', 'perSiteCount'],
  isToldInFlight: true,
  perPlaceCount: ({ perSiteCount, perUnitCount }) => perSiteCount ?? perUnitCount ?? 1,
  unitCount({ sites = [], perSiteCount, perUnitCount }) {
    const atSite = perSiteCount ?? perUnitCount ?? 1;
    return sites.length * (perUnitCount === undefined ? atSite : Math.max(1, Math.ceil(atSite / perUnitCount)));
  },
  isBattery: ({ perUnitCount }) => perUnitCount !== undefined,
  functionId: 'surface-interceptors',
};
