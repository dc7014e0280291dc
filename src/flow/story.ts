/** What happened to one missile in one trial, in order of time. */
export interface Story {
  trial: number;
  threatId: string;
  startUtc: string;
  /** Seconds after the missile's launch. */
  burnoutS: number;
  impactS: number;
  events: StoryEvent[];
  /** `stopped by sbi`, or the reason why it got through. */
  end: string;
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
  'impact',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface StoryEvent {
  /** Seconds after the missile's launch. */
  tS: number;
  kind: EventKind;
  /** Who: sensor, network path, layer and unit. */
  who: string;
  text: string;
}
