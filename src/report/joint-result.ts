import type { ClaimAnswer } from '../flow/claim.ts';
import type { Drawn, JointAnswer, JointConfidence } from '../flow/joint.ts';
import type { Result } from '../flow/result.ts';
import { jointSentence } from './joint-section.ts';

interface Made {
  answer: JointAnswer;
  drawn: Drawn;
  claims?: ClaimAnswer[];
  confidence?: JointConfidence;
}

/** A result with the answer by date: its headline, told in the language that is spoken, its dates, its sample and its claims. */
export function withJoint(result: Result, { answer, drawn, claims, confidence }: Made): Result {
  return {
    ...result,
    ...answer,
    headline: { ...answer.headline, sentence: jointSentence(result, answer) },
    drawn,
    ...(claims && { claims }),
    ...(confidence && { jointConfidence: confidence }),
  };
}
