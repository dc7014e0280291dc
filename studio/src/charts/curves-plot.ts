import * as Plot from '@observablehq/plot';
import { AXIS_PX } from './axis-room.ts';
import type { Row } from './effect-rows.ts';
import { ink } from './ink.ts';

const CHANCE_PX = 210;
const MONEY_PX = 130;
const TITLE_PX = 18;
/** Strokes of the lines, so that they are told apart without colour as well. */
export const dashes = ['', '6 3', '2 3', '8 3 2 3'];

interface CurvesLook {
  width: number;
  format: (value: number) => string;
  /** Titles of the two parts. */
  parts: [chance: string, money: string];
}

/** Several runs by date: the chance with its band, under it the money, on one axis of years. `y` of a row: 0 the chance, 1 the money. */
export function curves(rows: readonly Row[], { width, format, parts }: CurvesLook): SVGSVGElement {
  const names = [...new Set(rows.map(({ series }) => series))];
  const years = rows.map(({ x = 0 }) => x);
  const domain = [Math.min(...years), Math.max(...years)];
  const chance = rows.filter(({ y }) => y === 0);
  const money = rows.filter(({ y }) => y === 1);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const heightPx = CHANCE_PX + (money.length > 0 ? MONEY_PX : 0);
  for (const [name, value] of Object.entries({ width, height: heightPx, viewBox: `0 0 ${width} ${heightPx}` }))
    svg.setAttribute(name, String(value));
  const part = (own: readonly Row[], height: number, most: number | undefined) =>
    Plot.plot({
      width,
      height,
      marginLeft: AXIS_PX.left,
      marginRight: AXIS_PX.right,
      marginTop: TITLE_PX + 6,
      marginBottom: 22,
      x: {
        domain,
        ticks: Math.max(2, Math.floor(width / 80)),
        tickFormat: (year: number) => String(year),
        label: null,
      },
      y: {
        ...(most === undefined ? { zero: true } : { domain: [0, most] }),
        ticks: 4,
        label: null,
        tickFormat: format,
      },
      color: { domain: names, range: ink.series },
      marks: [
        Plot.gridY({ strokeOpacity: 0.14, ticks: 4 }),
        Plot.areaY(own, { x: 'x', y1: 'low', y2: 'high', z: 'series', fill: 'series', fillOpacity: 0.13 }),
        ...names.map((name, i) =>
          Plot.lineY(
            own.filter(({ series }) => series === name),
            { x: 'x', y: 'value', stroke: ink.series[i]!, strokeWidth: 2, strokeDasharray: dashes[i]! },
          ),
        ),
        ...names.map((name, i) =>
          Plot.text(own.filter(({ series }) => series === name).slice(-1), {
            x: 'x',
            y: 'value',
            text: 'series',
            textAnchor: 'start',
            dx: 4,
            fill: ink.series[i]!,
          }),
        ),
      ],
    }) as unknown as SVGSVGElement;
  const add = (drawing: SVGSVGElement, title: string, y: number) => {
    drawing.setAttribute('y', String(y));
    const words = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    for (const [name, value] of Object.entries({ x: 0, y: y + 12, fill: 'currentColor', 'font-weight': 600 }))
      words.setAttribute(name, String(value));
    words.textContent = title;
    svg.append(drawing, words);
  };
  add(part(chance, CHANCE_PX, 100), parts[0], 0);
  if (money.length > 0) add(part(money, MONEY_PX, undefined), parts[1], CHANCE_PX);
  return svg;
}
