import type { Certificate, LawResult } from '../../flow/certificate.ts';
import { say, tell } from '../../words/words.ts';
import { certificateSentence, identitySentence, lawWords, methodSentence } from '../selftest-screen.ts';
import { dataTable, html, type Markup } from './markup.ts';

/** The laws that the scenario was held against, broken ones first. */
export function certificateParts(certificate: Certificate | undefined): Markup[] {
  if (!certificate) return [];
  const order = (law: LawResult) => (law.verdict === 'broken' ? 0 : law.verdict === 'held' ? 1 : 2);
  const verdicts = { held: say('laws.held'), broken: say('laws.broken'), silent: say('laws.not-applicable') };
  const rows = certificate.laws
    .toSorted((a, b) => order(a) - order(b))
    .map((law) => [tell(law.sentence), verdicts[law.verdict], [...law.breaks.map(tell), lawWords(law)].join('. ')]);
  return [
    html`<p><strong>${certificateSentence(certificate)}</strong></p>`,
    dataTable(say('laws.table'), [say('laws.law'), say('laws.verdict'), say('laws.tried')], rows),
    html`<p class="note">${methodSentence(certificate)} ${identitySentence(certificate)}</p>`,
  ];
}
