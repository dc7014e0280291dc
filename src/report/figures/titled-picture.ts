import { CHART_WIDTH, paper } from '../../figures/chart.ts';
import type { Draw } from '../../figures/draw.ts';
import { escapeText } from '../../figures/escape-text.ts';
import type { Figure } from '../../figures/figure.ts';
import { fitLines } from '../../figures/fit-text.ts';

const MARGIN = 20;
const TITLE = 18;
const LINE = 17;
const MOST_LINES = 6;

/** A figure as a picture that stands alone: title and sentence above it, below it where it comes from; white behind. */
export function titledPicture(figure: Figure, origin: string, draw: Draw): string {
  const { title, sentence } = figure;
  const svg = draw(figure);
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)![1]);
  const { text, faint } = paper.inks;
  const lines = fitLines(sentence, CHART_WIDTH, MOST_LINES);
  const top = MARGIN + TITLE + LINE * lines.length + 14;
  const wide = CHART_WIDTH + 2 * MARGIN;
  const high = Math.round(100 * (top + height + 12 + MARGIN)) / 100;
  const words = (what: string, y: number, size: number, color: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" fill="${color}">${escapeText(what)}</text>`;
  return [
    svg
      .slice(0, svg.indexOf('>') + 1)
      .replace(
        /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
        `viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}"`,
      ),
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    words(title, MARGIN + 12, 16, text),
    ...lines.map((line, i) => words(line, MARGIN + TITLE + LINE * (i + 1), 12, faint)),
    svg.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `),
    words(origin, high - 10, 10, faint),
    '</svg>',
  ].join('');
}
