import type { Architecture } from '../flow/architecture.ts';
import type { EventPlan, PartnerEvent } from '../flow/events.ts';
import type { CampaignVehicle, FieldedElement } from './campaign-plan.ts';

/** A time in which only a share goes on. */
export interface ShareWindow {
  fromYr: number;
  untilYr: number;
  leftFraction: number;
}

/** Makers who take over, units a year. */
export interface Joins {
  fromYr: number;
  untilYr: number;
  perYr: number;
}

/** What happens to a campaign at a time, in years after its start. */
export type CampaignEvent =
  | {
      kind: 'loss';
      atYr: number;
      element: number;
      lostFraction: number /** Position in `architecture.events`. */;
      event: number;
    }
  | { kind: 'grounding'; atYr: number; vehicle: number; lengthYr: number }
  | { kind: 'budget'; atYr: number; musdYr: number };

/** Just below this share, nothing is left. */
export const NOTHING = 0.001;

/** Share that is left at a time where several windows may be open. */
export function leftAt(windows: readonly ShareWindow[] | undefined, tYr: number): number {
  let left = 1;
  for (const { fromYr, untilYr, leftFraction } of windows ?? [])
    if (fromYr <= tYr && tYr < untilYr) left *= leftFraction;
  return left;
}

function partnerEvents({ events = [] }: Architecture): PartnerEvent[] {
  return events.filter((event) => event.kind === 'partner');
}

/** The architecture with the vehicles that the book has ready for when a partner leaves. */
export function withJoining(architecture: Architecture): Architecture {
  const { launch } = architecture;
  const known = new Set(launch.launchers.map(({ id }) => id));
  const joining = partnerEvents(architecture)
    .flatMap(({ joining: vehicles }) => vehicles.map(({ plan }) => plan))
    .filter(({ id }) => !known.has(id) && known.add(id));
  return joining.length === 0
    ? architecture
    : { ...architecture, launch: { ...launch, launchers: [...launch.launchers, ...joining] } };
}

/** A vehicle under the events: slower or gone while a partner is, or there only then. */
export function eventfulVehicle(vehicle: CampaignVehicle, architecture: Architecture): CampaignVehicle {
  const gone = partnerEvents(architecture);
  const isListed = architecture.launch.launchers.some(({ id }) => id === vehicle.id);
  if (!isListed) return joiningVehicle(vehicle, gone);
  const windows = gone.flatMap(({ atYr, untilYr = Infinity, vehicles }) =>
    vehicles.filter(({ id }) => id === vehicle.id).map(({ leftFraction }) => ({ fromYr: atYr, untilYr, leftFraction })),
  );
  return windows.length === 0 ? vehicle : { ...vehicle, windows };
}

/** A candidate of the book: its rate is that for this use, whatever it flies for others. */
function joiningVehicle(vehicle: CampaignVehicle, gone: readonly PartnerEvent[]): CampaignVehicle {
  const times = gone
    .flatMap(({ atYr, untilYr = Infinity, joining }) =>
      joining
        .filter(({ plan }) => plan.id === vehicle.id)
        .map(({ afterYr, perYr }) => ({ fromYr: atYr + afterYr, untilYr, perYr })),
    )
    .sort((a, b) => a.fromYr - b.fromYr);
  const perYr = Math.max(...times.map((time) => time.perYr));
  const windows: ShareWindow[] = [];
  let fromYr = 0;
  for (const time of times) {
    if (time.fromYr > fromYr) windows.push({ fromYr, untilYr: time.fromYr, leftFraction: 0 });
    fromYr = Math.max(fromYr, time.untilYr);
  }
  if (fromYr < Infinity) windows.push({ fromYr, untilYr: Infinity, leftFraction: 0 });
  return {
    ...vehicle,
    status: vehicle.status === 'development' ? vehicle.status : 'flying',
    firstFlightYr: times[0].fromYr,
    pausedDays: 0,
    cadencePerYr: { value: perYr },
    cadenceMaxPerYr: perYr,
    otherCustomersFraction: 0,
    windows,
  };
}

/** An element under the events: what goes on of its output while a partner is gone, and who takes over. */
export function eventfulElement(element: FieldedElement, architecture: Architecture): FieldedElement {
  const windows: ShareWindow[] = [];
  const joins: Joins[] = [];
  for (const { atYr, untilYr = Infinity, elements } of partnerEvents(architecture)) {
    const takes = elements.find(({ id }) => id === element.id);
    if (takes === undefined) continue;
    const goesOn = takes.isDenied && untilYr === Infinity ? 0 : takes.madeFraction;
    if (goesOn > 1 - NOTHING) continue; // only its launches are fewer: its vehicles are
    windows.push({ fromYr: atYr, untilYr, leftFraction: goesOn < NOTHING ? 0 : goesOn });
    for (const { afterYr, perYr } of takes.joins)
      if (atYr + afterYr < untilYr) joins.push({ fromYr: atYr + afterYr, untilYr, perYr });
  }
  return windows.length === 0 ? element : { ...element, windows, joins };
}

/** What happens at a time: losses, groundings, budgets. What a partner denies for good is lost to the programme. */
export function campaignEvents(
  { events = [] }: Architecture,
  elements: readonly FieldedElement[],
  vehicles: readonly CampaignVehicle[],
): CampaignEvent[] {
  const elementIndex = (id: string) => elements.findIndex((element) => element.id === id);
  const made = events.flatMap((each, event): CampaignEvent[] => {
    const { atYr } = each;
    if (each.kind === 'budget') return [{ kind: 'budget', atYr, musdYr: each.musdYr }];
    if (each.kind === 'grounding') {
      const vehicle = vehicles.findIndex(({ id }) => id === each.vehicle);
      return vehicle < 0 ? [] : [{ kind: 'grounding', atYr, vehicle, lengthYr: each.months / 12 }];
    }
    return lossesBy(each)
      .map(({ id, lostFraction }) => ({ kind: 'loss' as const, atYr, element: elementIndex(id), lostFraction, event }))
      .filter(({ element }) => element >= 0);
  });
  return made.sort((a, b) => a.atYr - b.atYr);
}

/** Which elements an event takes units of for good, and the share of what stands. */
export function lossesBy(event: EventPlan): { id: string; lostFraction: number }[] {
  if (event.kind === 'loss') return [{ id: event.element, lostFraction: event.lostFraction }];
  if (event.kind !== 'partner' || event.untilYr !== undefined) return [];
  return event.elements.filter(({ isDenied }) => isDenied).map(({ id }) => ({ id, lostFraction: 1 }));
}
