import { leakReasons } from '../../flow/outcomes.ts';
import type { Result } from '../../flow/result.ts';
import { tell } from '../../words/words.ts';
import { BUDGET, REASON_WORDS } from '../effect-section.ts';
import { count, percent, seconds } from '../number.ts';
import { barChart } from './bar-chart.ts';
import type { Figure } from './svg.ts';
import { timelineChart } from './timeline-chart.ts';

/** Why missiles got through, where the seconds go, how many leak: what the run shows of the shield. */
export function effectFigures(result: Result): Figure[] {
  const found = [leakFigure(result), leakerShareFigure(result), timeFigure(result)];
  return found.filter((figure) => figure !== null);
}

function leakFigure({ effect }: Result): Figure | null {
  if (!effect) return null;
  const all = leakReasons
    .map((reason) => ({ reason, missiles: effect.leakersByReason[reason] }))
    .sort((a, b) => b.missiles - a.missiles);
  const total = all.reduce((sum, { missiles }) => sum + missiles, 0);
  if (total === 0) return null;
  const first = all[0]!;
  const sentence =
    `Of the ${count(total)} missiles that got through, ${percent(first.missiles / total, 0)} did for one reason: ` +
    `${REASON_WORDS[first.reason]}.`;
  const bars = all
    .filter(({ missiles }) => missiles > 0)
    .map(({ reason, missiles }) => ({
      name: REASON_WORDS[reason],
      value: missiles,
      words: `${count(missiles)} (${percent(missiles / total, 0)})`,
    }));
  return {
    id: 'leak-reasons',
    title: `Why missiles got through, in ${count(effect.trials)} raids`,
    sentence,
    svg: barChart(sentence, bars, { axisTitle: 'missiles' }),
    columns: ['reason', 'missileCount', 'shareFraction'],
    rows: all.map(({ reason, missiles }) => [REASON_WORDS[reason], missiles, missiles / total]),
  };
}

function leakerShareFigure({ effect, raid }: Result): Figure | null {
  const missiles = raid.reduce((sum, part) => sum + part.count, 0);
  if (!effect || missiles < 2) return null;
  const shares = [...effect.leakerShares];
  while (shares.length > 1 && shares.at(-1) === 0) shares.pop();
  const shown = shares.slice(0, 12);
  const sentence = `In ${percent(effect.noLeaker.probability)} of the raids no missile gets through; the most that did was ${shares.length - 1}.`;
  const bars = shown.map((share, leakers) => ({
    name: leakers === 1 ? '1 gets through' : `${leakers} get through`,
    value: share,
    words: percent(share),
  }));
  return {
    id: 'leakers',
    title: `How many of ${count(missiles)} get through`,
    sentence,
    svg: barChart(sentence, bars, { axisWords: (value) => percent(value, 0), axisTitle: 'share of the raids' }),
    columns: ['leakerCount', 'shareFraction'],
    rows: shares.map((share, leakers) => [leakers, share]),
  };
}

function timeFigure({ effect }: Result): Figure | null {
  if (!effect) return null;
  const steps = BUDGET.filter(([time]) => effect.times[time].threatCount > 0 && effect.times[time].p90S > 0);
  if (steps.length === 0) return null;
  const decidedS = effect.times.decided.medianS;
  const sentence = Number.isFinite(decidedS)
    ? `Half of the orders are given within ${seconds(decidedS)} of launch; each bar is a median, its line the middle 80 %.`
    : 'Time spent at each step of the chain; each bar is a median, its line the middle 80 %.';
  return {
    id: 'time-budget',
    title: 'Where the seconds go',
    sentence,
    svg: barChart(
      sentence,
      steps.map(([time, name]) => {
        const { p10S, medianS, p90S } = effect.times[time];
        return {
          name,
          value: medianS,
          low: p10S,
          high: p90S,
          words: `${seconds(medianS)} (${seconds(p10S)} to ${seconds(p90S)})`,
        };
      }),
      { axisTitle: 'seconds' },
    ),
    columns: ['step', 'p10S', 'medianS', 'p90S', 'threatCount'],
    rows: steps.map(([time, name]) => {
      const { p10S, medianS, p90S, threatCount } = effect.times[time];
      return [name, p10S, medianS, p90S, threatCount];
    }),
  };
}

/** One typical missile from launch to its end. */
export function storyFigure({ timeline }: Result): Figure | null {
  if (!timeline) return null;
  const launched = timeline.startUtc.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
  const sentence = `${timeline.threatId} of trial ${timeline.trial}, launched ${launched}: ${tell(timeline.end)}.`;
  return {
    id: 'timeline',
    title: 'One typical missile',
    sentence,
    svg: timelineChart(sentence, timeline),
    columns: ['tS', 'kind', 'who', 'text'],
    rows: timeline.events.map(({ tS, kind, who, said }) => [tS, kind, who, tell(said)]),
  };
}
