import type { Architecture, SensorPlan } from '../flow/architecture.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { Discrimination, ObjectWatch } from '../flow/discrimination.ts';
import { isPlain, type RaidObjects } from '../flow/objects.ts';
import { STARING_REVISIT_S } from './sensor-clocks.ts';
import { timeOrder } from './time-order.ts';

/** Time constant where a sensor names none. */
const WATCH_S = 120;
/** Chance at which a warhead is taken for one, where a sensor names none. */
const WARHEAD_CALLED = 0.9;
/** Looks after boost are recorded this far apart at most, whatever the rate of the sensor. */
const RECORD_STEP_S = 30;

/** Whether a scenario has something to tell apart, and something that can. */
export function tellsApart({ threats, sensors }: Pick<Architecture, 'threats' | 'sensors'>): boolean {
  return threats.some(({ decoys }) => decoys > 0) && sensors.some(isDiscriminating);
}

function isDiscriminating({ discriminationDPrime = 0 }: SensorPlan): boolean {
  return discriminationDPrime > 0;
}

/**
 * How long each discriminating sensor has watched the objects of each missile, from the moment that they part.
 *
 * Time between two looks of one sensor counts where they are no further apart than two of its looks; all its sites are one watch.
 */
export function watchObjects(
  { sensors }: Pick<Architecture, 'sensors'>,
  objects: RaidObjects,
  contacts: Contacts | undefined,
): Discrimination {
  const watches: ObjectWatch[][] = Array.from(objects.partS, () => []);
  if (isPlain(objects) || !contacts || !sensors.some(isDiscriminating)) return { watches };
  const rows = new Map<number, number[]>();
  for (let row = 0; row < contacts.count; row++) {
    const sensor = contacts.sensorIndex[row]!;
    const threat = contacts.threatIndex[row]!;
    if (!isDiscriminating(sensors[sensor]!) || !(contacts.tS[row]! >= objects.partS[threat]!)) continue;
    if (Number.isNaN(contacts.arrivalS[row]!)) continue;
    const key = threat * sensors.length + sensor;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  for (const [key, own] of rows) {
    watches[Math.floor(key / sensors.length)]!.push(watchOf(contacts, own, sensors[key % sensors.length]!));
  }
  return { watches };
}

function watchOf(contacts: Contacts, rows: readonly number[], plan: SensorPlan): ObjectWatch {
  const longestS = 2 * Math.max(RECORD_STEP_S, plan.revisitS ?? STARING_REVISIT_S);
  const order = timeOrder(Float64Array.from(rows, (row) => contacts.tS[row]!));
  const arrivalS = new Float64Array(rows.length);
  const onTargetS = new Float64Array(rows.length);
  let lastS = Number.NaN;
  let sumS = 0;
  order.forEach((place, k) => {
    const row = rows[place]!;
    const gapS = contacts.tS[row]! - lastS;
    if (gapS <= longestS) sumS += gapS;
    lastS = contacts.tS[row]!;
    onTargetS[k] = sumS;
    arrivalS[k] = Math.max(k > 0 ? arrivalS[k - 1]! : -Infinity, contacts.arrivalS[row]!);
  });
  return {
    arrivalS,
    onTargetS,
    longSeparation: plan.discriminationDPrime ?? 0,
    timeConstantS: plan.discriminationS ?? WATCH_S,
    warheadCalled: plan.warheadCalledProbability ?? WARHEAD_CALLED,
  };
}
