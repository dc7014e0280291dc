import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { DeparturesByDate } from '../../flow/departures.ts';
import { said } from '../../flow/said.ts';
import { say } from '../../words/words.ts';
import { atOf, changeWords, isFelt, quotedOf } from '../departures-section.ts';
import { dayOrYear } from '../joint-section.ts';

const MOST = 12;

/** How many points of the chance that nothing gets through each departure costs at the date of the headline. */
export function departuresFigure(answer: DeparturesByDate): Figure | null {
  const harmful = answer.withdrawals.filter((each) => isFelt(each) && atOf(answer, each).meanDifference < 0);
  if (harmful.length === 0) return null;
  const shown = [...harmful]
    .sort((a, b) => atOf(answer, a).meanDifference - atOf(answer, b).meanDifference)
    .slice(0, MOST);
  const year = dayOrYear(answer.atDate);
  const sentence = say('figure.departures-say', {
    name: shown[0].name,
    mode: said(`partners.mode-${shown[0].mode}`),
    date: shown[0].date,
    year,
    change: changeWords(atOf(answer, shown[0])),
    quoted: quotedOf(answer)!.name,
    quotedChange: changeWords(atOf(answer, quotedOf(answer)!)),
  });
  return {
    id: 'withdrawals',
    title: say('figure.departures'),
    sentence,
    chart: barChart(
      shown.map((each) => {
        const at = atOf(answer, each);
        const mode = said(`partners.mode-${each.mode}`);
        const [value, low, high] = [at.meanDifference, at.high, at.low].map((change) => Math.max(0, -100 * change));
        return {
          name: say('figure.name-mode', { name: each.name, mode }),
          value: value,
          low,
          high,
          words: changeWords(at),
        };
      }),
      { axisTitle: say('figure.departures-axis', { year }) },
    ),
    columns: [
      ...['partner', 'name', 'mode', 'leaves', 'date'],
      ...['p10NoLeaker', 'p50NoLeaker', 'p90NoLeaker', 'meanDifference', 'low', 'high'],
    ],
    rows: answer.withdrawals.flatMap(({ partner, name, mode, date: leaves, byDate }) =>
      byDate.map(({ date, noLeaker: { p10, p50, p90 }, meanDifference, low, high }) => [
        ...[partner, name, mode, leaves, date],
        ...[p10, p50, p90, meanDifference, low, high],
      ]),
    ),
  };
}
