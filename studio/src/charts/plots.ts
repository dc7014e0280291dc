import * as Plot from '@observablehq/plot';
import { borders, land } from '../globe/earth-shapes.ts';
import { AXIS_PX } from './axis-room.ts';
import type { ChartKind } from './chart.tsx';
import { curves } from './curves-plot.ts';
import type { Row } from './effect-rows.ts';
import { ink } from './ink.ts';

interface PlotOptions {
  width: number;
  most?: number;
  /** Places on the axis of time that are told by a line, with a word. */
  marks?: { x: number; label: string }[];
  format: (value: number) => string;
  /** Titles of the parts of `curves`. */
  parts?: [string, string];
}

const GRID = { strokeOpacity: 0.14 };
const rowColor = ({ color }: Row) => (color === 'bad' ? ink.alarm : color === 'good' ? ink.series[2]! : ink.series[0]!);

/** Draws one of the small charts of the page. */
export function plot(kind: ChartKind, rows: readonly Row[], options: PlotOptions): SVGSVGElement {
  const draw = { bars, ranges, band, estimate, lines, map, curves: both }[kind];
  const svg = draw(rows, options) as unknown as SVGSVGElement;
  // the page's own style sheet styles the chart: inline style elements are not allowed here
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return svg;
}

/**
 * A line across a chart that can be moved while the chart stays as it is.
 *
 * @returns puts the line at a value of the axis; away from the axis it is not seen
 */
export function addCursor(svg: SVGSVGElement): (value: number) => void {
  const scale = (svg as unknown as Plot.Plot).scale('x');
  const [from, to] = (scale?.domain ?? []) as number[];
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.setAttribute('stroke', ink.clock);
  line.setAttribute('stroke-width', '1.2');
  line.setAttribute('y1', String(MARGIN_TOP_PX));
  line.setAttribute('y2', String(Number(svg.getAttribute('height')) - MARGIN_BOTTOM_PX));
  svg.append(line);
  return (value) => {
    const isOn = scale !== undefined && value > from! && value < to!;
    line.setAttribute('visibility', isOn ? 'visible' : 'hidden');
    if (!isOn) return;
    const x = scale.apply(value).toFixed(1);
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
  };
}

const LETTER_PX = 6.4;
/** Room above and below charts whose rows have names. */
const MARGIN_TOP_PX = 4;
const MARGIN_BOTTOM_PX = 20;

function labelPx(rows: readonly Row[], width: number): number {
  const longest = Math.max(4, ...rows.map(({ name }) => name.length));
  return Math.min(0.45 * width, 12 + LETTER_PX * longest);
}

function shortName(name: string, px: number): string {
  const letters = Math.floor((px - 12) / LETTER_PX);
  return name.length > letters + 1 ? `${name.slice(0, letters - 1)}…` : name;
}

/** Names beside the lines, cut where they have no room; whole in the tooltip and in the table. */
function nameAxis(rows: readonly Row[], marginLeft: number) {
  return {
    domain: rows.map(({ name }) => name),
    label: null,
    tickSize: 0,
    tickFormat: (name: string) => shortName(name, marginLeft),
  };
}

function bars(rows: readonly Row[], { width, most: end, format }: PlotOptions) {
  const marginLeft = labelPx(rows, width);
  const most =
    end ?? Math.max(1e-9, ...rows.map(({ value, high, reference }) => Math.max(value, high ?? 0, reference ?? 0)));
  const ticks = Math.max(2, Math.floor((width - marginLeft) / 60));
  return Plot.plot({
    width,
    height: 24 + 20 * rows.length,
    marginLeft,
    marginRight: 48,
    marginTop: MARGIN_TOP_PX,
    marginBottom: MARGIN_BOTTOM_PX,
    x: {
      domain: [0, most * 1.02],
      ticks,
      tickFormat: format,
      label: null,
    },
    y: nameAxis(rows, marginLeft),
    marks: [
      Plot.gridX({ ...GRID, ticks }),
      Plot.barX(rows, {
        x: 'value',
        y: 'name',
        fill: rowColor,
        fillOpacity: 0.9,
        insetTop: 3,
        insetBottom: 3,
        title: 'name',
      }),
      Plot.ruleY(
        rows.filter(({ low }) => low !== undefined),
        { x1: 'low', x2: 'high', y: 'name', stroke: ink.ghost, strokeWidth: 1.4 },
      ),
      Plot.tickX(
        rows.filter(({ reference }) => reference !== undefined),
        { x: 'reference', y: 'name', stroke: ink.text, strokeWidth: 2 },
      ),
      Plot.text(rows, {
        x: (row: Row) => Math.max(row.value, row.high ?? 0, row.reference ?? 0),
        y: 'name',
        text: (row: Row) => format(row.value),
        textAnchor: 'start',
        dx: 6,
      }),
    ],
  });
}

/** Full numbers of a logarithmic axis, as many as have room: 1, 2, 5, 10 and so on. */
function logTicks(from: number, to: number, widthPx: number): number[] {
  const all = [1, 2, 5].flatMap((digit) => [1, 10, 100, 1000].map((power) => digit * power)).sort((a, b) => a - b);
  const inside = all.filter((tick) => tick >= from && tick <= to);
  const room = Math.max(2, Math.floor(widthPx / 44));
  return inside.length <= room ? inside : inside.filter((_, i) => (inside.length - 1 - i) % 2 === 0).slice(-room);
}

function ranges(rows: readonly Row[], { width, format }: PlotOptions) {
  const marginLeft = labelPx(rows, width);
  const most = Math.max(1, ...rows.map(({ high, value, reference }) => Math.max(high ?? value, reference ?? 0)));
  const from = Math.max(1, Math.min(...rows.map(({ low, value }) => low ?? value)) * 0.7);
  const isWide = most / from > 8;
  const end = most * 1.08;
  const ticks = isWide ? logTicks(from, end, width - marginLeft) : Math.max(2, Math.floor((width - marginLeft) / 60));
  return Plot.plot({
    width,
    height: 24 + 20 * rows.length,
    marginLeft,
    marginRight: 20,
    marginTop: MARGIN_TOP_PX,
    marginBottom: MARGIN_BOTTOM_PX,
    x: { type: isWide ? 'log' : 'linear', domain: [isWide ? from : 0, end], ticks, tickFormat: format, label: null },
    y: nameAxis(rows, marginLeft),
    marks: [
      Plot.gridX({ ...GRID, ticks }),
      Plot.ruleY(rows, {
        x1: 'low',
        x2: 'high',
        y: 'name',
        stroke: ink.series[0]!,
        strokeWidth: 5,
        strokeOpacity: 0.45,
        strokeLinecap: 'round',
        title: 'name',
      }),
      Plot.dot(rows, { x: 'value', y: 'name', r: 3.6, fill: ink.series[0]! }),
      Plot.tickX(
        rows.filter(({ reference }) => Number.isFinite(reference)),
        { x: 'reference', y: 'name', stroke: ink.text, strokeWidth: 2 },
      ),
    ],
  });
}

const both = (rows: readonly Row[], { parts = ['', ''], ...look }: PlotOptions) => curves(rows, { ...look, parts });

const across = ({ name, x }: Row) => x ?? Number(name);

/** A value over years with its range; that of the reference dashed. */
function band(rows: readonly Row[], { width, marks = [], format, most }: PlotOptions) {
  const known = rows.filter(({ reference }) => reference !== undefined);
  return Plot.plot({
    width,
    height: marks.length > 0 ? 150 : 110,
    marginLeft: AXIS_PX.left,
    marginRight: AXIS_PX.right,
    marginTop: marks.length > 0 ? 20 : 8,
    marginBottom: 22,
    x: { ticks: Math.max(2, Math.floor(width / 70)), tickFormat: (value: number) => String(value), label: null },
    y: { ticks: 3, zero: true, label: null, tickFormat: format, ...(most === undefined ? {} : { domain: [0, most] }) },
    marks: [
      Plot.gridY({ ...GRID, ticks: 3 }),
      Plot.areaY(rows, { x: across, y1: 'low', y2: 'high', fill: ink.series[0]!, fillOpacity: 0.25 }),
      Plot.lineY(known, { x: across, y: 'reference', stroke: ink.ghost, strokeWidth: 1.4, strokeDasharray: '4 3' }),
      Plot.lineY(rows, { x: across, y: 'value', stroke: ink.series[0]!, strokeWidth: 1.8 }),
      Plot.ruleX(marks, { x: 'x', stroke: ink.clock, strokeOpacity: 0.8, strokeDasharray: '2 3' }),
      Plot.text(marks, { x: 'x', text: 'label', frameAnchor: 'top', dy: -12, textAnchor: 'middle' }),
    ],
  });
}

/** How an estimate settles while trials are added. */
function estimate(rows: readonly Row[], { width, format }: PlotOptions) {
  const last = rows.at(-1)!;
  const spread = Math.max(4, (last.high ?? last.value) - (last.low ?? last.value));
  const low = Math.max(0, last.value - 2.5 * spread);
  const high = Math.min(100, last.value + 2.5 * spread);
  return Plot.plot({
    width,
    height: 92,
    marginLeft: 44,
    marginRight: 14,
    marginTop: 8,
    marginBottom: MARGIN_BOTTOM_PX,
    x: {
      domain: [0, Math.max(1, across(last))],
      ticks: Math.max(2, Math.floor(width / 80)),
      tickFormat: format,
      label: null,
    },
    y: { domain: [low, high], clamp: true, ticks: 3, tickFormat: format, label: null },
    marks: [
      Plot.gridY({ ...GRID, ticks: 3 }),
      Plot.areaY(rows, { x: across, y1: 'low', y2: 'high', fill: ink.series[0]!, fillOpacity: 0.25, clip: true }),
      Plot.lineY(rows, { x: across, y: 'value', stroke: ink.series[0]!, strokeWidth: 1.8, clip: true }),
      Plot.dot([last], { x: across, y: 'value', r: 3, fill: ink.series[0]! }),
    ],
  });
}

/** Several shares over years; the names stand at the ends of their lines where there is room. */
function lines(rows: readonly Row[], { width, most, marks = [], format }: PlotOptions) {
  const names = [...new Set(rows.map(({ series }) => series))];
  return Plot.plot({
    width,
    height: 140,
    marginLeft: 44,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 22,
    x: { ticks: Math.max(2, Math.floor(width / 60)), tickFormat: format, label: null },
    y: { domain: [0, most ?? 100], ticks: 4, tickFormat: format, label: null },
    color: { domain: names, range: ink.series },
    marks: [
      Plot.gridY({ ...GRID, ticks: 4 }),
      Plot.ruleX(marks, { x: 'x', stroke: ink.clock, strokeOpacity: 0.8, strokeDasharray: '2 3' }),
      Plot.lineY(rows, { x: across, y: 'value', z: 'series', stroke: 'series', strokeWidth: 1.8, title: 'series' }),
    ],
  });
}

/** Dots of the least and of the greatest number. */
const DOTS_PX = [1, 3.5];
/** Room between what is drawn and the edge of the map, in degrees. */
const MAP_EDGE_DEG = 8;

/** A map of the part of the Earth where something is: a dot for each place, the larger the more. */
function map(rows: readonly Row[], { width, format }: PlotOptions) {
  const [west, east] = eastwardSpan(rows.map(({ x = 0 }) => x));
  const north = rows.map(({ y = 0 }) => y);
  const from = Math.max(-90, Math.min(...north) - MAP_EDGE_DEG);
  const to = Math.min(90, Math.max(...north) + MAP_EDGE_DEG);
  return Plot.plot({
    width,
    height: Math.max(80, Math.min(0.75 * width, (width * (to - from)) / (east - west))),
    margin: 1,
    projection: {
      type: 'equirectangular',
      rotate: [-(west + east) / 2, 0],
      domain: {
        type: 'MultiPoint',
        coordinates: [
          [west, from],
          [east, to],
        ],
      },
      clip: 'frame',
    },
    r: { range: DOTS_PX },
    marks: [
      Plot.geo(land, { fill: ink.text, fillOpacity: 0.16 }),
      Plot.geo(borders, { stroke: ink.text, strokeOpacity: 0.2, strokeWidth: 0.5 }),
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.dot(rows, {
        x: 'x',
        y: 'y',
        r: 'value',
        fill: ink.alarm,
        fillOpacity: 0.7,
        title: ({ name, value }: Row) => `${name}: ${format(value)}`,
      }),
    ],
  });
}

/** The least stretch of longitudes that holds some, with an edge, from west to east; less than the whole round. */
function eastwardSpan(degrees: readonly number[]): [west: number, east: number] {
  const sorted = [...degrees].sort((a, b) => a - b);
  let start = 0;
  let widest = 0;
  sorted.forEach((east, i) => {
    const west = i === 0 ? sorted.at(-1)! - 360 : sorted[i - 1]!;
    if (east - west <= widest) return;
    widest = east - west;
    start = i;
  });
  const edge = Math.min(MAP_EDGE_DEG, (widest - 1) / 2);
  const west = sorted[start]!;
  return [west - edge, west + 360 - widest + edge];
}
