import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import type { EventPlan } from '../flow/events.ts';
import type { JointTable } from '../flow/joint.ts';

/** Raids a draw and date with somebody gone, of those with everybody in, unless raids are asked for: draws tell more. */
const PAIRED_RAIDS = 2;
const modes = ['stops', 'denied'] as const;

/** Every departure that takes something from a programme, as an event of its own. */
export interface DeparturePlan {
  cases: { partner: string; name: string; mode: 'stops' | 'denied'; date: string }[];
  /** The events with each of them. */
  events: EventPlan[][];
  raids: number;
  /** Names of those whose leaving takes nothing. */
  harmless: string[];
}

/**
 * Which departures to fly beside a programme.
 *
 * @param roots partners and parts by id, with their names
 * @param date day on which they leave, one at a time
 * @param raids a draw and date with somebody gone, where that is asked for
 */
export async function planDepartures(
  { architecture, catalog }: { architecture: Architecture; catalog: Catalog },
  roots: ReadonlyMap<string, string>,
  { date, raids = PAIRED_RAIDS }: { date: string; raids?: number },
): Promise<DeparturePlan> {
  const { withDeparture } = await import('../read/events.ts');
  const plan: DeparturePlan = { cases: [], events: [], raids, harmless: [] };
  for (const [partner, name] of roots) {
    const before = plan.cases.length;
    for (const mode of modes) {
      const { events = [] } = withDeparture(architecture, { partner, what: mode, date }, catalog);
      if (!takesAny(events, { partner, mode, date })) continue;
      plan.cases.push({ partner, name, mode, date });
      plan.events.push(events);
    }
    if (plan.cases.length === before) plan.harmless.push(name);
  }
  return plan;
}

/** What the departures of a plan do, from their tables. */
export async function departuresOf(
  base: JointTable,
  variants: readonly JointTable[],
  { cases, harmless }: DeparturePlan,
  headlineDate: string,
): Promise<DeparturesByDate> {
  const { departuresAnswer } = await import('../effect/departures.ts');
  const tables = cases.map((each, i) => ({ ...each, table: variants[i] }));
  return departuresAnswer(base, tables, { headlineDate, harmless });
}

/** Whether a departure takes anything; one that denies nothing is the same as one that stops. */
function takesAny(
  events: readonly EventPlan[],
  { partner, mode, date }: { partner: string; mode: string; date: string },
): boolean {
  const event = events.find(
    (each) => each.kind === 'partner' && each.partner === partner && each.what === mode && each.date === date,
  );
  if (event?.kind !== 'partner') return false;
  const isFelt = event.vehicles.length > 0 || event.elements.length > 0;
  return mode === 'stops' ? isFelt : event.elements.some(({ isDenied }) => isDenied);
}
