import { percent } from '../words/numbers.ts';
import { rowNames, rowScale, SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { fitLines, fitText } from './fit-text.ts';
import { shade } from './shade.ts';

/** Room of a column's name along its slope. */
const HEAD = 150;
const LEFT = 236;
const TOP = 124;
const ROW = 30;
/** Share from which the words of a cell are white. */
const DARK = 0.55;
/** Share below which a cell has no words. */
const LEAST = 0.005;

/** A table of shares as shaded cells: rows by columns, values 0 to 1, NaN where there is none. */
export function matrixChart(
  rows: readonly string[],
  columns: readonly string[],
  shareFraction: readonly (readonly number[])[],
): Chart {
  return (plot, { inks }) => {
    const widthPx = Math.min(72, (CHART_WIDTH - LEFT - 64) / Math.max(1, columns.length));
    const cells = shareFraction.flatMap((shares, row) => shares.map((share, column) => ({ row, column, share })));
    const known = cells.filter(({ share }) => share >= LEAST);
    const at = { x: 'column', y: 'row' };
    const words = { ...at, text: ({ share }: { share: number }) => percent(share, 0), fontSize: SMALL };
    return one(TOP + ROW * rows.length + 8, {
      marginLeft: LEFT,
      marginRight: CHART_WIDTH - LEFT - widthPx * columns.length,
      marginTop: TOP,
      marginBottom: 8,
      x: rowScale(columns.length),
      y: rowScale(rows.length),
      marks: [
        plot.cell(cells, {
          ...at,
          inset: 1,
          fill: ({ share }) => (Number.isFinite(share) ? shade(share) : inks.ground),
        }),
        plot.text(
          known.filter(({ share }) => share > DARK),
          { ...words, fill: '#ffffff' },
        ),
        plot.text(
          known.filter(({ share }) => share <= DARK),
          words,
        ),
        rowNames(
          plot,
          inks,
          rows.map((name) => fitLines(name, LEFT - 8, 2, SMALL).join('\n')),
          { fontSize: SMALL },
        ),
        plot.text(columns, {
          x: (_name: string, column: number) => column,
          text: (name: string) => fitText(name, HEAD, SMALL),
          fontSize: SMALL,
          frameAnchor: 'top',
          textAnchor: 'start',
          lineAnchor: 'bottom',
          rotate: -42,
          dy: -8,
        }),
      ],
    });
  };
}
