import { fallsChart } from '../../figures/falls-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import { fallParts } from '../falls.ts';

/** Where missiles hit in boost fall: a dot for each cell of one degree, its area after their number. */
export function fallFigure({ effect }: Result): Figure | null {
  const falls = effect?.falls;
  if (!falls) return null;
  const total = falls.cells.reduce((sum, { count }) => sum + count, 0);
  const sentence = say('figure.boost-falls-say', { count: total, parts: fallParts(falls) });
  return {
    id: 'falls',
    title: say('figure.boost-falls'),
    sentence,
    chart: fallsChart(falls.cells),
    columns: ['latDeg', 'lonDeg', 'missileCount'],
    rows: falls.cells.map(({ latDeg, lonDeg, count }) => [latDeg, lonDeg, count]),
  };
}
