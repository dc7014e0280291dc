/**
 * Looks at threats that found their target, in no order, as columns of one table.
 * A look counts only if geometry, phase of flight and the sensor's own limits allow it.
 */
export interface Contacts {
  count: number;
  /** Time of the look, seconds after the first launch. */
  tS: Float64Array;
  /** Time at which the measurement is at the command centre; NaN: it has no route. */
  arrivalS: Float64Array;
  threatIndex: Int32Array;
  /** Position in `architecture.sensors`. */
  sensorIndex: Int32Array;
  unitIndex: Int32Array;
  /** [look][xyz] position of the sensor unit at the look, inertial axes. */
  sensorEciKm: Float64Array;
  /** Distance to the target. */
  rangeKm: Float64Array;
  /** By threat: looks that would have found it and were not made, as the unit had no place left for one more. */
  refusedCount: Int32Array;
}
