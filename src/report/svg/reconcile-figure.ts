import type { Walk } from '../../flow/reconcile.ts';
import { say, tell } from '../../words/words.ts';
import { walkSentence, waterfallRows } from '../reconcile-lines.ts';
import type { Figure } from './svg.ts';
import { waterfallChart } from './waterfall-chart.ts';

/** The walk from one total to another as a waterfall. */
export function reconcileFigure(walk: Walk): Figure {
  const rows = waterfallRows(walk);
  const sentence = walkSentence(walk);
  return {
    id: 'reconcile',
    title: say('reconcile.title', { from: walk.from.name, to: walk.to.name }),
    sentence,
    svg: waterfallChart(sentence, rows),
    columns: ['kind', 'name', 'before', 'after', 'effectMusd', 'lowMusd', 'highMusd', 'meanMusd', 'totalMusd'],
    rows: rows.map(({ kind, name, musd, totalMusd, step }) => [
      kind,
      name,
      step ? tell(step.before) : '',
      step ? tell(step.after) : '',
      musd,
      step?.lowMusd ?? '',
      step?.highMusd ?? '',
      step?.meanMusd ?? '',
      totalMusd,
    ]),
  };
}
