import type { JointAnswer, Result } from 'cupola';
import { DEFAULT_DRAWS, isShipped, type Side, scenarioName } from './session.ts';

/** What the sentence of an answer by date tells beside it, as a run by date has it. */
export interface Told {
  raid: Result['raid'];
  coverage: readonly { id: string }[];
  cost: { result: Pick<NonNullable<Result['cost']>['result'], 'notes' | 'elements'> } | null;
}

/** The answer by date of a shipped scenario with everybody in, worked out before the page was built. */
export interface AheadAnswer extends Told {
  joint: JointAnswer;
}

const files = import.meta.glob<AheadAnswer>('../answers/*.json', { import: 'default' });

/** The answer that is there before the engine has its own; undefined for what is not as shipped, and for another number of draws. */
export async function answerAhead(side: Side, draws: number): Promise<AheadAnswer | undefined> {
  if (draws !== DEFAULT_DRAWS || !isShipped(side)) return undefined;
  return files[`../answers/${scenarioName(side.file)}.json`]?.();
}
