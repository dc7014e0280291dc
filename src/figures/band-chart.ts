import { bottomAxis, leftAxis } from './axes.ts';
import { type Chart, type Inks, type Mark, one, type Panel } from './chart.ts';
import type { Parts } from './parts.ts';
import { niceTop, ticks, yearMarks } from './ticks.ts';

/** What is expected at a moment, in years, with its range. */
export interface BandPoint {
  year: number;
  p10: number;
  p50: number;
  p90: number;
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
const TOP = 26;

/** Shares of 0 to 1 in percent, on an axis. */
export const inPercent = (share: number): string => `${100 * share} %`;

/** A line over time with a band around it. */
export function bandChart(points: readonly BandPoint[], axisTitle: string): Chart {
  return (plot, { inks }) => {
    const [from, to] = [Math.floor(points[0].year), points.at(-1)!.year];
    return one(260, {
      marginLeft: 60,
      marginRight: 24,
      marginTop: TOP,
      marginBottom: 24,
      x: { domain: [from, to] },
      y: { domain: [0, 1] },
      marks: [
        ...leftAxis(plot, inks, QUARTERS, { words: inPercent, title: axisTitle, left: 60 }),
        ...bottomAxis(plot, inks, yearMarks(from, to), { words: String }),
        ...bandMarks(plot, inks, points),
      ],
    });
  };
}

/** A band with its median. */
function bandMarks(plot: Parts, inks: Inks, points: readonly BandPoint[]): Mark[] {
  return [
    plot.areaY(points, { x: 'year', y1: 'p10', y2: 'p90', fill: inks.band }),
    plot.lineY(points, { x: 'year', y: 'p50', stroke: inks.accent, strokeWidth: 2 }),
  ];
}

/** What a part of {@link bandsChart} shows. */
interface BandPart {
  points: readonly BandPoint[];
  title: string;
}

interface MoneyPart extends BandPart {
  words: (value: number) => string;
}

const CHANCE_PX = 232;
const MONEY_PX = 170;
const MONEY_TICKS = 4;

/** A chance by year, and below it on the same axis of time an amount; bands, with a point at each date. */
export function bandsChart(chance: BandPart, money?: MoneyPart): Chart {
  return (plot, { inks }) => {
    const [from, to] = [chance.points[0].year, chance.points.at(-1)!.year];
    const panel = ({ points, title }: BandPart, words: (value: number) => string, marks: number[]): Panel => ({
      marginLeft: 90,
      marginRight: 24,
      marginTop: TOP,
      marginBottom: 24,
      x: { domain: [from, to] },
      y: { domain: [0, marks.at(-1)!] },
      marks: [
        ...leftAxis(plot, inks, marks, { words, title, left: 90 }),
        ...bottomAxis(plot, inks, yearMarks(Math.ceil(from), Math.floor(to)), { words: String }),
        ...bandMarks(plot, inks, points),
        plot.dot(points, { x: 'year', y: 'p50', r: 3, fill: inks.accent }),
      ],
    });
    const panels: Panel[] = [{ ...panel(chance, inPercent, QUARTERS), height: CHANCE_PX - 2 }];
    if (money) {
      const top = niceTop(Math.max(...money.points.map(({ p90 }) => p90)), MONEY_TICKS);
      panels.push({
        ...panel(money, money.words, ticks(0, top, MONEY_TICKS)),
        at: [0, CHANCE_PX - 2],
        height: MONEY_PX,
        y: { domain: [0, top] },
      });
    }
    return { heightPx: CHANCE_PX - 2 + (money ? MONEY_PX : 0), panels };
  };
}
