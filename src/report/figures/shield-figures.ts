import type { Figure } from '../../figures/figure.ts';
import { tornadoChart } from '../../figures/tornado-chart.ts';
import type { ShieldSwings } from '../../flow/shield-swing.ts';
import { plain } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { inputWords } from '../input-words.ts';

const MOST_SWINGS = 12;

/** What moves the shield most: missiles that get through with each input at its low and at its high. */
export function shieldFigure({ swings, baseLeakersCount, trials }: ShieldSwings): Figure | null {
  const first = swings[0];
  if (!first) return null;
  const ends = (swing: typeof first) => [swing.atLow.variant, swing.atHigh.variant] as const;
  const [low, high] = ends(first);
  const sentence = say('figure.shield-say', {
    input: inputWords(first.element, first.path),
    atLow: low,
    low: first.low,
    atHigh: high,
    high: first.high,
    base: baseLeakersCount,
    raids: trials,
  });
  return {
    id: 'shield-tornado',
    title: say('figure.shield'),
    sentence,
    chart: tornadoChart(
      baseLeakersCount,
      swings.slice(0, MOST_SWINGS).map((swing) => ({
        name: inputWords(swing.element, swing.path),
        atLow: ends(swing)[0],
        atHigh: ends(swing)[1],
        lowWords: plain(swing.low),
        highWords: plain(swing.high),
      })),
      undefined,
      say('figure.shield-axis'),
    ),
    columns: ['element', 'path', 'low', 'value', 'high', 'leakersAtLowCount', 'leakersAtHighCount'],
    rows: swings.map((swing) => [
      swing.element,
      swing.path,
      swing.low,
      Number.isFinite(swing.value) ? swing.value : '',
      swing.high,
      ...ends(swing),
    ]),
  };
}
