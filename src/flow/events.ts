import type { LauncherPlan } from './architecture.ts';

/** When something happens; times are years after the start of the programme. */
interface Happens {
  /** As written, such as 2031 or 2031-04-15. */
  date: string;
  atYr: number;
}

/** Until when it lasts; absent: to the end. */
interface Lasts extends Happens {
  untilYr?: number;
}

/** A partner, or a part that others share, is gone: what that takes, by the book. */
export interface PartnerEvent extends Lasts {
  kind: 'partner';
  partner: string;
  what: 'stops' | 'denied';
  /** Vehicles of the scenario that fly less, and the share of their rate that is left. */
  vehicles: { id: string; leftFraction: number }[];
  elements: PartnerTakes[];
  /** Vehicles that the book has ready for launches which nobody else flies. */
  joining: JoiningVehicle[];
}

/** What the departure of a partner takes of one element. */
export interface PartnerTakes {
  id: string;
  /** Share of its output, and of its launches, that goes on. */
  madeFraction: number;
  launchedFraction: number;
  /** Whether its units are out from the day itself. */
  isDenied: boolean;
  /** Makers who take over. */
  joins: { afterYr: number; perYr: number }[];
}

export interface JoiningVehicle {
  plan: LauncherPlan;
  afterYr: number;
  perYr: number;
}

/** A vehicle does not fly for a time. */
export interface GroundingEvent extends Happens {
  kind: 'grounding';
  vehicle: string;
  months: number;
}

/** Units are gone: a share of what stands, whole planes, or sites. */
export interface LossEvent extends Happens {
  kind: 'loss';
  element: string;
  /** Of the units that stand. */
  lostFraction: number;
  /** By shell and plane, from 0. */
  planes?: { shell: number; plane: number }[];
  sites?: string[];
}

/** A network carries nothing for a time. */
export interface SilenceEvent extends Lasts {
  kind: 'silence';
  network: string;
}

/** A cable carries nothing for a time, or a landing with all the cables there. */
export interface CableEvent extends Lasts {
  kind: 'cable';
  cable?: string;
  landing?: string;
}

/** Money for units and launches, a year from then on. */
export interface BudgetEvent extends Happens {
  kind: 'budget';
  musdYr: number;
}

/** What happens to a programme and to its force. */
export type EventPlan = PartnerEvent | GroundingEvent | LossEvent | SilenceEvent | CableEvent | BudgetEvent;

/** Years from the first day of a year to a date such as 2031, 2031-04 or 2031-04-15, by calendar months. */
export function yearsTo(date: string, startYear: number): number {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year - startYear + (month - 1 + (day - 1) / days) / 12;
}

/** Whether something that lasts holds at a time; its last day is no more part of it. */
export function lastsAt({ atYr, untilYr = Number.POSITIVE_INFINITY }: Lasts, tYr: number): boolean {
  return atYr <= tYr && tYr < untilYr;
}
