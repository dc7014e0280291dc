import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import {
  bandsSentence,
  claimHead,
  claimRows,
  claimTitle,
  failSentences,
  inputHead,
  inputRows,
  limitHead,
  limitRows,
} from '../claims-section.ts';
import { dataTable, html, type Markup } from './markup.ts';

/** The claims of a scenario: chance of each part and of all together, what fails first, what would have to be. */
export function claimParts({ claims = [], draws, byDate = [] }: Result): Markup[] {
  if (claims.length === 0 || !draws) return [];
  const endDate = byDate.at(-1)?.date ?? '';
  const tables = claims.flatMap((claim) => {
    const { limits, inputs } = claim.wouldHaveToBe;
    return [
      dataTable(claimTitle(claim), claimHead(), claimRows(claim)),
      html`<p>${failSentences(claim).join(' ')}</p>`,
      ...(limits.length > 0 ? [dataTable(say('claim.limits-title'), limitHead(), limitRows(limits, endDate))] : []),
      ...(inputs.length > 0 ? [dataTable(say('claim.inputs-title'), inputHead(), inputRows(inputs))] : []),
    ];
  });
  return [...tables, html`<p class="note">${bandsSentence(draws)}</p>`];
}
