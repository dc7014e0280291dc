import type { DependenceHistory, MoneyShare } from '../../flow/dependence-history.ts';
import { say } from '../../words/words.ts';
import { partnerName, partnerRows, shownPartner, trendSentence } from '../history-lines.ts';
import { bottomAxis, type Frame, leftAxis, yearMarks } from './axis.ts';
import { textWidth } from './fit-text.ts';
import { linear } from './scale.ts';
import { CHART_WIDTH, type Figure, faint, label, picture, series, tag, warm } from './svg.ts';
import { yearsOf } from './years-of.ts';

const FRAME: Frame = { left: 60, right: CHART_WIDTH - 24, top: 26, bottom: 246 };
const SPACE = series[0]!;
const LAUNCH = series[1]!;
const CONTRACTS = series[7]!;

/** One partner's shares since the ledger begins: of a year's new money for satellites and for launches, and of the contracts held. */
export function historyFigure(history: DependenceHistory | null | undefined): Figure | null {
  if (!history || history.points.length < 2) return null;
  const partner = shownPartner(history);
  const rows = partnerRows(history, partner);
  const years = rows.map(({ date }) => yearsOf(date));
  const name = partnerName(history, partner);
  const claim = history.claims.find((each) => each.partner === partner);
  const sentence = say('figure.history-say', { name, answer: claim ? trendSentence(claim) : '' });
  const x = linear(years[0]!, years.at(-1)!, FRAME.left, FRAME.right);
  const y = linear(0, 1, FRAME.bottom, FRAME.top);
  const lines = [
    { words: say('figure.history-space'), color: SPACE },
    { words: say('figure.history-launch'), color: LAUNCH },
    { words: say('figure.history-contracts'), color: CONTRACTS },
  ];
  const svg = picture(
    CHART_WIDTH,
    FRAME.bottom + 48,
    sentence,
    leftAxis(FRAME, y, [0, 0.25, 0.5, 0.75, 1], (part) => `${100 * part} %`, say('figure.history-axis', { name })),
    bottomAxis(FRAME, x, yearMarks(Math.ceil(years[0]!), Math.floor(years.at(-1)!)), String),
    ...moneyMarks(
      years,
      rows.map(({ space }) => space),
      SPACE,
    ),
    ...moneyMarks(
      years,
      rows.map(({ launch }) => launch),
      LAUNCH,
    ),
    lineOf(
      rows.map(({ contractFraction }, i) => [years[i]!, contractFraction]),
      CONTRACTS,
    ),
    claim ? claimMark(x(yearsOf(claim.since.date)), claim.trend) : '',
    ...legend(lines),
  );
  return {
    id: 'dependence-history',
    title: say('figure.history'),
    sentence,
    svg,
    columns: [
      'date',
      'contractFraction',
      ...(['space', 'launch', 'all'] as const).flatMap((key) => [`${key}Fraction`, `${key}Low`, `${key}High`]),
      'contractHerfindahlIndex',
      'moneyHerfindahlIndex',
    ],
    rows: rows
      .map(({ date, contractFraction, space, launch, all, contractHerfindahlIndex, moneyHerfindahlIndex }) => [
        date,
        contractFraction,
        ...[space, launch, all].flatMap(({ fraction, low, high }) => [fraction, low, high]),
        contractHerfindahlIndex,
        moneyHerfindahlIndex,
      ])
      .map((row) => row.map((cell) => (typeof cell === 'number' && Number.isNaN(cell) ? '' : cell))),
  };

  /** A line with its band; it stops where there was no new money. */
  function moneyMarks(at: readonly number[], shares: readonly MoneyShare[], color: string): string[] {
    return runsOf(shares).flatMap((run) => {
      const point = (i: number, value: number) => `${x(at[i]!).toFixed(1)} ${y(value).toFixed(1)}`;
      const high = run.map((i) => point(i, shares[i]!.high));
      const low = run.map((i) => point(i, shares[i]!.low)).reverse();
      return [
        tag('path', { d: `M${high.join('L')}L${low.join('L')}Z`, fill: color, 'fill-opacity': 0.2, stroke: 'none' }),
        lineOf(
          run.map((i) => [at[i]!, shares[i]!.fraction]),
          color,
        ),
      ];
    });
  }

  function lineOf(points: readonly (readonly [number, number])[], color: string): string {
    const path = points.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L');
    const dots = points.map(([at, value]) => tag('circle', { cx: x(at), cy: y(value), r: 2.5, fill: color }));
    return tag('path', { d: `M${path}`, fill: 'none', stroke: color, 'stroke-width': 2 }) + dots.join('');
  }
}

/** Indices in a row that have a share. */
function runsOf(shares: readonly MoneyShare[]): number[][] {
  const runs: number[][] = [];
  shares.forEach(({ fraction }, i) => {
    if (Number.isNaN(fraction)) return;
    const before = runs.at(-1);
    if (before?.at(-1) === i - 1) before.push(i);
    else runs.push([i]);
  });
  return runs;
}

function claimMark(at: number, trend: 'falling' | 'rising'): string {
  const words = say('figure.history-claim', { trend: say(`figure.history-${trend}`) });
  return (
    tag('line', { x1: at, x2: at, y1: FRAME.top, y2: FRAME.bottom, stroke: warm, 'stroke-dasharray': '4 3' }) +
    label(at, FRAME.top - 8, words, { anchor: 'middle', size: 11, color: warm })
  );
}

/** Colours with their words, side by side as far as each needs. */
function legend(lines: readonly { words: string; color: string }[]): string[] {
  let left = FRAME.left;
  return lines.map(({ words, color }) => {
    const place = left;
    left += 35 + textWidth(words, 11);
    return (
      tag('rect', { x: place, y: FRAME.bottom + 28, width: 12, height: 12, fill: color }) +
      label(place + 17, FRAME.bottom + 38, words, { color: faint, size: 11 })
    );
  });
}
