import type { CountedInterceptors, InterceptorKind } from './interceptor-kind.ts';

type OfSite = Pick<CountedInterceptors, 'perSiteCount' | 'perUnitCount'>;

const atSite = ({ perSiteCount, perUnitCount }: OfSite) => perSiteCount ?? perUnitCount ?? 1;

/** Interceptors at sites. */
export const surfaceInterceptors: InterceptorKind = {
  about: 'on the ground or at sea',
  place: 'site',
  reachNumbers: ['burnoutSpeedKmS'],
  needs: ['burnoutSpeedKmS', 'maxRangeKm', 'perSiteCount'],
  isToldInFlight: true,
  perPlaceCount: atSite,
  unitCount({ sites = [], ...plan }) {
    const { perUnitCount } = plan;
    return (
      sites.length * (perUnitCount === undefined ? atSite(plan) : Math.max(1, Math.ceil(atSite(plan) / perUnitCount)))
    );
  },
  weight: ({ sites = [], ...plan }) => sites.length * atSite(plan),
  isBattery: ({ perUnitCount }) => perUnitCount !== undefined,
  functionId: 'surface-interceptors',
};
