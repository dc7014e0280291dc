import type { UsedNumber } from '../../flow/architecture.ts';
import type { PriceTerm } from '../../flow/price-term.ts';
import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import type { Row, Sheet } from './sheet.ts';

/** A price that the cost sheet reads, and its row among the assumptions, from 1. */
export interface PriceCell {
  owner: string;
  price: string;
  value: number;
  row: number;
  used?: UsedNumber;
}

const FIRST_ROW = 4;

/** Each price once, in the order of the terms. */
export function priceRows(terms: readonly PriceTerm[], uses: readonly UsedNumber[]): PriceCell[] {
  const found = new Map<string, PriceCell>();
  for (const { owner, price, value } of terms) {
    const key = `${owner}.${price}`;
    if (price === '' || found.has(key)) continue;
    const used = uses.find((use) => use.element === owner && use.path === price);
    found.set(key, { owner, price, value, used, row: FIRST_ROW + found.size });
  }
  return [...found.values()];
}

/** Prices that the cost sheet reads, then every number of the scenario, with range, basis and source. */
export function assumptionSheet(prices: readonly PriceCell[], uses: readonly UsedNumber[], result: Result): Sheet {
  const titles = new Map(result.provenance.sources.map(({ key, title }) => [key, title]));
  const bold = (text: string) => ({ text, isBold: true as const });
  const head: Row = [
    bold(say('workbook.number')),
    bold(say('workbook.value')),
    ...(['low', 'high', 'basis', 'source', 'where'] as const).map((key) => bold(say(`workbook.${key}`))),
  ];
  const backing = ({ basis, source, where }: UsedNumber): Row => [
    say(`basis.${basis}`),
    titles.get(source) ?? source,
    where,
  ];
  const priceYear = result.cost?.result.priceYear ?? 0;
  return {
    name: say('workbook.assumptions'),
    rows: [
      [bold(say('workbook.prices', { year: String(priceYear) }))],
      [say('workbook.prices-about')],
      head,
      ...prices.map(({ owner, price, value, used }): Row => {
        // ranges are in the dollars of the source, as the number is
        const scale = used && used.value !== 0 ? value / used.value : 1;
        const end = (bound: number | undefined) => (bound === undefined ? null : bound * scale);
        const name = owner === '' ? price : `${owner}.${price}`;
        return [name, value, end(used?.low), end(used?.high), ...(used ? backing(used) : [])];
      }),
      [],
      [bold(say('workbook.all-numbers'))],
      head,
      ...uses.map(
        (use): Row => [`${use.element}.${use.path}`, use.value, use.low ?? null, use.high ?? null, ...backing(use)],
      ),
    ],
    widths: [46, 16, 12, 12, 14, 60, 60],
    frozenRows: 3,
  };
}
