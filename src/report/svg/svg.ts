/** A chart or map: a sentence that says what it shows, the picture, and the numbers behind it. */
export interface Figure {
  /** Short name for a file, such as `leak-reasons`. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence: read out in its place. */
  sentence: string;
  svg: string;
  columns: string[];
  rows: (string | number)[][];
}

type Value = string | number | undefined;

/** Text that is safe inside HTML and XML, in elements and in quoted attributes; control characters are dropped. */
export function escapeText(text: string): string {
  return [...text]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One element; numbers are rounded to a hundredth, undefined attributes are left out. Children are markup. */
export function tag(name: string, attributes: Record<string, Value>, ...children: string[]): string {
  const words = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value!)}"`)
    .join('');
  return children.length > 0 ? `<${name}${words}>${children.join('')}</${name}>` : `<${name}${words}/>`;
}

/** A number as short as a picture needs it. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Words in a picture. */
export function label(
  x: number,
  y: number,
  text: string,
  options: { anchor?: 'start' | 'middle' | 'end'; size?: number; color?: string; weight?: string } = {},
): string {
  const { anchor, size, color = ink, weight } = options;
  const attributes = { x, y, 'text-anchor': anchor, 'font-size': size, fill: color, 'font-weight': weight };
  return tag('text', attributes, escapeText(text));
}

/** A picture of its own: can stand in a page or in a file. */
export function picture(width: number, height: number, sentence: string, ...children: string[]): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': sentence,
      'font-family': 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif',
      'font-size': 12,
    },
    ...children,
  );
}

/** Width of every chart. */
export const CHART_WIDTH = 720;

export const ink = '#1b2430';
export const faint = '#5b6673';
export const rule = '#d5dbe1';
export const accent = '#1f5fa8';
export const warm = '#c2571a';

/** Colours of series, apart also for readers who confuse red and green. */
export const series = ['#1f5fa8', '#e0912b', '#2f8f6f', '#b5487d', '#7a6bb5', '#6a9fd4', '#8a6d3b', '#9aa4ae'];

/** Text cut to a number of characters. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
