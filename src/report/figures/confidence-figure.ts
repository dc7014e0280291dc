import { confidenceChart } from '../../figures/confidence-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { ConfidenceMark, JointConfidence } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import { nameIn, say } from '../../words/words.ts';
import { yearsOf } from './years-of.ts';

/** Joint confidence of cost and schedule, as NASA and ICEAA draw it: a point a draw, lines of equal joint chance, marks with theirs. */
export function confidenceFigure({ jointConfidence: found }: Result): Figure | null {
  if (!found) return null;
  const sentence = confidenceSentence(found);
  return {
    id: 'joint-confidence',
    title: say('figure.confidence'),
    sentence,
    chart: confidenceChart({
      draws: found.draws.map(({ date, spentMusd }) => ({ year: yearOf(date), musd: spentMusd })),
      marks: found.marks.map(({ date, musd, claim, jointProbability }) => ({
        year: yearOf(date),
        musd,
        isClaim: claim !== undefined,
        jointProbability,
      })),
      contours: found.contours.map(({ probability, points }) => ({
        probability,
        points: points.map(({ date, musd }) => ({ year: yearsOf(date), musd })),
      })),
      endYear: yearsOf(found.endDate),
      completeFraction: found.completeFraction,
    }),
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

const yearOf = (date: string | null): number | null => (date === null ? null : yearsOf(date));
