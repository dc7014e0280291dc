import type { Walk } from '../../flow/reconcile.ts';
import { say } from '../../words/words.ts';
import { reconcileFigure } from '../figures/reconcile-figure.ts';
import { heldSentence, missSentences, ordersOf } from '../reconcile-lines.ts';
import { page } from './html-report.ts';
import { html } from './markup.ts';
import { type Drawn, figureBlock } from './sections.ts';

/** The walk from one total to another as one HTML page: needs no script and no network. */
export function reconcilePage(walk: Walk, of: Drawn): string {
  const title = say('reconcile.title', { from: walk.from.name, to: walk.to.name });
  const notes = [...missSentences([walk.from, walk.to]), heldSentence(walk)].filter(Boolean);
  return page(
    title,
    html`<main><header><h1>${title}</h1></header>${figureBlock(reconcileFigure(walk), of)}${notes.map(
      (note) => html`<p>${note}</p>`,
    )}<p>${say('reconcile.foot', { orders: ordersOf(walk) })}</p></main>`,
  );
}
