import type { CardLook, ChartRow } from './card-charts.ts';
import type { Chart, Inks, Panel } from './chart.ts';
import type { Parts } from './parts.ts';

const CHANCE_PX = 210;
const MONEY_PX = 130;
const TITLE_PX = 18;
/** Strokes of the lines, so that they are told apart without colour as well. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3'];

/** Several runs by date: the chance with its band, under it the money, on one axis of years. `y` of a row: 0 the chance, 1 the money. */
export function cardCurves(
  rows: readonly ChartRow[],
  { format, sides }: CardLook,
  titles: readonly [chance: string, money: string],
): Chart {
  return (plot, { widthPx, inks }) => {
    const names = [...new Set(rows.map(({ series }) => series))];
    const years = rows.map(({ x = 0 }) => x);
    const panel = (which: 0 | 1, height: number, domain?: [number, number]): Panel => ({
      height,
      marginLeft: sides.left,
      marginRight: sides.right,
      marginTop: TITLE_PX + 6,
      marginBottom: 22,
      x: { domain: [Math.min(...years), Math.max(...years)] },
      y: domain ? { domain } : { zero: true },
      marks: [
        plot.axisX({ ticks: Math.max(2, Math.floor(widthPx / 80)), tickFormat: String, label: null }),
        plot.axisY({ ticks: 4, tickFormat: format, label: null }),
        plot.gridY({ strokeOpacity: 0.14, ticks: 4 }),
        plot.text([titles[which]], {
          frameAnchor: 'top-left',
          lineAnchor: 'bottom',
          textAnchor: 'start',
          fontWeight: 600,
          dx: -sides.left,
          dy: -12,
        }),
        ...names.flatMap((name, i) =>
          line(
            plot,
            inks,
            i,
            rows.filter(({ series, y }) => series === name && y === which),
          ),
        ),
      ],
    });
    const hasMoney = rows.some(({ y }) => y === 1);
    const money: Panel[] = hasMoney ? [{ ...panel(1, MONEY_PX), at: [0, CHANCE_PX] }] : [];
    return { heightPx: CHANCE_PX + (hasMoney ? MONEY_PX : 0), panels: [panel(0, CHANCE_PX, [0, 100]), ...money] };
  };
}

function line(plot: Parts, inks: Inks, i: number, own: readonly ChartRow[]) {
  const color = inks.series[i];
  return [
    plot.areaY(own, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.13 }),
    plot.lineY(own, { x: 'x', y: 'value', stroke: color, strokeWidth: 2, strokeDasharray: DASHES[i] }),
    plot.text(own.slice(-1), { x: 'x', y: 'value', text: 'series', textAnchor: 'start', dx: 4, fill: color }),
  ];
}
