import * as Plot from '@observablehq/plot';
import { categories, colors } from '../globe/palette.ts';
import type { ChartKind } from './chart.tsx';
import type { Row } from './effect-rows.ts';

interface PlotOptions {
  width: number;
  unit: string;
  cursor?: number;
  most?: number;
  format: (value: number) => string;
}

const GHOST = '#c9d6e4';
const rowColor = ({ color }: Row) =>
  color === 'bad' ? colors.threat : color === 'good' ? categories[2] : categories[0];

/** Draws one of the small charts of the page. */
export function plot(kind: ChartKind, rows: readonly Row[], options: PlotOptions): SVGSVGElement {
  const draw = { bars, ranges, band }[kind];
  const svg = draw(rows, options) as unknown as SVGSVGElement;
  // the page's own style sheet styles the chart: inline style elements are not allowed here
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return svg;
}

function labelPx(rows: readonly Row[], width: number): number {
  const longest = Math.max(4, ...rows.map(({ name }) => name.length));
  return Math.min(0.45 * width, 10 + 6.1 * longest);
}

function shortName(name: string, px: number): string {
  const letters = Math.floor((px - 8) / 5.8);
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}

function bars(rows: readonly Row[], { width, unit, most: end, format }: PlotOptions) {
  const marginLeft = labelPx(rows, width);
  const order = rows.map(({ name }) => name);
  const most =
    end ?? Math.max(1e-9, ...rows.map(({ value, high, reference }) => Math.max(value, high ?? 0, reference ?? 0)));
  return Plot.plot({
    width,
    height: 24 + 20 * rows.length,
    marginLeft,
    marginRight: 44,
    marginTop: 4,
    marginBottom: 20,
    x: {
      domain: [0, most * 1.02],
      ticks: 4,
      label: unit || null,
      tickFormat: format,
      labelAnchor: 'right',
      labelOffset: 18,
    },
    y: { domain: order, label: null, tickSize: 0, tickFormat: (name: string) => shortName(name, marginLeft) },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: 4 }),
      Plot.barX(rows, { x: 'value', y: 'name', fill: rowColor, fillOpacity: 0.9, insetTop: 3, insetBottom: 3 }),
      Plot.ruleY(
        rows.filter(({ low }) => low !== undefined),
        { x1: 'low', x2: 'high', y: 'name', stroke: GHOST, strokeWidth: 1.4 },
      ),
      Plot.tickX(
        rows.filter(({ reference }) => reference !== undefined),
        { x: 'reference', y: 'name', stroke: colors.text, strokeWidth: 2 },
      ),
      Plot.text(rows, {
        x: (row: Row) => Math.max(row.value, row.high ?? 0),
        y: 'name',
        text: (row: Row) => format(row.value),
        textAnchor: 'start',
        dx: 5,
      }),
    ],
  });
}

function ranges(rows: readonly Row[], { width, unit, cursor, format }: PlotOptions) {
  const marginLeft = labelPx(rows, width);
  const most = Math.max(1, ...rows.map(({ high, value }) => high ?? value));
  const from = Math.max(1, Math.min(...rows.map(({ low, value }) => low ?? value)) * 0.7);
  const isWide = most / from > 12;
  const cursors = cursor !== undefined && cursor > (isWide ? from : 0) && cursor < most ? [cursor] : [];
  return Plot.plot({
    width,
    height: 30 + 20 * rows.length,
    marginLeft,
    marginRight: 30,
    marginTop: 4,
    marginBottom: 24,
    x: {
      type: isWide ? 'log' : 'linear',
      domain: [isWide ? from : 0, most * 1.05],
      ticks: 4,
      label: unit,
      tickFormat: format,
      labelAnchor: 'right',
      labelOffset: 22,
    },
    y: {
      domain: rows.map(({ name }) => name),
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => shortName(name, marginLeft),
    },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: 4 }),
      Plot.ruleY(rows, {
        x1: 'low',
        x2: 'high',
        y: 'name',
        stroke: categories[0],
        strokeWidth: 5,
        strokeOpacity: 0.45,
        strokeLinecap: 'round',
      }),
      Plot.dot(rows, { x: 'value', y: 'name', r: 3.6, fill: categories[0] }),
      Plot.tickX(
        rows.filter(({ reference }) => Number.isFinite(reference)),
        { x: 'reference', y: 'name', stroke: colors.text, strokeWidth: 2 },
      ),
      Plot.ruleX(cursors, { stroke: colors.order, strokeWidth: 1.2 }),
    ],
  });
}

function band(rows: readonly Row[], { width, unit, format }: PlotOptions) {
  const year = ({ name }: Row) => Number(name);
  return Plot.plot({
    width,
    height: 110,
    marginLeft: 38,
    marginRight: 10,
    marginTop: 16,
    marginBottom: 22,
    x: { ticks: 5, tickFormat: (value: number) => String(value), label: null },
    y: { ticks: 3, zero: true, label: unit, tickFormat: format, labelAnchor: 'top' },
    marks: [
      Plot.gridY({ strokeOpacity: 0.14, ticks: 3 }),
      Plot.areaY(rows, { x: year, y1: 'low', y2: 'high', fill: categories[0], fillOpacity: 0.25 }),
      Plot.lineY(rows, { x: year, y: 'value', stroke: categories[0], strokeWidth: 1.8 }),
    ],
  });
}
