import type { ElementHealth, Fate } from '../flow/element-health.ts';
import { type Said, said } from '../flow/said.ts';
import type { SpaceElement } from '../flow/world.ts';
import { isoFromUnixS } from '../physics/time.ts';

/** One sentence for each file of orbital elements: how many of it fly at the epoch, how old they are, why the others do not. */
export function healthNotes(space: readonly SpaceElement[], epochUtc: string): Said[] {
  return space.flatMap(({ health }) => (health ? [healthNote(health, epochUtc)] : []));
}

/** How many satellites of a file fly, how old their elements are, and what became of the others. */
export function healthNote(health: ElementHealth, epochUtc: string): Said {
  const { id, file, flyingCount: flying, heldCount: held, youngestDays: young, oldestDays: old } = health;
  const grounded = groundedWords(health);
  return said('note.health', { id, file, flying, held, epoch: epochUtc, young, old, grounded });
}

/** That no satellite of a file flies, why, and what to do. */
export function noneFlies(health: ElementHealth, epochUnixS: number): Said {
  const grounded = groundedWords(health);
  return said('elements.none-flies', { held: health.heldCount, epoch: isoFromUnixS(epochUnixS), grounded });
}

/** Why some do not fly, after a semicolon; empty where all do. */
export function groundedWords(health: ElementHealth): Said | '' {
  const { maxAgeDays: days } = health;
  const counts: Record<Fate | 'faulty', number> = {
    duplicate: health.duplicateCount,
    debris: health.debrisCount,
    decayed: health.decayedCount,
    lost: health.lostCount,
    stale: health.staleCount,
    faulty: health.faultCount,
  };
  const list = Object.entries(counts).flatMap(([fate, count]) =>
    count > 0 ? [said(`health.${fate as Fate | 'faulty'}`, { count, days })] : [],
  );
  return list.length > 0 ? said('health.grounded', { list }) : '';
}

/** A file without the folder in which it lies on this machine. */
export function shortName(file: string): string {
  return file.replace(/^.*[/\\]/, '');
}
