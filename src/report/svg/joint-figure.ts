import type { Band } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { money } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { bottomAxis, type Frame, leftAxis, yearMarks } from './axis.ts';
import { linear, niceTop, type Scale, ticks } from './scale.ts';
import { CHART_WIDTH, type Figure, picture, series, tag } from './svg.ts';
import { yearsOf } from './years-of.ts';

const LEFT = 90;
const RIGHT = CHART_WIDTH - 24;
const CHANCE: Frame = { left: LEFT, right: RIGHT, top: 26, bottom: 206 };
const MONEY: Frame = { left: LEFT, right: RIGHT, top: 256, bottom: 376 };
const MUSD_TOP = 4;

/** Chance that nothing gets through by year, and below it on the same axis of time what is spent; bands over the draws. */
export function jointFigure({ headline, byDate, draws }: Pick<Result, 'headline' | 'byDate' | 'draws'>): Figure | null {
  if (!headline || !byDate || !draws || byDate.length < 2) return null;
  const years = byDate.map(({ date }) => yearsOf(date));
  const x = linear(years[0]!, years.at(-1)!, LEFT, RIGHT);
  const spent = byDate.map(({ spentMusd }) => spentMusd).filter((band) => band !== null);
  const isPriced = spent.length === byDate.length;
  const marks = yearMarks(Math.ceil(years[0]!), Math.floor(years.at(-1)!));
  const chances = byDate.map(({ noLeaker }) => noLeaker);
  const best = byDate.find(({ date }) => date === headline.date) ?? byDate.at(-1)!;
  const sentence = say('figure.joint-say', {
    year: headline.date.slice(0, 4),
    draws: draws.drawsCount,
    ...best.noLeaker,
  });
  const svg = picture(
    CHART_WIDTH,
    (isPriced ? MONEY : CHANCE).bottom + 24,
    sentence,
    leftAxis(
      CHANCE,
      linear(0, 1, CHANCE.bottom, CHANCE.top),
      [0, 0.25, 0.5, 0.75, 1],
      (share) => `${100 * share} %`,
      say('figure.joint-chance'),
    ),
    bottomAxis(CHANCE, x, marks, String),
    ...bandMarks(years, chances, x, linear(0, 1, CHANCE.bottom, CHANCE.top)),
    ...(isPriced ? moneyPanel(years, spent, x, marks) : []),
  );
  return {
    id: 'by-date',
    title: say('figure.joint'),
    sentence,
    svg,
    columns: ['date', 'p10NoLeaker', 'p50NoLeaker', 'p90NoLeaker', 'p10SpentMusd', 'p50SpentMusd', 'p90SpentMusd'],
    rows: byDate.map(({ date, noLeaker, spentMusd }) => [
      date,
      noLeaker.p10,
      noLeaker.p50,
      noLeaker.p90,
      ...(spentMusd ? [spentMusd.p10, spentMusd.p50, spentMusd.p90] : ['', '', '']),
    ]),
  };
}

function moneyPanel(years: readonly number[], spent: readonly Band[], x: Scale, marks: number[]): string[] {
  const top = niceTop(Math.max(...spent.map(({ p90 }) => p90)), MUSD_TOP);
  const y = linear(0, top, MONEY.bottom, MONEY.top);
  return [
    leftAxis(MONEY, y, ticks(0, top, MUSD_TOP), (musd) => (musd === 0 ? '0' : money(musd)), say('figure.joint-money')),
    bottomAxis(MONEY, x, marks, String),
    ...bandMarks(years, spent, x, y),
  ];
}

/** A band with its median, and a point at each date. */
function bandMarks(years: readonly number[], bands: readonly Band[], x: Scale, y: Scale): string[] {
  const points = (key: keyof Band) => bands.map((band, i) => `${x(years[i]!).toFixed(1)} ${y(band[key]).toFixed(1)}`);
  const area = `M${points('p90').join('L')}L${points('p10').reverse().join('L')}Z`;
  return [
    tag('path', { d: area, fill: '#c9dcf0', stroke: 'none' }),
    tag('path', { d: `M${points('p50').join('L')}`, fill: 'none', stroke: series[0], 'stroke-width': 2 }),
    ...bands.map(({ p50 }, i) => tag('circle', { cx: x(years[i]!), cy: y(p50), r: 3, fill: series[0] })),
  ];
}
