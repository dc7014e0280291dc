import type { Architecture } from '../flow/architecture.ts';
import type { ClaimAnswer } from '../flow/claim.ts';
import type { Drawn, JointAnswer, JointConfidence, JointTable } from '../flow/joint.ts';
import { claimAnswer } from './claims.ts';
import { drawnOf, jointAnswer } from './joint-answer.ts';
import { jointConfidence } from './joint-confidence.ts';

/** What a table of draws, dates and raids answers. */
export interface JointMade {
  answer: JointAnswer;
  drawn: Drawn;
  claims?: ClaimAnswer[];
  confidence?: JointConfidence;
}

/**
 * Everything that is read off a whole table.
 *
 * @param headlineDate one of its dates; absent: the first at which the median chance is highest
 */
export function jointMade(table: JointTable, architecture: Architecture, headlineDate?: string): JointMade {
  const { claims, sources, analysis } = architecture;
  const end = `${analysis.startYear + Math.ceil(analysis.horizonYr)}-01-01`;
  return {
    answer: jointAnswer(table, headlineDate),
    drawn: drawnOf(table),
    claims: claims?.map((claim) => claimAnswer(table, claim, sources)),
    confidence: jointConfidence(table, end, claims) ?? undefined,
  };
}
