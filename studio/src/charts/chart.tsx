import { useEffect, useRef, useState } from 'preact/hooks';
import { language, numbers, text } from '../i18n/text.ts';
import { downloadTable, downloadText } from '../ui/download.ts';
import type { Row } from './effect-rows.ts';

export type ChartKind = 'bars' | 'ranges' | 'band';

interface ChartProps {
  title: string;
  /** What the picture shows, for those who do not see it. */
  say: string;
  rows: Row[];
  columns: string[];
  kind: ChartKind;
  unit: string;
  /** Position of the clock on the axis, where the axis is time. */
  cursor?: number;
  /** End of the axis, where it is not the largest value. */
  most?: number;
}

/** A small chart with its data table beside it, both to take away. The drawing library comes when the first chart is in sight. */
export function Chart(props: ChartProps) {
  const { title, say, rows, columns, kind, unit, cursor, most } = props;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const t = text.value;
  const n = numbers.value;
  useEffect(() => {
    const sizes = new ResizeObserver(() => setWidth(host.current?.clientWidth ?? 0));
    sizes.observe(host.current!);
    return () => sizes.disconnect();
  }, []);
  const key = JSON.stringify([rows, kind, unit, width, language.value, cursor === undefined ? 0 : Math.round(cursor)]);
  useEffect(() => {
    if (width < 50) return;
    let isOld = false;
    void import('./plots.ts').then(({ plot }) => {
      if (isOld || !host.current) return;
      const svg = plot(kind, rows, { width, unit, cursor, most, format: n.short });
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', `${title}. ${say}`);
      host.current.replaceChildren(svg);
    });
    return () => {
      isOld = true;
    };
  }, [key]);
  const hasLow = rows.some(({ low }) => low !== undefined);
  const hasReference = rows.some(({ reference }) => reference !== undefined);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <div ref={host} class={`plot plot-${kind}`} data-rows={rows.length} />
      <details>
        <summary>{t('answers.table')}</summary>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value, low, high, reference }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{n.short(value)}</td>
                {hasLow && <td>{low === undefined ? '' : n.short(low)}</td>}
                {hasLow && <td>{high === undefined ? '' : n.short(high)}</td>}
                {!hasLow && hasReference && <td>{reference === undefined ? '' : n.short(reference)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <div class="row">
          <button type="button" class="small" onClick={() => downloadTable(title, rows)}>
            {t('export.table')}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => {
              const svg = host.current?.querySelector('svg');
              if (svg) downloadText(`${title}.svg`, svgText(svg), 'image/svg+xml');
            }}
          >
            {t('export.chart')}
          </button>
        </div>
      </details>
    </figure>
  );
}

/** The chart with its colours written into it, for use outside of the page. */
function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('color', '#333');
  copy.setAttribute('font-family', 'sans-serif');
  copy.setAttribute('font-size', '11');
  return new XMLSerializer().serializeToString(copy);
}
