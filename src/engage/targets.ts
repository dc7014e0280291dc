import { CALLED_DECOY, type EngagementState } from '../flow/engagement.ts';
import { isPlain, takesAll } from '../flow/objects.ts';
import { type Opportunities, phases, type TargetedOpportunities } from '../flow/orders.ts';

const TERMINAL = phases.indexOf('terminal');

/**
 * Opportunities against what is shot at: those of a missile as they are while one hit takes all that it carries, later once for each
 * of its objects that flies and is not called a decoy. Decoys that the air strips away are no targets in the terminal phase.
 *
 * A missile that a layer can still hit whole is shot at so, and only so in that salvo.
 */
export function targetsOf(chances: Opportunities, state: EngagementState, layerIndex: number): TargetedOpportunities {
  const { objects } = state;
  if (isPlain(objects)) return { ...chances, objectIndex: chances.threatIndex };
  const { remainingCount } = state.layers[layerIndex];
  const rows: number[] = [];
  const targets: number[] = [];
  for (let from = 0; from < chances.count; ) {
    const threat = chances.threatIndex[from];
    let to = from + 1;
    while (to < chances.count && chances.threatIndex[to] === threat) to++;
    const isWhole = (row: number) =>
      takesAll(objects, threat, chances.interceptS[row]) && remainingCount[chances.unitIndex[row]] > 0;
    const block = Array.from({ length: to - from }, (_, k) => from + k);
    const whole = block.filter(isWhole);
    for (const object of whole.length > 0 ? [objects.firstObject[threat]] : flyingObjects(state, threat)) {
      for (const row of whole.length > 0 ? whole : block) {
        if (whole.length === 0 && !isShotAt(state, layerIndex, object, chances.phaseIndex[row])) continue;
        rows.push(row);
        targets.push(object);
      }
    }
    from = to;
  }
  return rowsAt(chances, rows, targets);
}

function flyingObjects({ objects, stoppedByLayer }: EngagementState, threat: number): number[] {
  const flying: number[] = [];
  for (let i = objects.firstObject[threat]; i < objects.firstObject[threat + 1]; i++)
    if (stoppedByLayer[i] < 0) flying.push(i);
  return flying;
}

function isShotAt({ objects, layers }: EngagementState, layerIndex: number, object: number, phaseIndex: number) {
  if (phaseIndex === TERMINAL && objects.isStripped[object]) return false;
  const { calls } = layers[layerIndex];
  return !calls?.isSorted || calls.byObject[object] !== CALLED_DECOY;
}

function rowsAt(chances: Opportunities, rows: readonly number[], targets: readonly number[]): TargetedOpportunities {
  const count = rows.length;
  const table: TargetedOpportunities = {
    count,
    threatIndex: new Int32Array(count),
    objectIndex: Int32Array.from(targets),
    unitIndex: new Int32Array(count),
    releaseS: new Float64Array(count),
    interceptS: new Float64Array(count),
    phaseIndex: new Uint8Array(count),
    killProbability: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    table.threatIndex[i] = chances.threatIndex[row];
    table.unitIndex[i] = chances.unitIndex[row];
    table.releaseS[i] = chances.releaseS[row];
    table.interceptS[i] = chances.interceptS[row];
    table.phaseIndex[i] = chances.phaseIndex[row];
    table.killProbability[i] = chances.killProbability[row];
  }
  return table;
}
