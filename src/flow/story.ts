import type { Said } from './said.ts';

/** What happened to one missile in one trial, in order of time. */
export interface Story {
  trial: number;
  threatId: string;
  startUtc: string;
  /** Seconds after the missile's launch. */
  burnoutS: number;
  impactS: number;
  events: StoryEvent[];
  /** Looks that sensors did not make at it, as their places were taken by other targets. */
  refusedCount: number;
  /** Which layer stopped it, or the reason why it got through. */
  end: Said;
}

export const eventKinds = [
  'launch',
  'seen',
  'detected',
  'track',
  'decided',
  'message',
  'release',
  'intercept',
  'burnout',
  'parted',
  'impact',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface StoryEvent {
  /** Seconds after the missile's launch. */
  tS: number;
  kind: EventKind;
  /** Who: sensor, network path, layer and unit. */
  who: string;
  /** What happened. */
  said: Said;
}
