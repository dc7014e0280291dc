import type { Contacts } from '../flow/contacts.ts';
import { LOOK_STEP_S } from '../flow/discrimination.ts';
import type { Links } from '../flow/links.ts';
import type { Custody, ThreatCustody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { Luck } from '../num/random.ts';
import { phaseSpans } from './flight-phase.ts';
import { type SenseRoom, sense } from './sense.ts';
import { type SensorUnits, sensorUnits } from './sensor-clocks.ts';
import { filterThreat } from './threat-filter.ts';
import { rowsByThreat, usableLooks } from './threat-looks.ts';
import { timeOrder } from './time-order.ts';

/** The same in free flight. */
const FREE_STEP_S = 60;
/** Time between updates of the track after boost. */
const UPDATE_STEP_S = 30;

/** Nothing asked for yet. */
export function noCustody({ architecture, threats }: World): Custody {
  return { isAssumed: architecture.sensors.length === 0, threats: threats.map(() => null) };
}

/**
 * What the command centre sees of some threats over their whole flight: coarse looks, half a minute apart (a minute in free flight), and the track after boost
 * that they come to.
 *
 * The same looks as those of `sense` but for the step, and the same filter, from launch: what boost tells is taken
 * over the burnout, and from then on only the small unknown acceleration of free flight is added. Threats that are known already are left
 * as they are.
 *
 * @param wanted by threat: 1 for those asked for
 * @param room for the looks; of this use alone
 */
export function withCustody(
  known: Custody,
  world: World,
  links: readonly Links[],
  luck: Luck,
  wanted: Uint8Array,
  room: SenseRoom,
): Custody {
  if (known.isAssumed) return known;
  const threats = Uint8Array.from(wanted, (is, i) => (is && known.threats[i] === null ? 1 : 0));
  if (!threats.includes(1)) return known;
  const steps = { boostStepS: LOOK_STEP_S, coastStepS: LOOK_STEP_S, freeStepS: FREE_STEP_S };
  const contacts = sense(world, links, luck, { ...steps, threats, room });
  const rows = rowsByThreat(contacts, world.threats.length);
  const units = sensorUnits(world);
  return {
    isAssumed: false,
    threats: known.threats.map((custody, i) => (threats[i] ? custodyOf(contacts, rows[i], world, i, units) : custody)),
  };
}

function custodyOf(
  contacts: Contacts,
  rows: Int32Array,
  world: World,
  threat: number,
  units: SensorUnits,
): ThreatCustody {
  const flight = world.threats[threat];
  const { usableS } = usableLooks(contacts, rows, units.looksNeeded, units.firstUnit, units.count);
  const velocityFromS = flight.launchS + flight.trajectory.boostEndS;
  const history = filterThreat(
    { contacts, rows, usableS },
    flight,
    phaseSpans(world, flight),
    world.architecture.sensors,
    {
      commitErrorKm: 0,
      updateStepS: UPDATE_STEP_S,
      historyStepS: UPDATE_STEP_S,
      stopAtCommit: false,
      velocityFromS,
    },
  );
  const after = history.tS.length - history.velocityErrorKmS.length;
  return {
    ...arrivals(contacts, rows, usableS),
    updateS: Float64Array.from(history.tS.slice(after)),
    positionErrorKm: Float64Array.from(history.positionErrorKm.slice(after)),
    velocityErrorKmS: Float64Array.from(history.velocityErrorKmS),
  };
}

/** The looks that came to the centre, by arrival. */
function arrivals(
  { tS, sensorIndex }: Contacts,
  rows: Int32Array,
  usableS: Float64Array,
): Pick<ThreatCustody, 'arrivalS' | 'lookS' | 'newestS' | 'sensorIndex'> {
  const order = timeOrder(usableS);
  const count = order.length;
  const looks = {
    arrivalS: new Float64Array(count),
    lookS: new Float64Array(count),
    newestS: new Float64Array(count),
    sensorIndex: new Int32Array(count),
  };
  let newestS = -Infinity;
  for (let k = 0; k < count; k++) {
    const row = rows[order[k]];
    newestS = Math.max(newestS, tS[row]);
    looks.arrivalS[k] = usableS[order[k]];
    looks.lookS[k] = tS[row];
    looks.newestS[k] = newestS;
    looks.sensorIndex[k] = sensorIndex[row];
  }
  return looks;
}
