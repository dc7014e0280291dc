import { money, percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { bottomAxis, leftAxis, SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, type Inks, type Mark, one } from './chart.ts';
import { fitText } from './fit-text.ts';
import { key } from './key.ts';
import type { Parts } from './parts.ts';
import { niceTop, ticks, yearMarks } from './ticks.ts';

/** What was paid by a moment, in years; a year of null: never. */
interface Draw {
  year: number | null;
  musd: number;
}

interface ConfidenceMark extends Draw {
  isClaim: boolean;
  jointProbability: number;
}

interface ConfidenceData {
  draws: readonly Draw[];
  marks: readonly ConfidenceMark[];
  contours: readonly { probability: number; points: readonly { year: number; musd: number }[] }[];
  /** End of the axis of time. */
  endYear: number;
  completeFraction: number;
}

const TOP = 26;
const LEFT = 90;
const RIGHT = 110;
const HIGH = 290;
/** Where draws stand that are never complete, and the line before them, in pixels right of the frame. */
const NEVER_PX = 50;
const STRIP_PX = 14;
/** Of a cross of Plot whose arms are 6 pixels long. */
const CROSS_R = 4;

/** Joint confidence of cost and schedule, as NASA and ICEAA draw it: a point a draw, lines of equal joint chance, marks with theirs. */
export function confidenceChart(data: ConfidenceData): Chart {
  return (plot, { inks }) => {
    const { draws, marks, contours, endYear, completeFraction } = data;
    const all = [...draws, ...marks];
    const first = Math.min(...all.flatMap(({ year }) => (year === null ? [] : [year])));
    const room = 0.04 * (endYear - first);
    const from = first - room;
    const top = niceTop(Math.max(...all.map(({ musd }) => musd)), 5);
    const yearsAPx = (endYear - from) / (CHART_WIDTH - LEFT - RIGHT);
    const placed = <T extends Draw>(list: readonly T[]) =>
      list.map((each) => ({ ...each, x: each.year ?? endYear + NEVER_PX * yearsAPx }));
    const steps = contours.flatMap(({ points }, i) => [
      { x: points[0].year, y: top, fill: contourInk(inks, i) },
      ...points.flatMap(({ year, musd }, n) => [
        { x: year, y: n === 0 ? top : points[n - 1].musd, fill: contourInk(inks, i) },
        { x: year, y: musd, fill: contourInk(inks, i) },
      ]),
      { x: endYear, y: points.at(-1)!.musd, fill: contourInk(inks, i) },
    ]);
    const strip = {
      x: endYear + STRIP_PX * yearsAPx,
      words: endYear + NEVER_PX * yearsAPx,
      share: percent(1 - completeFraction, 0),
    };
    return one(TOP + HIGH + 62, {
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: 62,
      x: { domain: [from, endYear] },
      y: { domain: [0, top] },
      marks: [
        ...leftAxis(plot, inks, ticks(0, top, 5), {
          words: (musd) => (musd === 0 ? '0' : money(musd)),
          title: say('figure.confidence-money'),
          left: LEFT,
        }),
        ...bottomAxis(plot, inks, yearMarks(Math.ceil(from), Math.floor(endYear)), {
          words: String,
          title: say('figure.confidence-date'),
        }),
        ...(completeFraction === 1 ? [] : neverStrip(plot, inks, strip)),
        plot.line(steps, { x: 'x', y: 'y', z: 'fill', stroke: 'fill', strokeWidth: 1.5 }),
        plot.dot(placed(draws), { x: 'x', y: 'musd', r: 3, fill: inks.accent, fillOpacity: 0.55 }),
        ...crosses(plot, inks, placed(marks), from, endYear),
        ...key(plot, inks, keyOf(data, inks)),
      ],
    });
  };
}

const contourInk = (inks: Inks, i: number): string => inks.series[2 + i];

function neverStrip(plot: Parts, inks: Inks, { x, words, share }: { x: number; words: number; share: string }): Mark[] {
  const look = { x: [words], fontSize: SMALL, fill: inks.faint, lineAnchor: 'bottom' } as const;
  return [
    plot.ruleX([x], { stroke: inks.rule }),
    plot.text([say('figure.confidence-never')], { ...look, frameAnchor: 'bottom', dy: 16 }),
    plot.text([share], { ...look, frameAnchor: 'top', dy: -8 }),
  ];
}

/** Crosses with their joint confidence; the box below and left of each is what keeps both. */
function crosses(
  plot: Parts,
  inks: Inks,
  marks: readonly (ConfidenceMark & { x: number })[],
  from: number,
  to: number,
): Mark[] {
  return marks.flatMap((mark) => {
    const { isClaim, year, musd, x } = mark;
    const stroke = isClaim ? inks.warm : inks.text;
    const dash = { stroke, strokeDasharray: '3 3', strokeOpacity: 0.6 };
    const isRight = year === null || x > (from + to) / 2;
    const boxed = year === null ? [] : [mark];
    return [
      plot.ruleY(boxed, { y: 'musd', x2: 'x', x1: from, ...dash }),
      plot.ruleX(boxed, { x: 'x', y1: 0, y2: 'musd', ...dash }),
      plot.dot([mark], { x: 'x', y: 'musd', symbol: 'plus', r: CROSS_R, stroke, strokeWidth: 2 }),
      plot.text([percent(mark.jointProbability, 0)], {
        x: [x],
        y: [musd],
        lineAnchor: 'bottom',
        textAnchor: isRight ? 'end' : 'start',
        dx: isRight ? -9 : 9,
        dy: -7,
        fill: stroke,
        fontWeight: 'bold',
      }),
    ];
  });
}

function keyOf({ contours, marks }: ConfidenceData, inks: Inks) {
  const entries = [
    { color: inks.accent, words: say('figure.confidence-legend-draw') },
    ...contours.map(({ probability }, i) => ({
      color: contourInk(inks, i),
      words: say('figure.confidence-legend-line', { probability }),
    })),
    { color: inks.text, words: say('figure.confidence-point') },
    ...(marks.length > 1 ? [{ color: inks.warm, words: say('figure.confidence-legend-claims') }] : []),
  ];
  const width = (CHART_WIDTH - 20) / entries.length;
  return entries.map(({ color, words }, i) => ({
    color,
    words: fitText(words, width - 20, SMALL),
    x: 10 + i * width - LEFT,
    y: HIGH + 44,
  }));
}
