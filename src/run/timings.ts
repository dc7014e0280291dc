import type { StageTime } from '../flow/timings.ts';
import { answerParts } from './answer.ts';
import { pipeline, salvo } from './pipeline.ts';

/** Every stage of a run by name, in order: those of a salvo stand where the engagement begins. */
export const stageNames: readonly string[] = [
  'prepare',
  ...pipeline.flatMap(({ name, writes }) => [name, ...(writes === 'engagement' ? salvo.map((step) => step.name) : [])]),
  ...answerParts,
];

/** Times of several threads put together, in the order of {@link stageNames}. */
export function addTimes(all: readonly (readonly StageTime[])[]): StageTime[] {
  const sums = new Map<string, StageTime>();
  for (const { name, count, spentMs } of all.flat()) {
    const sum = sums.get(name);
    sums.set(name, { name, count: count + (sum?.count ?? 0), spentMs: spentMs + (sum?.spentMs ?? 0) });
  }
  return [...sums.values()].sort((a, b) => stageNames.indexOf(a.name) - stageNames.indexOf(b.name));
}
