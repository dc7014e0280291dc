import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';

/** That events of the scenario are left out, where it has any: what is asked is asked of the whole, as if complete. */
export function eventNote({ events = [] }: Architecture): Said[] {
  return events.length > 0 ? [said('note.events', { count: events.length })] : [];
}
