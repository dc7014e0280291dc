import { leakReasons, type TrialOutcome } from '../flow/outcomes.ts';
import type { ObjectTally } from './effect.ts';

/** The tally with one trial more; what it was before where each missile of the raid is one object. */
export function addObjects(
  tally: ObjectTally | undefined,
  { objects, shots, shotCount }: TrialOutcome,
): ObjectTally | undefined {
  if (!objects) return tally;
  const { isWarhead, stoppedByLayer, leakReasonIndex } = objects;
  const added = tally ?? emptyTally();
  layersOf(added, shotCount.length);
  let through = 0;
  for (let i = 0; i < isWarhead.length; i++) {
    const layer = stoppedByLayer[i];
    if (isWarhead[i]) added.warheads++;
    else added.decoys++;
    if (layer >= 0) added.layers[layer][isWarhead[i] ? 'warheadsStopped' : 'decoysStopped']++;
    else if (isWarhead[i]) {
      through++;
      added.warheadsByReason[leakReasonIndex[i]]++;
    }
  }
  for (let leakers = added.trialsByWarheads.length; leakers <= through; leakers++) added.trialsByWarheads.push(0);
  added.trialsByWarheads[through]++;
  for (const { layerIndex, objectIndex } of shots)
    if (objectIndex >= 0 && !isWarhead[objectIndex]) added.layers[layerIndex].shotsAtDecoys++;
  return added;
}

/** The tally with everything that another holds; the other stays as it is. */
export function mergeObjects(tally: ObjectTally | undefined, other: ObjectTally): ObjectTally {
  const merged = tally ?? emptyTally();
  merged.warheads += other.warheads;
  merged.decoys += other.decoys;
  other.trialsByWarheads.forEach((trials, through) => {
    merged.trialsByWarheads[through] = (merged.trialsByWarheads[through] ?? 0) + trials;
  });
  other.warheadsByReason.forEach((warheads, reason) => {
    merged.warheadsByReason[reason] += warheads;
  });
  layersOf(merged, other.layers.length);
  other.layers.forEach((layer, index) => {
    const mine = merged.layers[index];
    mine.warheadsStopped += layer.warheadsStopped;
    mine.decoysStopped += layer.decoysStopped;
    mine.shotsAtDecoys += layer.shotsAtDecoys;
  });
  return merged;
}

function emptyTally(): ObjectTally {
  return { warheads: 0, decoys: 0, trialsByWarheads: [], warheadsByReason: leakReasons.map(() => 0), layers: [] };
}

function layersOf({ layers }: ObjectTally, count: number): void {
  while (layers.length < count) layers.push({ warheadsStopped: 0, decoysStopped: 0, shotsAtDecoys: 0 });
}
