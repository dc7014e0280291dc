import type { PlotOptions } from '@observablehq/plot';
import { type Chart, type Look, paper } from './chart.ts';
import type { Figure } from './figure.ts';
import { parts } from './parts.ts';
import { SvgDocument, type SvgElement } from './svg-document.ts';

const SVG = 'http://www.w3.org/2000/svg';
const FONTS = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/** Colours and sizes of dots are said as they are meant, and axes are marks like others. */
const AS_GIVEN = { axis: null, color: { type: 'identity' }, r: { type: 'identity' } } as const;

/** Draws a chart as text that can stand in a page or in a file, with the sentence that is read out in its place. */
export type Draw = (figure: Pick<Figure, 'chart' | 'sentence'>) => string;

/** The charts of reports and of files: without a page, the same bytes from the same numbers. */
export const draw: Draw = ({ chart, sentence }) => String(drawn(chart, sentence, new SvgDocument()));

/**
 * Draws a chart.
 *
 * @param document the page's own, or one without a page
 */
function drawn(chart: Chart, sentence: string, document: SvgDocument, look: Look = paper): SvgElement {
  const { widthPx, inks } = look;
  const { heightPx, panels } = chart(parts, look);
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = {
    xmlns: SVG,
    viewBox: `0 0 ${widthPx} ${Math.round(100 * heightPx) / 100}`,
    width: widthPx,
    height: heightPx,
    role: 'img',
    'aria-label': sentence,
    'font-family': FONTS,
    'font-size': 12,
    color: inks.text,
    fill: 'currentColor',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const { at: [x, y] = [0, 0], ...options } of panels) {
    const panel = document.createElementNS(SVG, 'g');
    panel.setAttribute('text-anchor', 'middle');
    if (x !== 0 || y !== 0) panel.setAttribute('transform', `translate(${x},${y})`);
    for (const part of marksOf({ ...AS_GIVEN, width: widthPx, ...options }, document)) panel.appendChild(part);
    svg.appendChild(panel);
  }
  return svg;
}

/** The marks of a plot without what it brings for a page of its own: its style sheet and names of parts. */
function marksOf(options: PlotOptions, document: SvgDocument): SvgElement[] {
  const given = { ...options, document: document as unknown as PlotOptions['document'], figure: false };
  const plot = parts.plot(given) as unknown as SvgElement;
  const marks = plot.children.filter(({ tagName }) => tagName !== 'style');
  marks.forEach(clear);
  return marks;
}

function clear(element: SvgElement): void {
  for (const name of ['aria-label', 'aria-hidden', 'font-variant']) element.removeAttribute(name);
  element.children.forEach(clear);
}
