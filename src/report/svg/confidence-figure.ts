import type { ConfidenceMark, JointConfidence } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import { money, percent } from '../../words/numbers.ts';
import { nameIn, say } from '../../words/words.ts';
import { bottomAxis, type Frame, leftAxis, yearMarks } from './axis.ts';
import { fitText } from './fit-text.ts';
import { linear, niceTop, type Scale, ticks } from './scale.ts';
import { CHART_WIDTH, type Figure, faint, ink, label, picture, rule, series, tag, warm } from './svg.ts';
import { yearsOf } from './years-of.ts';

const FRAME: Frame = { left: 90, right: CHART_WIDTH - 110, top: 26, bottom: 316 };
/** Where draws stand that are never complete. */
const NEVER_X = CHART_WIDTH - 60;
const CONTOUR_COLORS = [series[2]!, series[3]!];

/** Joint confidence of cost and schedule, as NASA and ICEAA draw it: a point a draw, lines of equal joint chance, marks with theirs. */
export function confidenceFigure({ jointConfidence: found }: Result): Figure | null {
  if (!found) return null;
  const dates = [...found.draws, ...found.marks].flatMap(({ date }) => (date === null ? [] : [yearsOf(date)]));
  const room = 0.04 * (yearsOf(found.endDate) - Math.min(...dates));
  const x = linear(Math.min(...dates) - room, yearsOf(found.endDate), FRAME.left, FRAME.right);
  const spent = [...found.draws.map(({ spentMusd }) => spentMusd), ...found.marks.map(({ musd }) => musd)];
  const top = niceTop(Math.max(...spent), 5);
  const y = linear(0, top, FRAME.bottom, FRAME.top);
  const sentence = confidenceSentence(found);
  const firstYear = Math.ceil(Math.min(...dates) - room);
  return {
    id: 'joint-confidence',
    title: say('figure.confidence'),
    sentence,
    svg: picture(
      CHART_WIDTH,
      FRAME.bottom + 62,
      sentence,
      leftAxis(FRAME, y, ticks(0, top, 5), (musd) => (musd === 0 ? '0' : money(musd)), say('figure.confidence-money')),
      bottomAxis(
        FRAME,
        x,
        yearMarks(firstYear, Math.floor(yearsOf(found.endDate))),
        String,
        say('figure.confidence-date'),
      ),
      ...neverStrip(found),
      ...found.contours.map(({ points }, i) => contourPath(points, { x, y }, CONTOUR_COLORS[i]!)),
      ...found.draws.map(({ date, spentMusd }) =>
        tag('circle', {
          cx: date === null ? NEVER_X : x(yearsOf(date)),
          cy: y(spentMusd),
          r: 3,
          fill: series[0],
          'fill-opacity': 0.55,
        }),
      ),
      ...found.marks.map((mark) => markLines(mark, { x, y })),
      ...legend(found),
    ),
    columns: ['what', 'date', 'spentMusd', 'costProbability', 'scheduleProbability', 'jointProbability'],
    rows: [
      ...found.marks.map((mark) => [
        markName(mark),
        mark.date ?? '',
        mark.musd,
        mark.costProbability,
        mark.scheduleProbability,
        mark.jointProbability,
      ]),
      ...found.draws.map(({ date, spentMusd }, i) => [
        say('figure.confidence-draw', { draw: i + 1 }),
        date ?? '',
        spentMusd,
        '',
        '',
        '',
      ]),
    ],
  };
}

/** What the figure says: how many draws get there, and what the point estimate and each claim are worth. */
export function confidenceSentence({
  draws,
  fraction,
  completeFraction,
  endDate,
  marks,
  contours,
}: JointConfidence): string {
  const [best, ...claims] = marks as [ConfidenceMark, ...ConfidenceMark[]];
  const reached = say('figure.confidence-reached', {
    draws: draws.length,
    fraction,
    share: completeFraction,
    year: endDate.slice(0, 4),
  });
  const point =
    best.date === null
      ? say('figure.confidence-best-never')
      : say('figure.confidence-best', {
          date: best.date.slice(0, 7),
          musd: best.musd,
          cost: best.costProbability,
          schedule: best.scheduleProbability,
          joint: best.jointProbability,
        });
  const told = claims.map((claim) =>
    said('figure.confidence-claim', { musd: claim.musd, date: claim.date!.slice(0, 7), joint: claim.jointProbability }),
  );
  const seventy = contours.find(({ probability }) => probability === 0.7)?.points.at(-1);
  const last = seventy
    ? say('figure.confidence-seventy', { musd: seventy.musd, date: seventy.date.slice(0, 7) })
    : say('figure.confidence-no-seventy');
  const parts = [reached, point, ...(told.length > 0 ? [say('figure.confidence-claims', { claims: told })] : []), last];
  return parts.join(' ');
}

function markName({ claim, name }: ConfidenceMark): string {
  return claim === undefined ? say('figure.confidence-point') : nameIn(name);
}

function neverStrip({ completeFraction }: JointConfidence): string[] {
  if (completeFraction === 1) return [];
  const left = FRAME.right + 14;
  return [
    tag('line', { x1: left, x2: left, y1: FRAME.top, y2: FRAME.bottom, stroke: rule }),
    label(NEVER_X, FRAME.bottom + 16, say('figure.confidence-never'), { anchor: 'middle', size: 11, color: faint }),
    label(NEVER_X, FRAME.top - 8, percent(1 - completeFraction, 0), { anchor: 'middle', size: 11, color: faint }),
  ];
}

interface Scales {
  x: Scale;
  y: Scale;
}

/** Steps: down at a date, level until the next; up from the first, and level to the end. */
function contourPath(points: readonly { date: string; musd: number }[], { x, y }: Scales, color: string): string {
  const steps = points.map(({ date, musd }) => `H${x(yearsOf(date)).toFixed(1)}V${y(musd).toFixed(1)}`).join('');
  const d = `M${x(yearsOf(points[0]!.date)).toFixed(1)} ${FRAME.top}${steps}H${FRAME.right}`;
  return tag('path', { d, fill: 'none', stroke: color, 'stroke-width': 1.5 });
}

/** A cross with its joint confidence; the box below and left of it is what keeps both. */
function markLines(mark: ConfidenceMark, { x, y }: Scales): string {
  const { date, musd, claim, jointProbability } = mark;
  const color = claim === undefined ? ink : warm;
  const at = date === null ? NEVER_X : x(yearsOf(date));
  const height = y(musd);
  const dash = { stroke: color, 'stroke-dasharray': '3 3', 'stroke-opacity': 0.6 };
  const arm = 6;
  const isRight = at > (FRAME.left + FRAME.right) / 2;
  return [
    ...(date === null
      ? []
      : [
          tag('line', { x1: FRAME.left, x2: at, y1: height, y2: height, ...dash }),
          tag('line', { x1: at, x2: at, y1: height, y2: FRAME.bottom, ...dash }),
        ]),
    tag('path', {
      d: `M${(at - arm).toFixed(1)} ${height.toFixed(1)}h${2 * arm}M${at.toFixed(1)} ${(height - arm).toFixed(1)}v${2 * arm}`,
      stroke: color,
      'stroke-width': 2,
    }),
    label(at + (isRight ? -9 : 9), height - 7, percent(jointProbability, 0), {
      anchor: isRight ? 'end' : 'start',
      size: 12,
      color,
      weight: 'bold',
    }),
  ].join('');
}

function legend({ contours, marks }: JointConfidence): string[] {
  const entries = [
    { color: series[0]!, words: say('figure.confidence-legend-draw') },
    ...contours.map(({ probability }, i) => ({
      color: CONTOUR_COLORS[i]!,
      words: say('figure.confidence-legend-line', { probability }),
    })),
    { color: ink, words: say('figure.confidence-point') },
    ...(marks.length > 1 ? [{ color: warm, words: say('figure.confidence-legend-claims') }] : []),
  ];
  const width = (CHART_WIDTH - 20) / entries.length;
  return entries.flatMap(({ color, words }, i) => [
    tag('rect', { x: 10 + i * width, y: FRAME.bottom + 44, width: 11, height: 11, fill: color }),
    label(26 + i * width, FRAME.bottom + 54, fitText(words, width - 20, 11), { size: 11, color: faint }),
  ]);
}
