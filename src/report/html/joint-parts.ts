import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import { confidenceFigure } from '../figures/confidence-figure.ts';
import { jointFigure } from '../figures/joint-figure.ts';
import {
  answerOf,
  bandSentence,
  basisSentences,
  causeHead,
  causeRows,
  completeSentences,
  dateRows,
} from '../joint-section.ts';
import { dataTable, html, joined, type Markup } from './markup.ts';
import { type Drawn, figureBesideTable, figureBlock } from './sections.ts';

/** The programme as it can be built, date by date; what decides; the force as if complete. Empty where the run has no answer by date. */
export function jointParts(result: Result, of: Drawn): (Markup | null)[] {
  const answer = answerOf(result);
  if (!answer) return [];
  const { headline, byDate, draws } = answer;
  const spaceLayers = result.coverage.map(({ id }) => id);
  const { head, rows } = dateRows(byDate, spaceLayers);
  const figure = jointFigure(result);
  const confidence = confidenceFigure(result);
  const { causes, costCauses } = headline;
  const none = say('joint.what-decides-none', { draws: draws.drawsCount, floor: draws.causeFloorFraction });
  return [
    figure && figureBesideTable(figure, of),
    dataTable(say('joint.title'), head, rows),
    html`<p class="note">${joined(bandSentence(answer))}</p>`,
    confidence && figureBlock(confidence, of),
    html`<h3>${say('joint.what-decides', { year: headline.date.slice(0, 4) })}</h3>`,
    causes.length > 0
      ? dataTable(say('joint.head-chance'), causeHead(say('col.number')), causeRows(causes))
      : html`<p>${joined(none)}</p>`,
    costCauses.length > 0
      ? dataTable(say('joint.head-money'), causeHead(say('col.number')), causeRows(costCauses))
      : null,
    ...basisSentences(headline).map((sentence) => html`<p>${joined(sentence)}</p>`),
    html`<h3>${say('joint.complete-title')}</h3>`,
    html`<p>${joined(completeSentences(result, answer).join(' '))}</p>`,
    html`<p class="note">${say('joint.complete-below')}</p>`,
  ];
}
