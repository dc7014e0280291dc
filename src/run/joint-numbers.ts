import type { Architecture } from '../flow/architecture.ts';
import { canSimulate } from './prepare.ts';

/** Draws of the inputs where nobody asks for another number of them. */
export const DEFAULT_DRAWS = 64;
/** Raids a draw and date. Few: draws tell more of what nobody knows than further raids do, whose noise is taken out. */
export const DEFAULT_RAIDS = 6;
/** The least and the most of each. */
export const JOINT_BOUNDS = { draws: [16, 4096], raids: [4, 100_000] } as const;

/** Whether a scenario says how its force is built: raids, satellites, and vehicles that lift them, and not that all of it stands as published. */
export function isBuilt(architecture: Architecture): boolean {
  const { interceptors, sensors, networks, launch, programme } = architecture;
  const flies = [...interceptors, ...sensors, ...networks].some((plan) => 'shells' in plan && plan.shells?.length);
  return programme !== 'complete' && canSimulate(architecture) && launch.launchers.length > 0 && Boolean(flies);
}
