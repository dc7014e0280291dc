import { bandChart } from '../../figures/band-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import { say } from '../../words/words.ts';
import { dateWords, furthestBehind } from '../fielding-lines.ts';

/** Capability over the years. */
export function fieldingFigures({ fielding }: Result): Figure[] {
  if (!fielding || fielding.capabilityFraction.p50.length === 0) return [];
  const { capabilityFraction: band, startYear, firstCapability, fullCapability } = fielding;
  const behind = furthestBehind(fielding);
  const sentence = say('figure.fielding-say', {
    behind: behind ? said('figure.fielding-behind', behind) : '',
    first: firstCapability.fraction,
    firstDate: dateWords(firstCapability),
    full: fullCapability.fraction,
    fullDate: dateWords(fullCapability),
  });
  return [
    {
      id: 'fielding',
      title: say('figure.fielding'),
      sentence,
      chart: bandChart(
        band.p50.map((p50, m) => ({ year: startYear + (m + 1) / 12, p10: band.p10[m], p50, p90: band.p90[m] })),
        say('figure.fielding-axis'),
      ),
      columns: ['month', 'p10Fraction', 'p50Fraction', 'p90Fraction'],
      rows: band.p50.map((p50, m) => [
        `${startYear + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
        band.p10[m],
        p50,
        band.p90[m],
      ]),
    },
  ];
}
