import type { ThreatTrack, Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';

/**
 * Tracks of a scenario without sensors: every threat is seen, tracked and committed to a stated time after its launch.
 *
 * @param trackS from launch to a track of commit quality
 */
export function assumedTracks(world: World, trackS: number): Tracks {
  return { threats: world.threats.map(({ launchS }) => assumedTrack(launchS + trackS)) };
}

function assumedTrack(atS: number): ThreatTrack {
  return {
    firstSeenS: atS,
    detectedS: atS,
    firstArrivalS: atS,
    commitS: atS,
    commitIfDeliveredS: atS,
    lookCount: 0,
    deliveredCount: 0,
    refusedCount: 0,
    sightLinesMaxCount: 0,
    custodyGapS: 0,
    updateCount: 0,
    tS: new Float64Array(0),
    positionErrorKm: new Float64Array(0),
    sightLinesCount: new Uint16Array(0),
  };
}
