/** How many interceptors reach a threat over places and times, and the absentee ratios that follow. */
export interface SimulatedAbsentee {
  inReachMin: number;
  inReachMean: number;
  /** Constellation over the mean number in reach; Infinity where none ever is. */
  absenteeMeanRatio: number;
  /** Constellation over the least number in reach: what it takes to have one there always; Infinity where none is at times. */
  absenteeMinRatio: number;
  /** Share of places and times with none in reach. */
  noneFraction: number;
  byPlace: PlaceReach[];
}

/** The same for one launch place. */
export interface PlaceReach {
  latDeg: number;
  lonDeg: number;
  inReachMin: number;
  inReachMean: number;
  noneFraction: number;
}

/**
 * Absentee ratio of a real constellation: all interceptors over those in reach, over launch places and times of day.
 *
 * The ideal closed form spreads interceptors evenly over the sphere (or over the band up to a latitude); here they fly their
 * orbits, so the ratio differs from place to place and from time to time.
 *
 * @param reachAt number in reach for a launch from a place (by position) at a time (by number)
 * @param timeCount launch times a place
 * @param constellationCount interceptors in orbit
 */
export function simulatedAbsentee(
  reachAt: (placeIndex: number, timeIndex: number) => number,
  places: readonly { latDeg: number; lonDeg: number }[],
  timeCount: number,
  constellationCount: number,
): SimulatedAbsentee {
  if (!(timeCount >= 1) || places.length === 0) {
    throw new RangeError(`absentee needs a place and a time: ${places.length} places, ${timeCount} times`);
  }
  let least = Infinity;
  let total = 0;
  let none = 0;
  const byPlace = places.map(({ latDeg, lonDeg }, place): PlaceReach => {
    let [placeMin, placeSum, placeNone] = [Infinity, 0, 0];
    for (let time = 0; time < timeCount; time++) {
      const count = reachAt(place, time);
      placeMin = Math.min(placeMin, count);
      placeSum += count;
      if (count === 0) placeNone++;
    }
    least = Math.min(least, placeMin);
    total += placeSum;
    none += placeNone;
    const inReachMean = placeSum / timeCount;
    return { latDeg, lonDeg, inReachMin: placeMin, inReachMean, noneFraction: placeNone / timeCount };
  });
  const count = places.length * timeCount;
  const inReachMean = total / count;
  return {
    inReachMin: least,
    inReachMean,
    absenteeMeanRatio: constellationCount / inReachMean,
    absenteeMinRatio: constellationCount / least,
    noneFraction: none / count,
    byPlace,
  };
}
