/**
 * The networks of a scenario: routes, delays, links over time. Kilometres, seconds, radians; times count from the epoch of the scenario.
 * @module
 */

export { type Motif, motifOf } from '../kinds/networks/motif.ts';
export { type RouteEnd, routeEnd } from './ends.ts';
export { type GroundPoint, groundPoint } from './ground-point.ts';
export {
  type Contact,
  contactPlan,
  type NetworkLink,
  networkLinks,
  type SiteDelay,
  siteDelays,
} from './network-links.ts';
export { noOutages, type Outages, outagesOf, withoutNetworks } from './outages.ts';
export { isRoute, type NoRoute, type NoRouteReason, routeAt } from './route.ts';
export { type RouteEvent, type RouteSample, type RouteSeries, routeSeries } from './route-series.ts';
export { rttMatrix } from './rtt-matrix.ts';
export { prepareTransport, type Transport } from './transport.ts';
