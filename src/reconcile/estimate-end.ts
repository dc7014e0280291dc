import type { HeldAssumption, WalkEnd } from '../flow/reconcile.ts';
import { said } from '../flow/said.ts';
import { codeName } from './changed-values.ts';
import { type Study, silentCodes } from './study.ts';

/**
 * One end of a walk: its published total beside what the engine makes of it.
 *
 * @param held what was the same at both ends because only one states it: the first reason for a miss
 */
export function endOf(study: Study, engineMusd: number, held: readonly HeldAssumption[]): WalkEnd {
  const { id, name, totalMusd, lowMusd, highMusd, priceYear } = study;
  const missMusd = totalMusd! - engineMusd;
  const roundingMusd = roundingOf(totalMusd!);
  const isMiss = Math.abs(missMusd) > roundingMusd;
  return {
    id,
    name,
    publishedMusd: totalMusd!,
    ...(lowMusd !== undefined && { lowMusd }),
    ...(highMusd !== undefined && { highMusd }),
    priceYear,
    engineMusd,
    missMusd,
    roundingMusd,
    ...(isMiss && { why: whyOf(study, held) }),
    silent: silentCodes(study),
  };
}

/** Half of the last digit of a total as it was printed, in whole billions at best. */
export function roundingOf(totalMusd: number): number {
  let unitMusd = 1000;
  while (unitMusd < totalMusd && totalMusd % (10 * unitMusd) === 0) unitMusd *= 10;
  return unitMusd / 2;
}

/** Why the engine misses: with what it borrowed, or from the study's own rounded numbers. */
export function whyOf({ name, layers }: Study, held: readonly HeldAssumption[]) {
  const isLaunched = layers.some(({ launchIncluded }) => launchIncluded);
  // a mass only parts a price that includes its launch: the sum stays
  const borrowed = held.filter(({ by, code }) => by !== name && !(code === 'mass' && isLaunched));
  if (borrowed.length === 0) return said('reconcile.why-own');
  const names = [...new Set(borrowed.map(({ by }) => by))];
  const codes = [...new Set(borrowed.map(({ code }) => code))].map(codeName);
  return said('reconcile.why-borrowed', { codes, names });
}
