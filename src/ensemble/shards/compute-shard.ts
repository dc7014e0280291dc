import type { Catalog } from '../../catalog/entry.ts';
import type { Architecture } from '../../flow/architecture.ts';
import { type TrialOutcome, warheadsThrough } from '../../flow/outcomes.ts';
import type { Said } from '../../flow/said.ts';
import { costOf } from '../../programme/cost.ts';
import { costProblems } from '../../programme/cost-problems.ts';
import { noCost } from '../../run/answer.ts';
import { type Memory, newMemory, simulate } from '../../run/drive.ts';
import { canSimulate, type Prepared, prepare } from '../../run/prepare.ts';
import type { StudyJob } from '../study/study-job.ts';
import { pointArchitecture } from '../study/variant.ts';
import type { Shard, ShardResult } from './shard.ts';

/** Points whose compiled orbits and networks are kept: neighbouring shards belong to the same point. */
const KEEP_PREPARED = 2;

/** Computes the shards of one study on one thread. */
export function shardComputer(job: StudyJob, catalog: Catalog): (shard: Shard) => ShardResult {
  const kept = new Map<number, { prepared: Prepared; memory: Memory }>();
  const pointOf = (pointIndex: number) => {
    const made = () => ({ prepared: prepare(pointArchitecture(job, pointIndex, catalog)), memory: newMemory() });
    const point = kept.get(pointIndex) ?? made();
    kept.delete(pointIndex);
    kept.set(pointIndex, point);
    for (const oldest of kept.keys()) if (kept.size > KEEP_PREPARED) kept.delete(oldest);
    return point;
  };
  return ({ pointIndex, from, to }) => {
    const { prepared, memory } = pointOf(pointIndex);
    const { architecture } = prepared;
    const isSimulated = canSimulate(architecture);
    const wantsTrials = isSimulated && job.record.includes('trials');
    const simulation = isSimulated
      ? simulate(prepared, from, to, { keepBelow: wantsTrials ? Infinity : 0, memory })
      : { effect: null, outcomes: [] };
    const notes: Said[] = [];
    return {
      effect: simulation.effect,
      ...(from === 0 && job.record.includes('cost') && costPart(architecture, notes)),
      layerIds: architecture.interceptors.map(({ id }) => id),
      ...(wantsTrials && { trials: trialPart(simulation.outcomes) }),
      notes,
    };
  };
}

function costPart(architecture: Architecture, notes: Said[]): Pick<ShardResult, 'cost'> {
  const problems = costProblems(architecture);
  if (problems.length > 0) {
    notes.push(...problems.slice(0, 100).map(noCost));
    return {};
  }
  const { totalMusd, elements, categoryMusd } = costOf(architecture);
  const byElement = Object.fromEntries(elements.map((element) => [element.id, element.totalMusd]));
  return { cost: { totalMusd, elements: byElement, categories: { ...categoryMusd } } };
}

function trialPart(outcomes: readonly TrialOutcome[]): NonNullable<ShardResult['trials']> {
  const sum = (values: ArrayLike<number>) => Array.prototype.reduce.call(values, (a, b) => a + b, 0) as number;
  return {
    startS: outcomes.map(({ startS }) => startS),
    leakerCount: outcomes.map(({ stoppedByLayer }) => stoppedByLayer.filter((layer) => layer < 0).length),
    warheadLeakerCount: outcomes.map(warheadsThrough),
    engagedCount: outcomes.map(({ shots }) => new Set(shots.map(({ threatIndex }) => threatIndex)).size),
    shotCount: outcomes.map(({ shotCount }) => sum(shotCount)),
    killCount: outcomes.map(({ killCount }) => sum(killCount)),
  };
}
