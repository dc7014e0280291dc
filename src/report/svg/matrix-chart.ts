import { percent } from '../../words/numbers.ts';
import { fitLines, fitText } from './fit-text.ts';
import { CHART_WIDTH, ink, label, picture, tag } from './svg.ts';

/** Room of a column's name along its slope. */
const HEAD = 150;

/** A table of shares as shaded cells: rows by columns, values 0 to 1, NaN where there is none. */
export function matrixChart(
  sentence: string,
  rowNames: readonly string[],
  columnNames: readonly string[],
  shareFraction: readonly (readonly number[])[],
): string {
  const left = 236;
  const top = 124;
  const cell = Math.min(72, (CHART_WIDTH - left - 64) / Math.max(1, columnNames.length));
  const row = 30;
  const heads = columnNames.map((name, c) => {
    const x = left + cell * (c + 0.5);
    return tag(
      'g',
      { transform: `translate(${x.toFixed(1)} ${top - 8}) rotate(-42)` },
      label(0, 0, fitText(name, HEAD, 11), { size: 11 }),
    );
  });
  const rows = rowNames.map((name, r) =>
    [
      rowName(name, left - 8, top + row * r + row / 2),
      ...columnNames.map((_, c) => {
        const value = shareFraction[r]![c]!;
        const known = Number.isFinite(value);
        const x = left + cell * c;
        const y = top + row * r;
        return (
          tag('rect', {
            x: x + 1,
            y: y + 1,
            width: cell - 2,
            height: row - 2,
            fill: known ? shade(value) : '#f3f5f7',
          }) +
          (known && value >= 0.005
            ? label(x + cell / 2, y + row / 2 + 4, percent(value, 0), {
                anchor: 'middle',
                size: 11,
                color: value > 0.55 ? '#ffffff' : ink,
              })
            : '')
        );
      }),
    ].join(''),
  );
  return picture(CHART_WIDTH, top + row * rowNames.length + 8, sentence, ...heads, ...rows);
}

/** A name of one or two lines that ends at `right`. */
function rowName(name: string, right: number, middle: number): string {
  const lines = fitLines(name, right, 2, 11);
  const first = middle + 4 - 6.5 * (lines.length - 1);
  return lines.map((line, i) => label(right, first + 13 * i, line, { anchor: 'end', size: 11 })).join('');
}

/** White to dark blue. */
export function shade(fraction: number): string {
  const t = Math.max(0, Math.min(1, fraction));
  const mix = (from: number, to: number) => Math.round(from + (to - from) * t);
  return `rgb(${mix(240, 18)},${mix(245, 62)},${mix(250, 120)})`;
}
