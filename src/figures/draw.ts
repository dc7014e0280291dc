import type { PlotOptions } from '@observablehq/plot';
import { type Look, paper } from './chart.ts';
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
export const draw: Draw = ({ chart, sentence }) => String(drawOn(new SvgDocument(), { chart, sentence }, paper).svg);

/** A place on the axis of a drawing, in pixels, and the values at its ends. */
interface Axis {
  domain?: Iterable<unknown>;
  apply: (value: number) => number;
}

/** A chart that is drawn. */
interface Drawing {
  svg: SvgElement;
  /** The axis of its first plot that lies. */
  x: Axis | undefined;
}

/**
 * Draws a chart into a document.
 *
 * @param document the page's own, or one without a page
 */
export function drawOn(
  document: SvgDocument,
  { chart, sentence }: Pick<Figure, 'chart' | 'sentence'>,
  look: Look,
): Drawing {
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
  let first: Axis | undefined;
  for (const { at: [x, y] = [0, 0], ...options } of panels) {
    const panel = document.createElementNS(SVG, 'g');
    panel.setAttribute('text-anchor', 'middle');
    if (x !== 0 || y !== 0) panel.setAttribute('transform', `translate(${x},${y})`);
    const plot = plotOf({ ...AS_GIVEN, width: widthPx, ...options }, document);
    first ??= plot.scale('x');
    for (const part of [...plot.children]) if (part.tagName !== 'style') panel.appendChild(cleared(part));
    svg.appendChild(panel);
  }
  return { svg, x: first };
}

function plotOf(options: PlotOptions, document: SvgDocument) {
  const given = { ...options, document: document as unknown as PlotOptions['document'], figure: false };
  return parts.plot(given) as unknown as SvgElement & { scale: (name: 'x') => Axis | undefined };
}

/** A mark without what Plot says of it for a page of its own. */
function cleared(element: SvgElement): SvgElement {
  for (const name of ['aria-label', 'aria-hidden', 'font-variant']) element.removeAttribute(name);
  for (const part of element.children) cleared(part);
  return element;
}
