import type { LaunchMap } from '../flow/launch-map.ts';
import type { Said } from '../flow/said.ts';
import { nameIn, say, tell } from '../words/words.ts';
import { SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, type Panel } from './chart.ts';
import { degrees, land } from './land.ts';
import { toneKey, toneOf } from './tone-key.ts';

const HEIGHT = CHART_WIDTH / 2;
/** Ground of cells that are left out. */
const BLANK = '#d9a3a0';
/** Width by which a cell reaches under its neighbour, in degrees, so that no line shows between them. */
const OVERLAP_DEG = 0.15;
/** From here names stand left of their place. */
const RIGHT_DEG = 120;

interface Cell {
  west: number;
  east: number;
  south: number;
  north: number;
  fill: string;
}

/** Shaded cells under the coastlines, on a plate carrée map, with a key and named places. */
export function mapChart(
  map: Pick<LaunchMap, 'rows' | 'columns' | 'values' | 'blank' | 'places' | 'scale'>,
  words: (value: number) => string,
  keyTitle: string,
): Chart {
  return (plot, { inks }) => {
    const { values, scale, blank, places } = map;
    const known = values.filter(Number.isFinite);
    const [least, high] = scale ?? [extreme(known, Math.min, Infinity), extreme(known, Math.max, -Infinity)];
    const low = high > least ? least : Math.min(0, high);
    const tone = (value: number) => (high > low ? toneOf((value - low) / (high - low)) : toneOf(0.46));
    const cells = [
      ...cellsOf(map, (cell) => (blank?.cells[cell] ? BLANK : undefined)),
      ...cellsOf(map, (cell) => (Number.isFinite(values[cell]) ? tone(values[cell]) : undefined)),
    ];
    const named = (isRight: boolean) =>
      plot.text(
        places.filter(({ lonDeg }) => lonDeg > RIGHT_DEG === isRight),
        {
          x: 'lonDeg',
          y: 'latDeg',
          text: ({ name }) => placeName(name),
          fontSize: SMALL,
          fill: inks.text,
          stroke: '#ffffff',
          strokeWidth: 3,
          textAnchor: isRight ? 'end' : 'start',
          dx: isRight ? -6 : 6,
        },
      );
    const ground: Panel = {
      height: HEIGHT,
      margin: 0,
      ...degrees(-180, 180, -90, 90),
      marks: [
        plot.rect([0], { x1: [-180], x2: [180], y1: [-90], y2: [90], fill: inks.ground }),
        plot.rect(cells, {
          x1: 'west',
          x2: 'east',
          y1: 'south',
          y2: 'north',
          fill: 'fill',
          shapeRendering: 'crispEdges',
        }),
        land(plot, inks),
        plot.dot(places, { x: 'lonDeg', y: 'latDeg', r: 3.5, fill: inks.warm, stroke: '#ffffff' }),
        named(false),
        named(true),
      ],
    };
    const isKnown = Number.isFinite(high);
    const nothing: Panel = {
      at: [0, HEIGHT],
      height: 44,
      margin: 0,
      marks: [
        plot.text([say('figure.no-value')], {
          frameAnchor: 'top-left',
          lineAnchor: 'bottom',
          textAnchor: 'start',
          dy: 20,
          fontSize: SMALL,
          fill: inks.faint,
        }),
      ],
    };
    const x = CHART_WIDTH - 130;
    const others = [
      { color: inks.ground, words: say('figure.no-flight'), x, y: 10 },
      ...(blank?.cells.includes(true) ? [{ color: BLANK, words: tell(blank.meaning), x, y: 26 }] : []),
    ];
    const key = isKnown && toneKey(plot, inks, HEIGHT, { low: words(low), high: words(high), title: keyTitle, others });
    return { heightPx: HEIGHT + 44, panels: [ground, key || nothing] };
  };
}

function extreme(values: readonly number[], of: (a: number, b: number) => number, first: number): number {
  return values.reduce((a, b) => of(a, b), first);
}

/** Cells that have a colour; neighbours of one colour are one. */
function cellsOf(
  { rows, columns }: Pick<LaunchMap, 'rows' | 'columns'>,
  colorOf: (cell: number) => string | undefined,
): Cell[] {
  const [wide, high] = [360 / columns, 180 / rows];
  const found: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const south = high * row - 90;
    let open: Cell | undefined;
    for (let column = 0; column < columns; column++) {
      const fill = colorOf(row * columns + column);
      const west = wide * column - 180;
      const east = west + wide + OVERLAP_DEG;
      if (fill !== undefined && open?.fill === fill) open.east = east;
      else if (fill === undefined) open = undefined;
      else {
        open = { west, east, south: south - OVERLAP_DEG, north: south + high, fill };
        found.push(open);
      }
    }
  }
  return found;
}

function placeName(name: string | Said): string {
  return typeof name === 'string' ? nameIn(name) : tell(name);
}
