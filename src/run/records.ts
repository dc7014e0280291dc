import type { EquippedLayer } from '../engage/layer.ts';
import type { Availability } from '../flow/availability.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { Decisions, DueOrders, EngagementState } from '../flow/engagement.ts';
import type { Links } from '../flow/links.ts';
import type { RaidObjects } from '../flow/objects.ts';
import type { Opportunities, Orders, TargetedOpportunities } from '../flow/orders.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import type { Custody, Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { SenseRoom } from '../sense/sense.ts';
import type { UnitTimes } from '../transport/links.ts';
import type { Outages } from '../transport/outages.ts';
import type { Prepared } from './prepare.ts';
import type { Moments } from './stage.ts';

/** What a raid starts from: what all raids share, its number, and room to work in. */
export interface RaidInputs extends Omit<Prepared, 'layers'> {
  trial: number;
  layers: EquippedLayer[];
  senseRoom: SenseRoom;
  /** For the looks of the whole flight: the others stand while they are made. */
  custodyRoom: SenseRoom;
}

/** What the stages of a raid make, in their order. */
export interface RaidRecords {
  availability: Availability;
  world: World;
  /** Of the networks; absent where there are none. */
  outages: Outages | undefined;
  links: Moments<Links>;
  /** Absent where there are no sensors. */
  contacts: Contacts | undefined;
  tracks: Tracks;
  decisions: Decisions;
  objects: RaidObjects;
  /** Salvos carry it on: what is seen of a threat over its whole flight is made when someone asks. */
  custody: Custody;
  engagement: EngagementState;
  outcome: TrialOutcome;
}

/** What the steps of a salvo read and make beside the records of the raid. */
export interface SalvoRecords {
  layer: EquippedLayer;
  /** Salvo of the layer, from 0. */
  round: number;
  /** Orders due, and those of them that can be judged. */
  asked: DueOrders;
  due: DueOrders;
  times: UnitTimes;
  chances: Opportunities;
  /** The layer with what it waits for, and its opportunities then. */
  held: { layer: EquippedLayer; chances: Opportunities };
  targets: TargetedOpportunities;
  wanted: Orders;
  orders: Orders;
}

export type AllRecords = RaidInputs & RaidRecords & SalvoRecords;
