import type { SourcingResult } from '../../flow/sourcing.ts';
import { count, money, percent } from '../number.ts';
import { headline } from '../source-screen.ts';
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
        `${percent(possibleFraction, 0)} is the most that the offers of the catalog can do.`
      );
    }),
  ];
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
