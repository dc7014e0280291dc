import type { Said } from '../../flow/said.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { hazardSentences } from './hazards.ts';
import { lostName } from './names.ts';
import { alternativeSentences, answerSentences, trueSentences, warmSentences } from './sentences.ts';
import {
  type FrontMark,
  frontMarks,
  type LossTable,
  launchRows,
  lossTable,
  type MixGroup,
  type MixRow,
  mixGroups,
} from './tables.ts';

/** What a search says, as data: a page puts it into its language without the model. */
export interface SourcingAnswer {
  /** The price, what the mix keeps, and who cannot be done without. */
  sentences: Said[];
  mix: MixGroup[];
  launches: MixRow[];
  losses: LossTable;
  alternatives: { name: Said; parts: Said[] }[];
  wouldBeTrue: { sentence: Said; changes: Said[] }[];
  warm: { who: Said; sentences: Said[]; record: Said[] };
  /** Beside the front. */
  marks: Record<'today' | 'cheapest', FrontMark>;
}

/** The answer of a search: the same sentences and tables that the screen and the report show. */
export function sourcingAnswer(result: SourcingResult): SourcingAnswer {
  const { model, warm, robust } = result;
  const isFound = robust.status === 'optimal';
  return {
    sentences: answerSentences(result),
    mix: isFound ? mixGroups(result) : [],
    launches: isFound ? launchRows(result) : [],
    losses: lossTable(result),
    alternatives: alternativeSentences(result),
    wouldBeTrue: trueSentences(result),
    warm: { who: lostName(model, warm.case), sentences: warmSentences(result), record: hazardSentences(result) },
    marks: frontMarks(result),
  };
}
