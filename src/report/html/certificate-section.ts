import type { Certificate, LawResult } from '../../flow/certificate.ts';
import { certificateSentence, identitySentence, lawWords, methodSentence } from '../selftest-screen.ts';
import { dataTable, html, type Markup } from './markup.ts';

const VERDICTS = { held: 'held', broken: 'broken', silent: 'not applicable' } as const;

/** The laws that the scenario was held against, broken ones first. */
export function certificateParts(certificate: Certificate | undefined): Markup[] {
  if (!certificate) return [];
  const order = (law: LawResult) => (law.verdict === 'broken' ? 0 : law.verdict === 'held' ? 1 : 2);
  const rows = certificate.laws
    .toSorted((a, b) => order(a) - order(b))
    .map((law) => [law.sentence, VERDICTS[law.verdict], [...law.breaks, lawWords(law)].join('. ')]);
  return [
    html`<p><strong>${certificateSentence(certificate)}</strong></p>`,
    dataTable('Laws that hold whatever the scenario', ['law', 'verdict', 'what was tried'], rows),
    html`<p class="note">${methodSentence(certificate)} ${identitySentence(certificate)}</p>`,
  ];
}
