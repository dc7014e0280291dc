import { DAY_S, TAU_RAD } from './constants.ts';

const ISO = /^(\d{4})-(?:(\d{2})-(\d{2})|(\d{3}))(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/i;
const J2000_UNIX_S = 946728000; // 2000-01-01T12:00:00
const CENTURY_S = 36525 * DAY_S;

/**
 * Unix time of an ISO 8601 date or date-time, without leap seconds.
 *
 * A time without a zone is UTC, as in CCSDS messages; day-of-year dates (2028-153) are understood. A second of 60 is refused.
 *
 * @returns seconds since 1970-01-01T00:00:00Z; NaN where the text is no valid time
 * @source ccsds-301-time, section 3.5
 */
export function unixSFromIso(iso: string): number {
  const found = ISO.exec(iso.trim());
  if (!found) return Number.NaN;
  const [, year, month, day, dayOfYear, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const dayS = dayOfYear ? ordinalDayS(Number(year), Number(dayOfYear)) : calendarDayS(`${year}-${month}-${day}`);
  const clockS = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Number(`0${fraction}`);
  return dayS + clockS - zoneS(zone);
}

/** ISO 8601 in UTC, to the millisecond where there is one: `2028-06-01T00:00:00Z`. Inverse of {@link unixSFromIso}. */
export function isoFromUnixS(unixS: number): string {
  const date = new Date(Math.round(unixS * 1000));
  if (Number.isNaN(date.getTime())) throw new RangeError(`unixS must be a time: ${unixS}`);
  return date.toISOString().replace('.000Z', 'Z');
}

/**
 * Greenwich mean sidereal time, IAU 1982, with UT1 taken as UTC (at most 0.9 s, 0.42 km on the ground, apart).
 *
 * Whole days are removed before the angle is formed, so a double of seconds keeps its microseconds.
 *
 * @returns angle from the true-of-date equinox (TEME) to Greenwich, in [0, 2π)
 * @source vallado-2013, equation 3-47
 */
export function gmstRad(unixS: number): number {
  const sinceS = unixS - J2000_UNIX_S;
  const T = sinceS / CENTURY_S;
  const slowS = 67310.54841 + T * (8640184.812866 + T * (0.093104 - T * 6.2e-6));
  const turn = (((sinceS % DAY_S) + slowS) / DAY_S) % 1;
  return TAU_RAD * (turn < 0 ? turn + 1 : turn);
}

/** Midnight of a date whose day exists in its month; NaN otherwise. */
function calendarDayS(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? Number.NaN : ms / 1000;
}

function ordinalDayS(year: number, day: number): number {
  const ms = new Date(0).setUTCFullYear(year, 0, day);
  return day >= 1 && new Date(ms).getUTCFullYear() === year ? ms / 1000 : Number.NaN;
}

function zoneS(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  return hours > 23 || minutes > 59 ? Number.NaN : (zone[0] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}
