import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import { timelineChart } from '../../figures/timeline-chart.ts';
import { leakReasons } from '../../flow/outcomes.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import { dateTime, percent } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';
import { BUDGET, groupSteps } from '../effect-section.ts';
import { raidCounts, throughOf } from '../raid-counts.ts';

/** Why missiles got through, where the seconds go, how many leak: what the run shows of the shield. */
export function effectFigures(result: Result): Figure[] {
  const found = [leakFigure(result), leakerShareFigure(result), timeFigure(result), groupTimeFigure(result)];
  return found.filter((figure) => figure !== null);
}

function leakFigure({ effect }: Result): Figure | null {
  if (!effect) return null;
  const { unit, byReason } = throughOf(effect);
  const all = leakReasons
    .map((reason) => ({ reason, through: byReason[reason] }))
    .sort((a, b) => b.through - a.through);
  const total = all.reduce((sum, { through }) => sum + through, 0);
  if (total === 0) return null;
  const first = all[0];
  const found = { count: total, share: first.through / total, reason: said(`reason.${first.reason}`) };
  const isWarheads = unit === 'warheads';
  const sentence = isWarheads ? say('figure.warheads-say', found) : say('figure.leaks-say', found);
  const bars = all
    .filter(({ through }) => through > 0)
    .map(({ reason, through }) => ({
      name: say(`reason.${reason}`),
      value: through,
      words: say('figure.count-share', { count: through, share: through / total }),
    }));
  const raids = { raids: effect.trials };
  return {
    id: 'leak-reasons',
    title: isWarheads ? say('run.why-warheads-in', raids) : say('run.why-through-in', raids),
    sentence,
    chart: barChart(bars, { axisTitle: say(`head.${unit}`) }),
    columns: ['reason', isWarheads ? 'warheadCount' : 'missileCount', 'shareFraction'],
    rows: all.map(({ reason, through }) => [say(`reason.${reason}`), through, through / total]),
  };
}

function leakerShareFigure({ effect, raid }: Result): Figure | null {
  const { missiles, warheads } = raidCounts({ raid });
  if (!effect || warheads < 2) return null;
  const { unit, shares: allShares } = throughOf(effect);
  const isWarheads = unit === 'warheads';
  const shares = [...allShares];
  while (shares.length > 1 && shares.at(-1) === 0) shares.pop();
  const shown = shares.slice(0, 12);
  const found = { share: effect.noLeaker.probability, most: shares.length - 1 };
  const sentence = isWarheads ? say('figure.warhead-leakers-say', found) : say('figure.leakers-say', found);
  const bars = shown.map((share, leakers) => ({
    name: say('figure.get-through', { count: leakers }),
    value: share,
    words: percent(share),
  }));
  return {
    id: 'leakers',
    title: isWarheads ? say('figure.warhead-leakers', { count: warheads }) : say('figure.leakers', { count: missiles }),
    sentence,
    chart: barChart(bars, { axisWords: (value) => percent(value, 0), axisTitle: say('figure.raids-axis') }),
    columns: ['leakerCount', 'shareFraction'],
    rows: shares.map((share, leakers) => [leakers, share]),
  };
}

function timeFigure({ effect }: Result): Figure | null {
  if (!effect) return null;
  const steps = BUDGET.filter((time) => effect.times[time].threatCount > 0 && effect.times[time].p90S > 0);
  if (steps.length === 0) return null;
  const decidedS = effect.times.decided.medianS;
  const sentence = Number.isFinite(decidedS)
    ? say('figure.times-say', { median: decidedS })
    : say('figure.times-say-none');
  return {
    id: 'time-budget',
    title: say('run.seconds'),
    sentence,
    chart: barChart(
      steps.map((time) => {
        const { p10S, medianS, p90S } = effect.times[time];
        return {
          name: say(`step.${time}`),
          value: medianS,
          low: p10S,
          high: p90S,
          words: say('figure.times-words', { median: medianS, low: p10S, high: p90S }),
        };
      }),
      { axisTitle: say('figure.seconds') },
    ),
    columns: ['step', 'p10S', 'medianS', 'p90S', 'threatCount'],
    rows: steps.map((time) => {
      const { p10S, medianS, p90S, threatCount } = effect.times[time];
      return [say(`step.${time}`), p10S, medianS, p90S, threatCount];
    }),
  };
}

/** The time budget of each group of a raid of several classes. */
function groupTimeFigure({ effect }: Result): Figure | null {
  const groups = effect?.timesByGroup ?? [];
  const lines = groupSteps(groups).flatMap((time) =>
    groups.map(({ id, times }) => ({ id, step: say(`step.${time}`), ...times[time] })),
  );
  const known = lines.filter(({ threatCount }) => threatCount > 0);
  if (known.length === 0) return null;
  const sentence = say('figure.times-groups-say');
  return {
    id: 'time-budget-groups',
    title: say('figure.times-groups'),
    sentence,
    chart: barChart(
      known.map(({ id, step, p10S, medianS, p90S }) => ({
        name: say('figure.times-of-group', { group: id, step }),
        value: medianS,
        low: p10S,
        high: p90S,
        words: say('figure.times-words', { median: medianS, low: p10S, high: p90S }),
      })),
      { axisTitle: say('figure.seconds') },
    ),
    columns: ['group', 'step', 'p10S', 'medianS', 'p90S', 'threatCount'],
    rows: known.map(({ id, step, p10S, medianS, p90S, threatCount }) => [id, step, p10S, medianS, p90S, threatCount]),
  };
}

/** One typical missile from launch to its end. */
export function storyFigure({ timeline }: Result): Figure | null {
  if (!timeline) return null;
  const when = dateTime(timeline.startUtc);
  const sentence = say('figure.story-say', { id: timeline.threatId, trial: timeline.trial, when, end: timeline.end });
  return {
    id: 'timeline',
    title: say('run.typical'),
    sentence,
    chart: timelineChart(timeline),
    columns: ['tS', 'kind', 'who', 'text'],
    rows: timeline.events.map(({ tS, kind, who, said }) => [tS, kind, who, tell(said)]),
  };
}
