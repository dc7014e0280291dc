import { signal } from '@preact/signals';
import type { Plan } from './session.ts';

/** A result that was opened: as soon as its run is made here again, it is held against it. */
export interface HeldResult {
  name: string;
  text: string;
  /** The plan that makes it again; another one has nothing to do with it. */
  plan: Plan;
}

export const held = signal<HeldResult | undefined>(undefined);
