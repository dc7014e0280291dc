import type { ThreatPlan } from './architecture.ts';
import type { World } from './world.ts';

/**
 * What flies in a raid once the missiles have let go of what they carry: warheads and decoys, missile by missile. Where every missile is
 * one warhead and nothing else, object i is missile i.
 */
export interface RaidObjects {
  count: number;
  /** By missile: its first object; one entry more than there are missiles. */
  firstObject: Int32Array;
  /** By object: position of its missile in `world.threats`. */
  threatIndex: Int32Array;
  /** By object: 1 for a warhead, 0 for a decoy. */
  isWarhead: Uint8Array;
  /** By object: 1 for a decoy that the air strips away. */
  isStripped: Uint8Array;
  /** By missile: until when one hit takes all that it carries, seconds after the first launch. Infinity: one object to the end. */
  partS: Float64Array;
}

/** Warheads and decoys that one missile of a group carries. */
export function objectCountOf({
  warheadCount = 1,
  decoys = 0,
}: Partial<Pick<ThreatPlan, 'warheadCount' | 'decoys'>>): number {
  return warheadCount + decoys;
}

/** Whether every missile is one object, so that objects and missiles have the same numbers. */
export function isPlain({ count, firstObject }: RaidObjects): boolean {
  return count === firstObject.length - 1;
}

/** Whether an intercept takes everything that a missile carries. */
export function takesAll({ partS }: RaidObjects, threatIndex: number, interceptS: number): boolean {
  return interceptS < partS[threatIndex];
}

/** Name of the random streams of an object: that of its missile, for those after the first with their number. */
export function objectKey({ firstObject, threatIndex }: RaidObjects, { threats }: World, object: number): string {
  const threat = threatIndex[object];
  const place = object - firstObject[threat];
  const { key } = threats[threat];
  return place === 0 ? key : `${key}/${place}`;
}
