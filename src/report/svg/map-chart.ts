import type { LaunchMap } from '../../flow/launch-map.ts';
import type { Said } from '../../flow/said.ts';
import { nameIn, say, tell } from '../../words/words.ts';
import { landPath } from './land.ts';
import { shade } from './matrix-chart.ts';
import { linear } from './scale.ts';
import { CHART_WIDTH, faint, label, picture, tag, warm } from './svg.ts';

const BLANK_FILL = '#d9a3a0';
const WIDTH = CHART_WIDTH;
const HEIGHT = WIDTH / 2;

/** Shaded cells under the coastlines, on a plate carrée map, with a key and named places. */
export function mapChart(
  sentence: string,
  map: Pick<LaunchMap, 'rows' | 'columns' | 'values' | 'blank' | 'places' | 'scale'>,
  words: (value: number) => string,
  keyTitle: string,
): string {
  const { rows, columns, values, scale, blank, places } = map;
  let [low, high] = scale ?? [Infinity, -Infinity];
  for (let i = 0; !scale && i < rows * columns; i++) {
    if (!Number.isFinite(values[i]!)) continue;
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  if (!(high > low)) low = Math.min(0, high);
  const tone = (value: number) => shade(high > low ? 0.08 + (0.92 * (value - low)) / (high - low) : 0.5);
  const cells: string[] = [];
  for (let row = 0; row < rows; row++) {
    const y = HEIGHT * (1 - (row + 1) / rows);
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      if (blank?.cells[row * columns + column]) {
        const x = (WIDTH * column) / columns;
        cells.push(tag('rect', { x, y, width: WIDTH / columns + 0.3, height: HEIGHT / rows + 0.3, fill: BLANK_FILL }));
      }
      if (!Number.isFinite(value)) continue;
      // neighbours of one tone are one rectangle
      let last = column;
      const fill = tone(value);
      while (
        last + 1 < columns &&
        Number.isFinite(values[row * columns + last + 1]!) &&
        tone(values[row * columns + last + 1]!) === fill
      )
        last++;
      const x = (WIDTH * column) / columns;
      cells.push(
        tag('rect', { x, y, width: (WIDTH * (last + 1 - column)) / columns + 0.3, height: HEIGHT / rows + 0.3, fill }),
      );
      column = last;
    }
  }
  return picture(
    WIDTH,
    HEIGHT + 44,
    sentence,
    tag('rect', { x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: '#f3f5f7' }),
    tag('g', { 'shape-rendering': 'crispEdges' }, ...cells),
    tag('path', { d: landPath(WIDTH, HEIGHT), fill: 'none', stroke: '#5b6673', 'stroke-width': 0.6 }),
    ...places.map(({ latDeg, lonDeg, name }) => {
      const x = ((lonDeg + 180) / 360) * WIDTH;
      const y = ((90 - latDeg) / 180) * HEIGHT;
      const isRight = x > WIDTH - 120;
      return (
        tag('circle', { cx: x, cy: y, r: 3.5, fill: warm, stroke: '#ffffff' }) +
        tag(
          'g',
          { stroke: '#ffffff', 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
          label(x + (isRight ? -6 : 6), y + 4, placeName(name), { size: 11, anchor: isRight ? 'end' : 'start' }),
        )
      );
    }),
    key(low, high, tone, words, keyTitle),
    blank?.cells.includes(true) && Number.isFinite(high) ? blankKey(tell(blank.meaning)) : '',
  );
}

function blankKey(words: string): string {
  return (
    tag('rect', { x: WIDTH - 130, y: HEIGHT + 26, width: 10, height: 10, fill: BLANK_FILL }) +
    label(WIDTH - 115, HEIGHT + 35, words, { size: 11, color: faint })
  );
}

function placeName(name: string | Said): string {
  return typeof name === 'string' ? nameIn(name) : tell(name);
}

function key(
  low: number,
  high: number,
  tone: (value: number) => string,
  words: (value: number) => string,
  title: string,
): string {
  if (!Number.isFinite(high)) return label(0, HEIGHT + 20, say('figure.no-value'), { color: faint, size: 11 });
  const steps = 20;
  const x = linear(0, steps, 0, 200);
  const bars = Array.from({ length: steps }, (_, i) =>
    tag('rect', {
      x: x(i),
      y: HEIGHT + 10,
      width: 10.3,
      height: 10,
      fill: tone(low + ((high - low) * (i + 0.5)) / steps),
    }),
  );
  return [
    ...bars,
    label(0, HEIGHT + 36, words(low), { size: 11, color: faint }),
    label(200, HEIGHT + 36, words(high), { size: 11, color: faint, anchor: 'end' }),
    label(212, HEIGHT + 19, title, { size: 11, color: faint }),
    tag('rect', { x: WIDTH - 130, y: HEIGHT + 10, width: 10, height: 10, fill: '#f3f5f7', stroke: '#d5dbe1' }),
    label(WIDTH - 115, HEIGHT + 19, say('figure.no-flight'), { size: 11, color: faint }),
  ].join('');
}
