import {
  type CardLook,
  type Chart,
  cardBand,
  cardBars,
  cardCurves,
  cardEstimate,
  cardLines,
  cardMap,
  cardRanges,
  drawOn,
  type Inks,
  NAMED_ROOM_PX,
} from 'cupola/figures';
import { borders, land } from '../globe/earth-shapes.ts';
import { AXIS_PX } from './axis-room.ts';
import type { ChartKind } from './chart.tsx';
import type { Row } from './effect-rows.ts';
import { ink } from './ink.ts';

interface PlotOptions {
  width: number;
  /** What the picture shows, in words. */
  sentence: string;
  most?: number;
  /** Places on the axis of time that are told by a line, with a word. */
  marks?: { x: number; label: string }[];
  format: (value: number) => string;
  /** Titles of the parts of `curves`. */
  parts?: [string, string];
}

/** Colours of the page, light or dark. */
const INKS: Inks = {
  ground: 'var(--panel)',
  text: ink.text,
  faint: 'var(--quiet)',
  rule: 'var(--line)',
  accent: ink.series[0],
  warm: ink.series[1],
  band: 'var(--lane)',
  boost: 'var(--lane)',
  before: ink.ghost,
  good: ink.series[2],
  bad: ink.alarm,
  clock: ink.clock,
  series: ink.series,
};

/** A small chart of the page, as the document holds it. */
export interface CardPlot {
  svg: SVGSVGElement;
  /** A line across it that can be moved while it stays as it is; away from the axis it is not seen. */
  addCursor: () => (value: number) => void;
}

/** Draws one of the small charts of the page. */
export function plot(kind: ChartKind, rows: readonly Row[], options: PlotOptions): CardPlot {
  const look = { widthPx: options.width, inks: INKS };
  const figure = { chart: chartOf(kind, rows, options), sentence: options.sentence };
  const drawn = drawOn(document as unknown as Parameters<typeof drawOn>[0], figure, look);
  const svg = drawn.svg as unknown as SVGSVGElement;
  return { svg, addCursor: () => cursorOn(svg, drawn.x) };
}

function chartOf(kind: ChartKind, rows: readonly Row[], options: PlotOptions): Chart {
  const { format, most, marks = [], parts = ['', ''] } = options;
  const look: CardLook = { format, sides: AXIS_PX, moments: marks, most };
  const charts: Record<ChartKind, () => Chart> = {
    bars: () => cardBars(rows, format, most),
    ranges: () => cardRanges(rows, format),
    band: () => cardBand(rows, look),
    estimate: () => cardEstimate(rows, look),
    lines: () => cardLines(rows, look),
    map: () => cardMap(rows, format, { land, borders }),
    curves: () => cardCurves(rows, look, parts),
  };
  return charts[kind]();
}

function cursorOn(svg: SVGSVGElement, axis: ReturnType<typeof drawOn>['x']): (value: number) => void {
  const [from, to] = [...(axis?.domain ?? [])] as number[];
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.setAttribute('stroke', ink.clock);
  line.setAttribute('stroke-width', '1.2');
  line.setAttribute('y1', String(NAMED_ROOM_PX.top));
  line.setAttribute('y2', String(Number(svg.getAttribute('height')) - NAMED_ROOM_PX.bottom));
  svg.append(line);
  return (value) => {
    const isOn = axis !== undefined && value > from && value < to;
    line.setAttribute('visibility', isOn ? 'visible' : 'hidden');
    if (!isOn) return;
    const x = axis.apply(value).toFixed(1);
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
  };
}
