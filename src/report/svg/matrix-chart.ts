import { CHART_WIDTH, cut, ink, label, picture, tag } from './svg.ts';

/** A table of shares as shaded cells: rows by columns, values 0 to 1, NaN where there is none. */
export function matrixChart(
  sentence: string,
  rowNames: readonly string[],
  columnNames: readonly string[],
  shareFraction: readonly (readonly number[])[],
): string {
  const left = 236;
  const top = 112;
  const cell = Math.min(72, (CHART_WIDTH - left - 40) / Math.max(1, columnNames.length));
  const row = 26;
  const heads = columnNames.map((name, c) => {
    const x = left + cell * (c + 0.5);
    return tag(
      'g',
      { transform: `translate(${x.toFixed(1)} ${top - 8}) rotate(-40)` },
      label(0, 0, cut(name, 20), { size: 11 }),
    );
  });
  const rows = rowNames.map((name, r) =>
    [
      label(left - 8, top + row * r + 17, cut(name, 33), { anchor: 'end' }),
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
            ? label(x + cell / 2, y + 17, `${Math.round(100 * value)} %`, {
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

/** White to dark blue. */
export function shade(fraction: number): string {
  const t = Math.max(0, Math.min(1, fraction));
  const mix = (from: number, to: number) => Math.round(from + (to - from) * t);
  return `rgb(${mix(240, 18)},${mix(245, 62)},${mix(250, 120)})`;
}
