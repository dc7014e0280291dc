import type { Departing, DeparturesByDate } from '../flow/departures.ts';
import { percent, range } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { dayOrYear } from './joint-section.ts';
import { points } from './partners-withdrawals.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** A change below this at every date is none that a reader would quote. */
const FELT = 0.005;

/** What each departure does to the chance that nothing gets through, date by date. */
export function departuresSection(answer: DeparturesByDate | undefined, style: Style, width: number): string[] {
  if (!answer) return [];
  const { base, departures, draws } = answer;
  const [first] = departures;
  if (!first) return [heading(say('departures.title'), style), wrap(say('departures.none'), width, 2)];
  const felt = departures.filter(isFelt);
  const years = base.map(({ date }) => dayOrYear(date));
  const head = [
    say('departures.who'),
    say('departures.how'),
    ...years,
    say('departures.last', { year: years.at(-1)! }),
  ];
  const rows = [
    [say('departures.nobody'), '', ...base.map(({ noLeaker }) => percent(noLeaker.p50, 0)), ''],
    ...felt.map(rowOf),
  ];
  const { drawsCount, inputCount, raidsCount, leftOutCount } = draws;
  const foot = say('departures.foot', { draws: drawsCount, inputs: inputCount, raids: raidsCount });
  const idle = departures.length - felt.length;
  return [
    heading(say('departures.title-on', { date: first.date }), style),
    table(head, rows, ['left', 'left', ...head.slice(2).map(() => 'right' as const)], style),
    wrap(leftOutCount > 0 ? `${foot} ${say('joint.left-out', { count: leftOutCount })}` : foot, width, 2),
    ...(idle > 0 ? [wrap(say('departures.idle', { count: idle }), width, 2)] : []),
  ];
}

function isFelt({ byDate }: Departing): boolean {
  return byDate.some(({ meanDifference }) => Math.abs(meanDifference) >= FELT);
}

function rowOf({ name, mode, byDate }: Departing): string[] {
  const { meanDifference, low, high } = byDate.at(-1)!;
  const last = `${points(meanDifference)} (${range(points(low), points(high))})`;
  return [nameIn(name), say(`partners.mode-${mode}`), ...byDate.map(({ noLeaker }) => percent(noLeaker.p50, 0)), last];
}
