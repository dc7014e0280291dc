/** What a scenario that stays silent means. Printed in the reference of scenario keys. */
export const defaults = {
  command: {
    decisionS: 30,
    releaseS: 0,
    humanReleaseS: 30,
    lookS: 15,
    commitErrorKm: 1,
    doctrine: 'barrage',
    trackS: 60,
    perMissileShare: 0,
  },
  fibre: { speedRatio: 0.68, detourRatio: 1.5, seaDetourRatio: 1.2, routerDelayMs: 0.5 },
  threat: { startS: 0, spacingS: 0, loftDeg: 0, decoys: 0 },
  salvo: 1,
  bridgeMaxKm: 5000,
  analysis: { trials: 1000, seed: 1, launchWindowS: 86_400, horizonYr: 20, priceYear: 2026 },
} as const;

/** More satellites than this and a run is refused before it starts. */
export const MAX_SATELLITES = 200_000;
/** More missiles than this and a run is refused before it starts. */
export const MAX_MISSILES = 5000;
/** More warheads and decoys than this and a run is refused before it starts. */
export const MAX_OBJECTS = 100_000;
