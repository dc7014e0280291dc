import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pngOfSvg, svgWithFoot } from '../globe/foot.ts';
import { language, numbers, text } from '../i18n/text.ts';
import { runLines, type ShownRun } from '../state/run-words.ts';
import { downloadBlob, downloadTable, downloadText, exportedRuns } from '../ui/download.ts';
import { referenceName } from '../ui/reference-name.ts';
import { AXIS_PX } from './axis-room.ts';
import type { Row } from './effect-rows.ts';
import { onPaper } from './ink.ts';

export type ChartKind = 'bars' | 'ranges' | 'band' | 'estimate' | 'lines' | 'map' | 'curves';

/** Colours of lines, as in the drawing. */
interface ChartKey {
  name: string;
  color: string;
}

/** What can be dragged along the axis, or moved by the arrow keys. */
export interface ChartHandle {
  /** Where it may stand, ascending. */
  stops: { x: number; name: string }[];
  /** Stop at which it stands. */
  index: number;
  label: string;
  onChoose: (index: number) => void;
}

interface ChartProps {
  title: string;
  /** What the picture shows, for those who do not see it. */
  say: string;
  rows: Row[];
  columns: string[];
  kind: ChartKind;
  unit: string;
  /** Position of the clock on the axis, where the axis is time. */
  cursor?: ReadonlySignal<number>;
  /** End of the axis, where it is not the largest value. */
  most?: number;
  /** Moments told by a line. */
  marks?: { x: number; label: string }[];
  /** A mark that can be moved from one stop of the axis to another, of a chart over years. */
  handle?: ChartHandle;
  /** What the colours mean, where there are several. */
  legend?: ChartKey[];
  /** In the table only every so many rows. */
  tableStep?: number;
  /** The data table, where it is not the rows themselves. */
  table?: (string | number)[][];
  /** Titles of the parts of `curves`. */
  parts?: [string, string];
  /** What it is of, where not of the runs that the page shows; undefined while that is not known. */
  runsOf?: () => ShownRun[] | undefined;
}

/** A small chart with its data table beside it, both to take away. The drawing library comes when the first chart is in sight. */
export function Chart(props: ChartProps) {
  const { title, say, rows, columns, kind, unit, cursor, most, marks, handle, legend, tableStep = 1, table } = props;
  const { parts, runsOf = exportedRuns } = props;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const t = text.value;
  const n = numbers.value;
  useEffect(() => {
    const sizes = new ResizeObserver(() => setWidth(host.current?.clientWidth ?? 0));
    sizes.observe(host.current!);
    return () => sizes.disconnect();
  }, []);
  const key = JSON.stringify([rows, kind, unit, width, language.value, marks]);
  useEffect(() => {
    if (width < 50 || rows.length === 0) return;
    let isOld = false;
    let stop = () => {};
    void import('./plots.ts').then(({ plot }) => {
      if (isOld || !host.current) return;
      const sentence = `${title}. ${say}`;
      const { svg, addCursor } = plot(kind, rows, { width, sentence, most, marks, format: n.short, parts });
      if (cursor) {
        const moveTo = addCursor();
        stop = effect(() => moveTo(cursor.value));
      }
      host.current.replaceChildren(svg);
    });
    return () => {
      isOld = true;
      stop();
    };
  }, [key, cursor]);
  const caption = unit ? `${title} (${unit})` : title;
  const hasLow = rows.some(({ low }) => low !== undefined);
  const hasReference = rows.some(({ reference }) => reference !== undefined);
  const heads = hasReference && !table ? [...columns, referenceName()] : columns;
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      {handle && <Handle {...handle} />}
      <div ref={host} class={`plot plot-${kind}`} data-rows={rows.length} />
      {legend && (
        <p class="chart-legend">
          {legend.map(({ name, color }) => (
            <span key={name}>
              <i class="dash" style={{ background: color }} />
              {name}
            </span>
          ))}
        </p>
      )}
      <details>
        <summary>{t('answers.table')}</summary>
        <table>
          <thead>
            <tr>
              {heads.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table
              ? table.map(([first, ...cells]) => (
                  <tr key={String(first)}>
                    <th scope="row">{first}</th>
                    {cells.map((cell, i) => (
                      <td key={columns[i + 1]}>{typeof cell === 'number' ? n.short(cell) : cell}</td>
                    ))}
                  </tr>
                ))
              : rows
                  .filter((_, i) => (i + 1) % tableStep === 0)
                  .map(({ name, value, low, high, reference }) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td>{n.short(value)}</td>
                      {hasLow && <td>{low === undefined ? '' : n.short(low)}</td>}
                      {hasLow && <td>{high === undefined ? '' : n.short(high)}</td>}
                      {hasReference && <td>{reference === undefined ? '' : n.short(reference)}</td>}
                    </tr>
                  ))}
          </tbody>
        </table>
        <div class="row wrap">
          <button
            type="button"
            class="small"
            onClick={() => {
              const runs = runsOf();
              const cells = table ? [columns, ...table] : cellsOf(rows);
              if (runs) downloadTable(`${title}.csv`, cells, [...runLines(runs), caption]);
            }}
          >
            {t('export.table')}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => {
              const drawing = drawingOf(caption, host.current, runsOf);
              if (drawing) downloadText(`${caption}.svg`, drawing.svg, 'image/svg+xml');
            }}
          >
            {t('export.chart')}
          </button>
          <select
            class="small"
            aria-label={t('export.chartPng')}
            value=""
            onChange={(event) => {
              const widthPx = Number(event.currentTarget.value);
              event.currentTarget.value = '';
              const drawing = drawingOf(caption, host.current, runsOf);
              if (drawing) void exportPng(caption, drawing, widthPx);
            }}
          >
            <option value="" disabled>
              {t('export.chartPng')}
            </option>
            {PNG_WIDTHS_PX.map((widthPx) => (
              <option key={widthPx} value={widthPx}>
                {t('export.width', { width: n.count(widthPx) })}
              </option>
            ))}
          </select>
        </div>
      </details>
    </figure>
  );
}

/** A slider over a chart, as wide as its axis; what it stands at is told while it is moved, and chosen when it is let go. */
function Handle({ stops, index, label, onChoose }: ChartHandle) {
  const [held, setHeld] = useState<number>();
  const at = held ?? index;
  const [first, last] = [stops[0], stops.at(-1)!];
  const nearest = (x: number) =>
    stops.reduce((best, stop, i) => (Math.abs(stop.x - x) < Math.abs(stops[best].x - x) ? i : best), 0);
  const choose = (next: number) => {
    setHeld(undefined);
    if (next !== index) onChoose(next);
  };
  return (
    <label class="chart-handle">
      <span>{`${label} ${stops[at].name}`}</span>
      <input
        type="range"
        min={first.x}
        max={last.x}
        step="any"
        value={stops[at].x}
        aria-label={label}
        aria-valuetext={stops[at].name}
        style={{
          marginLeft: `${AXIS_PX.left - THUMB_PX / 2}px`,
          width: `calc(100% - ${AXIS_PX.left + AXIS_PX.right - THUMB_PX}px)`,
        }}
        onInput={(event) => setHeld(nearest(event.currentTarget.valueAsNumber))}
        onChange={(event) => choose(nearest(event.currentTarget.valueAsNumber))}
        onKeyDown={(event) => {
          const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
          if (steps === undefined) return;
          event.preventDefault();
          choose(Math.min(stops.length - 1, Math.max(0, at + steps)));
        }}
      />
    </label>
  );
}

/** Width of what is dragged, as the style sheet has it. */
const THUMB_PX = 16;

function cellsOf(rows: readonly Row[]): (string | number | undefined)[][] {
  const cells = rows.map(({ name, value, low, high, reference }) => [name, value, low, high, reference]);
  return [['name', 'value', 'low', 'high', 'reference'], ...cells];
}

/** Widths of pictures, in pixels: a column, a page, print. */
const PNG_WIDTHS_PX = [800, 1600, 3200];

interface Drawing {
  svg: string;
  /** The runs that it is of, for programs. */
  data: unknown;
}

/** The chart as a drawing: its title above, under it of which run it is; undefined, with a word, where that is not known yet. */
function drawingOf(title: string, host: HTMLElement | null, runsOf: typeof exportedRuns): Drawing | undefined {
  const svg = host?.querySelector('svg');
  const runs = svg && runsOf();
  if (!runs) return undefined;
  const data = runs.map(({ record }) => record);
  const foot = { title, lines: runLines(runs), data };
  return {
    svg: svgWithFoot(svgText(svg), foot, { ground: '#fff', ink: PAPER_INK, minWidth: 480, hasHead: true }),
    data,
  };
}

async function exportPng(title: string, { svg, data }: Drawing, widthPx: number): Promise<void> {
  downloadBlob(`${title}.png`, await pngOfSvg(svg, widthPx, data));
}

const PAPER_INK = '#333';

/** The chart with its colours written into it, for use outside of the page. */
function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('color', PAPER_INK);
  copy.setAttribute('font-family', 'sans-serif');
  copy.setAttribute('font-size', '11');
  return onPaper(new XMLSerializer().serializeToString(copy));
}
