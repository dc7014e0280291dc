import { fitLines } from './fit-text.ts';
import { CHART_WIDTH, type Figure, faint, label, picture, round, tag } from './svg.ts';

const MARGIN = 20;
const TITLE = 18;
const LINE = 17;
const MOST_LINES = 6;

/** A figure as a picture that stands alone: title and sentence above it, below it where it comes from; white behind. */
export function titledPicture({ title, sentence, svg }: Figure, origin: string): string {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
  const lines = fitLines(sentence, CHART_WIDTH, MOST_LINES);
  const top = MARGIN + TITLE + LINE * lines.length + 14;
  const all = top + height + 12 + MARGIN;
  const inner = svg.replace('<svg ', `<svg x="${MARGIN}" y="${round(top)}" `);
  return picture(
    Math.max(width, CHART_WIDTH) + 2 * MARGIN,
    all,
    sentence,
    tag('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
    label(MARGIN, MARGIN + 12, title, { size: 16 }),
    ...lines.map((line, i) => label(MARGIN, MARGIN + TITLE + LINE * (i + 1), line, { color: faint })),
    inner,
    label(MARGIN, all - 10, origin, { color: faint, size: 10 }),
  );
}
