import type { SensorPlan } from '../../flow/architecture.ts';
import type { GroundElement, SpaceElement, World } from '../../flow/world.ts';
import type { UnitPlace } from '../place.ts';
import type { OrbitCounts } from '../satellite-count.ts';
import type { SensorView } from './view.ts';

/** Phases of flight that a sensor may or may not detect. */
export type SeenPhase = 'boost' | 'midcourse' | 'glide' | 'cruise';

/** What of a sensor says how many units it has. */
export type CountedSensor = OrbitCounts & { deployedCount?: number; sites?: string[] };

/** One sensor in a world, for what it sees until a time, seconds after the first launch. */
export interface Seeing {
  plan: SensorPlan;
  element: SpaceElement | GroundElement;
  world: World;
  toS: number;
}

/** All that the models ask a kind of sensor, which a plan names by `platform`. A kind is one file here and one line of `sensor-kinds.ts`. */
export interface SensorKind {
  /** For the reference: what it is, in a few words. */
  about: string;
  place: UnitPlace;
  /** Phases that it detects where its class names none. */
  sees: readonly SeenPhase[];
  /** Units bought when complete. */
  unitCount(plan: CountedSensor): number;
  /** Function of the partner book that it serves where the book does not say. */
  functionId(plan: SensorPlan): string;
  /** Share of the sphere at a height that one unit has in sight: for estimates of how many looks a run will record. */
  shareInSight(plan: Pick<SensorPlan, 'shells' | 'geostationary'>, heightKm: number): number;
  /** What it sees of flights. @param spare the view of the same sensor in an earlier trial, whose memory may be written over */
  view(seeing: Seeing, spare?: SensorView): SensorView;
}
