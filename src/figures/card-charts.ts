import { type Chart, type Inks, type Mark, one } from './chart.ts';
import type { Parts } from './parts.ts';

/** One line of a small chart, and of the table beside it. */
export interface ChartRow {
  name: string;
  value: number;
  low?: number;
  high?: number;
  reference?: number;
  color?: 'good' | 'bad';
  /** Place on the axis of a line; absent: its name, as a number. */
  x?: number;
  /** Degrees north, where `x` is degrees east. */
  y?: number;
  /** Line that it belongs to, where there are several. */
  series?: string;
}

/** Words of a number on an axis. */
export type Format = (value: number) => string;

/** A moment on an axis of time that is told by a line, with a word. */
export interface Moment {
  x: number;
  label: string;
}

/** How a small chart over a value is drawn. */
export interface CardLook {
  format: Format;
  /** Room beside the frame, in pixels. */
  sides: { left: number; right: number };
  moments?: readonly Moment[];
  /** End of the axis, where it is not the largest value. */
  most?: number | undefined;
}

/** Room above and below charts whose rows have names. */
export const NAMED_ROOM_PX = { top: 4, bottom: 20 };
const LETTER_PX = 6.4;
const FAINT_RULE = { strokeOpacity: 0.14 };

const across = ({ name, x }: ChartRow): number => x ?? Number(name);

function rowInk(inks: Inks, { color }: ChartRow): string {
  return color === 'bad' ? inks.bad : color === 'good' ? inks.good : inks.accent;
}

/** Room of the names left of rows, in pixels. */
function namesPx(rows: readonly ChartRow[], widthPx: number): number {
  const longest = Math.max(4, ...rows.map(({ name }) => name.length));
  return Math.min(0.45 * widthPx, 12 + LETTER_PX * longest);
}

function shortName(name: string, px: number): string {
  const letters = Math.floor((px - 12) / LETTER_PX);
  return name.length > letters + 1 ? `${name.slice(0, letters - 1)}…` : name;
}

/** Names beside the lines, cut where they have no room; whole in the tooltip and in the table. */
function names(plot: Parts, marginLeft: number): Mark {
  return plot.axisY({ label: null, tickSize: 0, tickFormat: (name: string) => shortName(name, marginLeft) });
}

function yearAxis(plot: Parts, ticks: number, tickFormat: (value: number) => string): Mark {
  return plot.axisX({ ticks: Math.max(2, Math.floor(ticks)), tickFormat, label: null });
}

/** Bars that lie, with their ranges and what stood before. */
export function cardBars(rows: readonly ChartRow[], format: Format, end?: number): Chart {
  return (plot, { widthPx, inks }) => {
    const marginLeft = namesPx(rows, widthPx);
    const last = ({ value, high, reference }: ChartRow) => Math.max(value, high ?? 0, reference ?? 0);
    const most = end ?? Math.max(1e-9, ...rows.map(last));
    const ticks = Math.max(2, Math.floor((widthPx - marginLeft) / 60));
    return one(24 + 20 * rows.length, {
      marginLeft,
      marginRight: 48,
      marginTop: NAMED_ROOM_PX.top,
      marginBottom: NAMED_ROOM_PX.bottom,
      x: { domain: [0, most * 1.02] },
      y: { domain: rows.map(({ name }) => name) },
      marks: [
        plot.axisX({ ticks, tickFormat: format, label: null }),
        names(plot, marginLeft),
        plot.gridX({ ...FAINT_RULE, ticks }),
        plot.barX(rows, {
          x: 'value',
          y: 'name',
          fill: (row: ChartRow) => rowInk(inks, row),
          fillOpacity: 0.9,
          insetTop: 3,
          insetBottom: 3,
          title: 'name',
        }),
        plot.ruleY(
          rows.filter(({ low }) => low !== undefined),
          { x1: 'low', x2: 'high', y: 'name', stroke: inks.before, strokeWidth: 1.4 },
        ),
        before(
          plot,
          inks,
          rows.filter(({ reference }) => reference !== undefined),
        ),
        plot.text(rows, {
          x: last,
          y: 'name',
          text: ({ value }: ChartRow) => format(value),
          textAnchor: 'start',
          dx: 6,
        }),
      ],
    });
  };
}

function before(plot: Parts, inks: Inks, rows: readonly ChartRow[]): Mark {
  return plot.tickX(rows, { x: 'reference', y: 'name', stroke: inks.text, strokeWidth: 2 });
}

/** Full numbers of a logarithmic axis, as many as have room: 1, 2, 5, 10 and so on. */
function wideTicks(from: number, to: number, widthPx: number): number[] {
  const all = [1, 2, 5].flatMap((digit) => [1, 10, 100, 1000].map((power) => digit * power)).sort((a, b) => a - b);
  const inside = all.filter((tick) => tick >= from && tick <= to);
  const room = Math.max(2, Math.floor(widthPx / 44));
  return inside.length <= room ? inside : inside.filter((_, i) => (inside.length - 1 - i) % 2 === 0).slice(-room);
}

/** Ranges with their middles; logarithmic where they differ much. */
export function cardRanges(rows: readonly ChartRow[], format: Format): Chart {
  return (plot, { widthPx, inks }) => {
    const marginLeft = namesPx(rows, widthPx);
    const most = Math.max(1, ...rows.map(({ high, value, reference }) => Math.max(high ?? value, reference ?? 0)));
    const from = Math.max(1, Math.min(...rows.map(({ low, value }) => low ?? value)) * 0.7);
    const isWide = most / from > 8;
    const end = most * 1.08;
    const room = widthPx - marginLeft;
    const ticks = isWide ? wideTicks(from, end, room) : Math.max(2, Math.floor(room / 60));
    return one(24 + 20 * rows.length, {
      marginLeft,
      marginRight: 20,
      marginTop: NAMED_ROOM_PX.top,
      marginBottom: NAMED_ROOM_PX.bottom,
      x: { type: isWide ? 'log' : 'linear', domain: [isWide ? from : 0, end] },
      y: { domain: rows.map(({ name }) => name) },
      marks: [
        plot.axisX({ ticks, tickFormat: format, label: null }),
        names(plot, marginLeft),
        plot.gridX({ ...FAINT_RULE, ticks }),
        plot.ruleY(rows, {
          x1: 'low',
          x2: 'high',
          y: 'name',
          stroke: inks.accent,
          strokeWidth: 5,
          strokeOpacity: 0.45,
          strokeLinecap: 'round',
          title: 'name',
        }),
        plot.dot(rows, { x: 'value', y: 'name', r: 3.6, fill: inks.accent }),
        before(
          plot,
          inks,
          rows.filter(({ reference }) => Number.isFinite(reference)),
        ),
      ],
    });
  };
}

function rangeArea(plot: Parts, inks: Inks, rows: readonly ChartRow[]): Mark {
  return plot.areaY(rows, { x: across, y1: 'low', y2: 'high', fill: inks.accent, fillOpacity: 0.25 });
}

function middle(plot: Parts, inks: Inks, rows: readonly ChartRow[]): Mark {
  return plot.lineY(rows, { x: across, y: 'value', stroke: inks.accent, strokeWidth: 1.8 });
}

function momentRules(plot: Parts, inks: Inks, moments: readonly Moment[]): Mark {
  return plot.ruleX(moments, { x: 'x', stroke: inks.clock, strokeOpacity: 0.8, strokeDasharray: '2 3' });
}

/** A value over years with its range; that of the reference dashed. */
export function cardBand(rows: readonly ChartRow[], { format, sides, moments = [], most }: CardLook): Chart {
  return (plot, { widthPx, inks }) => {
    const known = rows.filter(({ reference }) => reference !== undefined);
    const isTold = moments.length > 0;
    return one(isTold ? 150 : 110, {
      marginLeft: sides.left,
      marginRight: sides.right,
      marginTop: isTold ? 20 : 8,
      marginBottom: 22,
      y: { zero: true, ...(most === undefined ? {} : { domain: [0, most] }) },
      marks: [
        yearAxis(plot, widthPx / 70, String),
        plot.axisY({ ticks: 3, tickFormat: format, label: null }),
        plot.gridY({ ...FAINT_RULE, ticks: 3 }),
        rangeArea(plot, inks, rows),
        plot.lineY(known, { x: across, y: 'reference', stroke: inks.before, strokeWidth: 1.4, strokeDasharray: '4 3' }),
        middle(plot, inks, rows),
        momentRules(plot, inks, moments),
        plot.text(moments, { x: 'x', text: 'label', frameAnchor: 'top', dy: -12, textAnchor: 'middle' }),
      ],
    });
  };
}

/** How an estimate settles while trials are added. */
export function cardEstimate(rows: readonly ChartRow[], { format, sides }: CardLook): Chart {
  return (plot, { widthPx, inks }) => {
    const last = rows.at(-1)!;
    const spread = Math.max(4, (last.high ?? last.value) - (last.low ?? last.value));
    const low = Math.max(0, last.value - 2.5 * spread);
    const high = Math.min(100, last.value + 2.5 * spread);
    // what is beyond the axis stands at its edge
    const within = (value: number) => Math.min(high, Math.max(low, value));
    const shown = rows.map((row) => ({
      ...row,
      value: within(row.value),
      low: within(row.low ?? row.value),
      high: within(row.high ?? row.value),
    }));
    return one(92, {
      marginLeft: sides.left,
      marginRight: sides.right,
      marginTop: 8,
      marginBottom: NAMED_ROOM_PX.bottom,
      x: { domain: [0, Math.max(1, across(last))] },
      y: { domain: [low, high] },
      marks: [
        yearAxis(plot, widthPx / 80, format),
        plot.axisY({ ticks: 3, tickFormat: format, label: null }),
        plot.gridY({ ...FAINT_RULE, ticks: 3 }),
        rangeArea(plot, inks, shown),
        middle(plot, inks, shown),
        plot.dot([last], { x: across, y: 'value', r: 3, fill: inks.accent }),
      ],
    });
  };
}

/** Several shares over years; a legend names them. */
export function cardLines(rows: readonly ChartRow[], { format, sides, moments = [], most = 100 }: CardLook): Chart {
  return (plot, { widthPx, inks }) => {
    const series = [...new Set(rows.map((row) => row.series))];
    const colorOf = (row: ChartRow) => inks.series[series.indexOf(row.series)];
    return one(140, {
      marginLeft: sides.left,
      marginRight: sides.right,
      marginTop: 8,
      marginBottom: 22,
      y: { domain: [0, most] },
      marks: [
        yearAxis(plot, widthPx / 60, format),
        plot.axisY({ ticks: 4, tickFormat: format, label: null }),
        plot.gridY({ ...FAINT_RULE, ticks: 4 }),
        momentRules(plot, inks, moments),
        plot.lineY(rows, { x: across, y: 'value', z: 'series', stroke: colorOf, strokeWidth: 1.8, title: 'series' }),
      ],
    });
  };
}
