import type { ShieldSwings } from '../../flow/shield-swing.ts';
import { inputWords } from '../input-words.ts';
import { count, plain } from '../number.ts';
import type { Figure } from './svg.ts';
import { tornadoChart } from './tornado-chart.ts';

const MOST_SWINGS = 12;

/** What moves the shield most: missiles that get through with each input at its low and at its high. */
export function shieldFigure({ swings, baseLeakersCount, trials }: ShieldSwings): Figure | null {
  const first = swings[0];
  if (!first) return null;
  const ends = (swing: typeof first) => [swing.atLow.variant, swing.atHigh.variant] as const;
  const [low, high] = ends(first);
  const sentence =
    `${inputWords(first.element, first.path)} moves the shield most: on average ${count(low, 2)} missiles get through at ` +
    `${plain(first.low)}, ${count(high, 2)} at ${plain(first.high)}, ${count(baseLeakersCount, 2)} as assumed; ${count(trials)} raids each, ` +
    'with the same random numbers.';
  return {
    id: 'shield-tornado',
    title: 'What moves the shield most',
    sentence,
    svg: tornadoChart(
      sentence,
      baseLeakersCount,
      swings.slice(0, MOST_SWINGS).map((swing) => ({
        name: inputWords(swing.element, swing.path),
        atLow: ends(swing)[0],
        atHigh: ends(swing)[1],
        lowWords: plain(swing.low),
        highWords: plain(swing.high),
      })),
      undefined,
      'missiles that get through, mean',
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
