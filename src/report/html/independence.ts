import type { SourcingResult } from '../../flow/sourcing.ts';
import { money, percent } from '../../words/numbers.ts';
import { nameIn, say } from '../../words/words.ts';
import { headline } from '../source-screen.ts';
import { dataTable, html, type Markup } from './markup.ts';

/** The price of independence in sentences: what it is, and what no mix can do. */
export function independenceSentences(result: SourcingResult): string[] {
  const names = new Map(result.model.demands.map(({ functionId, name }) => [functionId, name]));
  return [
    headline(result),
    ...result.robust.relaxations.slice(0, 3).map(({ functionId, caseName, neededFraction, possibleFraction }) => {
      const name = names.get(functionId) ?? functionId;
      const words = { needed: neededFraction, name, possible: possibleFraction };
      return caseName === undefined
        ? say('answer.none-keeps', words)
        : say('answer.none-keeps-without', { ...words, who: caseName });
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
      nameIn(names.get(offer.functionId) ?? offer.functionId),
      nameIn(offer.name),
      share(low),
      share(high),
      offer.isCandidate && high > 0.0005 && offer.delayYr > 0 ? say('part.years1', { years: offer.delayYr }) : '-',
      high > 0.0005 ? money(high * offer.unitMusd + offer.fixedMusd) : '-',
      say(`basis.${offer.basis}`),
    ]);
  return html`${dataTable(
    say('table.mix'),
    [
      say('col.function'),
      say('col.offer'),
      ...(['cheapest', 'survives', 'delay', 'cost'] as const).map((key) => say(`head.${key}`)),
      say('col.weakest'),
    ],
    rows,
  )}`;
}
