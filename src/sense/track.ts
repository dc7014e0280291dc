import type { Contacts } from '../flow/contacts.ts';
import type { ThreatTrack, Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { revisitTimeS } from '../kinds/sensors/revisit.ts';
import { phaseSpans } from './flight-phase.ts';
import { sensorUnits } from './sensor-clocks.ts';
import { countSightLines, custodyGapS, type SightLines, sightLinesAt } from './sight-lines.ts';
import { arrivingLooks, type FilterHistory, type FilterSettings, filterThreat, TrackFilter } from './threat-filter.ts';
import { rowsByThreat, type ThreatLooks, usableLooks } from './threat-looks.ts';

export interface TrackOptions {
  /** Default: that of the first command centre of the scenario. */
  commitErrorKm?: number;
  /** End of the looks where they were stopped early, seconds after the first launch; closes the last gap of custody. */
  untilS?: number;
  /** Time between updates before the commit: a commit is found at the end of such a step. Default 0.5. */
  updateStepS?: number;
  /** Time between updates of the history after the commit. Default 15. */
  historyStepS?: number;
  /** End the history of the error at the commit: all that a decision needs, at a third of the cost. Default false. */
  stopAtCommit?: boolean;
  /** Leave out what no outcome depends on: lines of sight (none), custody and the commit if all were delivered (NaN). Default false. */
  isBrief?: boolean;
  /** Time within which looks of different units count as made at once. Default 30, the step of looks after boost. */
  sightSlotS?: number;
}

/**
 * What the command centre knows of each threat over time: detections, arrivals, and the error of a fused track.
 *
 * See `usableLooks` for the rule of detection and `filterThreat` for the track. The result does not depend on the order of the
 * contacts' rows, and a further look never makes an error larger.
 *
 * @throws RangeError if no commit error is given and the scenario has no command centre, or a step is not above 0
 */
export function track(contacts: Contacts, world: World, options: TrackOptions = {}): Tracks {
  const { updateStepS = 0.5, historyStepS = 15, sightSlotS = 30, untilS = Infinity, stopAtCommit = false } = options;
  const { isBrief = false } = options;
  const commitErrorKm = options.commitErrorKm ?? world.architecture.command[0]?.commitErrorKm;
  if (!(commitErrorKm > 0)) throw new RangeError(`commitErrorKm must exceed 0: ${commitErrorKm}`);
  if (!(updateStepS > 0 && historyStepS > 0 && sightSlotS > 0)) {
    throw new RangeError(`steps must exceed 0: ${updateStepS}, ${historyStepS}, ${sightSlotS}`);
  }
  const { sensors } = world.architecture;
  const { looksNeeded, firstUnit, count: unitCount } = sensorUnits(world);
  const slotS = Math.max(sightSlotS, ...sensors.map(revisitTimeS));
  const settings: FilterSettings = { commitErrorKm, updateStepS, historyStepS, stopAtCommit };

  const threats = rowsByThreat(contacts, world.threats.length).map((rows, threat) => {
    const flight = world.threats[threat];
    const spans = phaseSpans(world, flight);
    const refusedCount = contacts.refusedCount[threat];
    const looks = usableLooks(contacts, rows, looksNeeded, firstUnit, unitCount);
    const filtered = (usableS: Float64Array) =>
      filterThreat(new TrackFilter(arrivingLooks(contacts, rows, usableS), flight, spans, sensors), settings);
    const history = filtered(looks.usableS);
    if (isBrief) {
      const missing = { commitIfDeliveredS: Number.NaN, custodyGapS: Number.NaN };
      return { ...summary(contacts, looks, history, NO_LINES), ...missing, refusedCount };
    }
    const isWhole = !Number.isNaN(history.commitS) || isAllDelivered(looks);
    const commitIfDeliveredS = isWhole ? history.commitS : filtered(looks.usableIfDeliveredS).commitS;
    const lines = countSightLines(contacts, rows, slotS, firstUnit, unitCount);
    const endS = Math.min(untilS, flight.launchS + flight.trajectory.impactS);
    return {
      ...summary(contacts, looks, history, lines),
      commitIfDeliveredS,
      refusedCount,
      custodyGapS: custodyGapS(contacts, rows, looks.detectedS, endS),
    };
  });
  return { threats };
}

const NO_LINES: SightLines = { fromS: 0, slotS: 1, count: new Uint16Array(0) };

/** Whether every look that could be of use reached the centre. */
function isAllDelivered({ usableS, usableIfDeliveredS }: ThreatLooks): boolean {
  return usableIfDeliveredS.every((tS, k) => Number.isNaN(tS) || !Number.isNaN(usableS[k]));
}

function summary(
  contacts: Contacts,
  looks: ThreatLooks,
  history: FilterHistory,
  lines: SightLines,
): Omit<ThreatTrack, 'commitIfDeliveredS' | 'custodyGapS' | 'refusedCount'> {
  let firstArrivalS = Number.NaN;
  let deliveredCount = 0;
  for (let k = 0; k < looks.count; k++) {
    if (!Number.isNaN(looks.usableS[k])) deliveredCount++;
    if (!(looks.usableS[k] >= firstArrivalS) && !Number.isNaN(looks.usableS[k])) firstArrivalS = looks.usableS[k];
  }
  return {
    firstSeenS: looks.count > 0 ? contacts.tS[looks.row[0]] : Number.NaN,
    detectedS: looks.detectedS,
    firstArrivalS,
    commitS: history.commitS,
    lookCount: looks.count,
    deliveredCount,
    sightLinesMaxCount: lines.count.reduce((most, count) => Math.max(most, count), 0),
    updateCount: history.tS.length,
    tS: Float64Array.from(history.tS),
    positionErrorKm: Float64Array.from(history.positionErrorKm),
    sightLinesCount: Uint16Array.from(history.tS, (tS) => sightLinesAt(lines, tS)),
  };
}
