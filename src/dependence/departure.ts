import type { Architecture, LauncherPlan } from '../flow/architecture.ts';
import type { PartnerEvent } from '../flow/events.ts';
import { launchPool, survivingPool } from './launch-pool.ts';
import { lossesOf } from './losses.ts';
import { supplyGraph } from './supply-graph.ts';
import { healthWithout } from './supply-health.ts';
import { sourcesFor } from './takeovers.ts';

/** Nearer to one than this, all is left. */
export const ALL_LEFT = 0.999;

/**
 * What the departure of a partner or of a shared part takes from a programme: the same rules as a withdrawal.
 *
 * Vehicles fly at the share of their rate that their makers, engines and pads leave, elements are made at the share that their makers
 * leave; makers and vehicles that the book has ready join after their delay. A partner who denies its service takes
 * the units that it provides or controls as well.
 *
 * @param plans vehicles by id, those of the catalog beside those of the scenario
 */
export function departureOf(
  architecture: Architecture,
  { partner, what }: Pick<PartnerEvent, 'partner' | 'what'>,
  plans: ReadonlyMap<string, LauncherPlan>,
): Pick<PartnerEvent, 'vehicles' | 'elements' | 'joining'> {
  const graph = supplyGraph(architecture);
  const roots = new Set([partner]);
  const health = healthWithout(graph, roots);
  const { launchers } = architecture.launch;
  const vehicles = launchers
    .map(({ id, partner: maker }) => ({ id, leftFraction: maker === partner ? 0 : health(id) }))
    .filter(({ leftFraction }) => leftFraction < 1);
  const losses = lossesOf(architecture, graph, roots);
  const elements = losses.map((loss) => ({
    id: loss.element.id,
    madeFraction: loss.productionFraction,
    launchedFraction: loss.launchFraction,
    isDenied: what === 'denied' && loss.isDenied,
    joins:
      loss.productionFraction < ALL_LEFT
        ? sourcesFor(graph, loss, losses, roots).map(({ fromYr, capacityPerYr }) => ({
            afterYr: fromYr,
            perYr: capacityPerYr,
          }))
        : [],
  }));
  const ids = launchers.map(({ id }) => id);
  const isShort = vehicles.length > 0 || losses.some(({ launchFraction }) => launchFraction < ALL_LEFT);
  const joining = survivingPool(isShort ? launchPool(graph, plans, ids) : [], health)
    .filter(({ id, fullPerYr }) => !ids.includes(id) && fullPerYr > 0)
    .map(({ id, fromYr, fullPerYr }) => ({ plan: plans.get(id)!, afterYr: fromYr, perYr: fullPerYr }))
    .filter(({ plan }) => plan.status !== 'retired');
  return {
    vehicles,
    elements: elements.filter(
      ({ madeFraction, launchedFraction, isDenied }) => Math.min(madeFraction, launchedFraction) < ALL_LEFT || isDenied,
    ),
    joining,
  };
}
