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
