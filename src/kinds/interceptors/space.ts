import { satelliteCount } from '../satellite-count.ts';
import type { InterceptorKind } from './interceptor-kind.ts';

/** Interceptors on satellites. */
export const spaceInterceptors: InterceptorKind = {
  about: 'on satellites',
  place: 'orbit',
  reachNumbers: ['accelerationG', 'deltaVKmS'],
  needs: ['accelerationG', 'deltaVKmS'],
  isToldInFlight: false,
  perPlaceCount: ({ perUnitCount }) => perUnitCount ?? 1,
  unitCount: satelliteCount,
  weight: satelliteCount,
  isBattery: () => false,
  functionId: 'space-interceptors',
};
