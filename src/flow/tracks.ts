/** What the command centre knows of each threat over time. One entry a threat of the world. */
export interface Tracks {
  threats: ThreatTrack[];
}

/** Times are seconds after the first launch; NaN: never. */
export interface ThreatTrack {
  /** First look of any sensor. */
  firstSeenS: number;
  /** Enough looks by one sensor for a detection, at the sensor. */
  detectedS: number;
  /** First measurement of a detected target at the command centre. */
  firstArrivalS: number;
  /** Position error at the centre first at or under the commit error. */
  commitS: number;
  /** The same if every look had reached the centre at once; equals `commitS` where every look arrived. */
  commitIfDeliveredS: number;
  /** Looks that found the target, and how many of them reached the centre as measurements of a detected target. */
  lookCount: number;
  deliveredCount: number;
  /** Looks not made for want of a place at the sensor. */
  refusedCount: number;
  /** Most lines of sight at once. */
  sightLinesMaxCount: number;
  /** Longest time without a look between detection and the end of flight. */
  custodyGapS: number;
  /** History at the centre, one row a filter update. */
  updateCount: number;
  tS: Float64Array;
  /** One-sigma position error: root of the largest eigenvalue of the covariance. */
  positionErrorKm: Float64Array;
  /** Sensors with a line of sight at that time. */
  sightLinesCount: Uint16Array;
}

/**
 * What the command centre sees of threats over their whole flight, in coarse looks: for shots after boost and for the assessment
 * between salvos. Made only for the threats that someone asks about.
 */
export interface Custody {
  /** The scenario has no sensors: every threat is taken as seen and tracked all the way. */
  isAssumed: boolean;
  /** By threat; null: not asked for. */
  threats: (ThreatCustody | null)[];
}

/** Columns of two tables; times are seconds after the first launch. */
export interface ThreatCustody {
  /** Looks that came to the centre as measurements of a detected target, by arrival. */
  arrivalS: Float64Array;
  /** When each was made. */
  lookS: Float64Array;
  /** The latest look among those that had come by then. */
  newestS: Float64Array;
  /** By position in `architecture.sensors`. */
  sensorIndex: Int32Array;
  /** Updates of the track after boost, by time. */
  updateS: Float64Array;
  /** One-sigma error of position and of velocity at the update: roots of the largest eigenvalues of the covariances. */
  positionErrorKm: Column;
  velocityErrorKmS: Column;
}

/** Numbers of a table, of which each may be worked out when it is first asked for. In JSON an array. */
export interface Column {
  /** The number of a row; undefined where there is no such row. */
  at: (row: number) => number | undefined;
}

/** Why the centre has no track of commit quality. */
export type NoCommitReason = 'never-seen' | 'no-track' | 'undelivered' | 'saturated';

/**
 * What kept a threat from a track of commit quality, or null where there is one.
 *
 * `undelivered` where the looks would have been enough had they all arrived; `saturated` where they would not, and sensors left out others for
 * want of a place; `no-track` where they left out none.
 */
export function noCommitReason(track: ThreatTrack): NoCommitReason | null {
  if (!Number.isNaN(track.commitS)) return null;
  if (!Number.isNaN(track.commitIfDeliveredS)) return 'undelivered';
  if (track.refusedCount > 0) return 'saturated';
  return Number.isNaN(track.firstSeenS) ? 'never-seen' : 'no-track';
}
