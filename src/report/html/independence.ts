import type { SourcingResult } from '../../flow/sourcing.ts';
import { count, money, percent } from '../number.ts';
import { headline } from '../source-screen.ts';
import { barChart } from '../svg/bar-chart.ts';
import type { Figure } from '../svg/svg.ts';
import { dataTable, html, type Markup } from './markup.ts';

/** The price of independence in sentences: what it is, and what no mix can do. */
export function independenceSentences(result: SourcingResult): string[] {
  const names = new Map(result.model.demands.map(({ functionId, name }) => [functionId, name]));
  return [
    headline(result),
    ...result.robust.relaxations.slice(0, 3).map(({ functionId, caseName, neededFraction, possibleFraction }) => {
      const when = caseName === undefined ? '' : ` without ${caseName}`;
      return (
        `No mix keeps ${percent(neededFraction, 0)} of ${names.get(functionId) ?? functionId}${when}: ` +
        `${percent(possibleFraction, 0)} is the most that the offers of the book can do.`
      );
    }),
  ];
}

/** Cost against what every loss leaves. */
export function frontFigure({ front, cheapest }: SourcingResult): Figure | null {
  if (front.length < 2) return null;
  const last = front.at(-1)!;
  const sentence =
    `Asking that every loss leaves ${percent(last.lossFraction, 0)} of every function, where any mix can, costs ${money(last.costMusd)}; ` +
    `asking nothing costs ${money(cheapest.costMusd)}.`;
  return {
    id: 'independence',
    title: 'Cost against what is left in the worst case',
    sentence,
    svg: barChart(
      sentence,
      front.map(({ lossFraction, costMusd, meanWorstFraction }) => ({
        name: `ask ${percent(lossFraction, 0)}, ${percent(meanWorstFraction, 0)} left on the mean`,
        value: costMusd / 1000,
        words: money(costMusd),
      })),
      { axisWords: (value) => count(value), axisTitle: 'billion dollars' },
    ),
    columns: ['askedFraction', 'costMusd', 'worstFraction', 'meanWorstFraction', 'gapRatio'],
    rows: front.map((p) => [p.lossFraction, p.costMusd, p.worstFraction, p.meanWorstFraction, p.gapRatio]),
  };
}

/** The mix that survives, beside the cheapest one. */
export function mixTable({ model, cheapest, robust }: SourcingResult): Markup {
  const names = new Map(model.demands.map(({ functionId, name }) => [functionId, name]));
  const share = (fraction: number) => (fraction > 0.0005 ? percent(fraction, 0) : '-');
  const rows = model.offers
    .map((offer, i) => ({ offer, low: cheapest.amountsFraction[i] ?? 0, high: robust.amountsFraction[i] ?? 0 }))
    .filter(({ low, high }) => low > 0.0005 || high > 0.0005)
    .map(({ offer, low, high }) => [
      names.get(offer.functionId) ?? offer.functionId,
      offer.name,
      share(low),
      share(high),
      offer.isCandidate && high > 0.0005 && offer.delayYr > 0 ? `${count(offer.delayYr, 1)} years` : '-',
      high > 0.0005 ? money(high * offer.unitMusd + offer.fixedMusd) : '-',
      offer.basis,
    ]);
  return html`${dataTable(
    'The mix that survives the loss of any one, beside the cheapest: shares of each function',
    ['function', 'offer', 'cheapest', 'survives', 'delay', 'cost', 'weakest evidence'],
    rows,
  )}`;
}
