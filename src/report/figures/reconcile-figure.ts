import type { Figure } from '../../figures/figure.ts';
import { type Fall, waterfallChart } from '../../figures/waterfall-chart.ts';
import type { Walk } from '../../flow/reconcile.ts';
import { say, tell } from '../../words/words.ts';
import { busd, type WaterfallRow, walkSentence, waterfallRows } from '../reconcile-lines.ts';

/** The walk from one total to another as a waterfall. */
export function reconcileFigure(walk: Walk): Figure {
  const rows = waterfallRows(walk);
  const sentence = walkSentence(walk);
  return {
    id: 'reconcile',
    title: say('reconcile.title', { from: walk.from.name, to: walk.to.name }),
    sentence,
    chart: waterfallChart(rows.map(fallOf)),
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

/** A row of the walk in billions of dollars. */
function fallOf({ kind, name, change, musd, totalMusd, step }: WaterfallRow): Fall {
  const isTotal = kind === 'total';
  const beforeMusd = totalMusd - musd;
  return {
    kind,
    name,
    change,
    from: isTotal ? 0 : beforeMusd / 1000,
    to: totalMusd / 1000,
    ...(step && { low: (beforeMusd + step.lowMusd) / 1000, high: (beforeMusd + step.highMusd) / 1000 }),
    words: isTotal ? busd(musd) : busd(musd, true),
  };
}
