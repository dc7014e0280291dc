import type { Result } from '../../flow/result.ts';
import { dateWords } from '../fielding-lines.ts';
import { percent } from '../number.ts';
import type { Figure } from './svg.ts';
import { bandChart } from './years-chart.ts';

/** Capability over the years. */
export function fieldingFigures({ fielding }: Result): Figure[] {
  if (!fielding || fielding.capabilityFraction.p50.length === 0) return [];
  const { capabilityFraction: band, startYear, firstCapability, fullCapability } = fielding;
  const sentence =
    `Capability over time, mean of the elements' fractions, line: median, band: middle 80 %. ` +
    `${percent(firstCapability.fraction, 0)} ${dateWords(firstCapability)}; ${percent(fullCapability.fraction, 0)} ${dateWords(fullCapability)}.`;
  return [
    {
      id: 'fielding',
      title: 'When it stands',
      sentence,
      svg: bandChart(sentence, startYear, band, 'share of the units in service, mean of the elements'),
      columns: ['month', 'p10Fraction', 'p50Fraction', 'p90Fraction'],
      rows: band.p50.map((p50, m) => [
        `${startYear + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
        band.p10[m]!,
        p50,
        band.p90[m]!,
      ]),
    },
  ];
}
