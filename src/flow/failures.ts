import type { FailurePlan } from './architecture.ts';

/** A plan by which everything works. */
export function nothingOut(): FailurePlan {
  return {
    satelliteOutProbability: 0,
    planesOut: [],
    gatewaysOut: [],
    cablesOut: [],
    landingsOut: [],
    jammed: [],
    controlPlanesDown: [],
    partnersOff: [],
  };
}
