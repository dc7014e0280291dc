import type { Result } from '../flow/result.ts';
import { money, percent } from './number.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** What it costs: elements, the range, the announced budgets. */
export function costSection({ cost }: Result, style: Style, width: number): string[] {
  if (!cost) return [];
  const { result, uncertainty } = cost;
  const rows = result.elements
    .filter(({ totalMusd }) => totalMusd > 0)
    .sort((a, b) => b.totalMusd - a.totalMusd)
    .map((element) => {
      const { development, procurement, launch, replacement, operations } = element.categoryMusd;
      const again = replacement + element.categoryMusd['replacement-launch'];
      const rest = element.totalMusd - development - procurement - launch - again - operations;
      return [
        element.id,
        ...[development, procurement, launch, again, operations, rest, element.totalMusd].map(billions),
      ];
    });
  const head = ['$ billion', 'development', 'first units', 'launch', 'replacement', 'operations', 'other', 'total'];
  const { p10, p50, p90 } = uncertainty.totalMusd;
  const rangeSentence =
    p90 > p10
      ? `With ranges: half of the draws under ${money(p50)}, one in ten under ${money(p10)}, nine in ten under ${money(p90)}.`
      : 'No price of this scenario has a stated range, so the total has none.';
  const lines = uncertainty.announced.map(
    ({ name, budgetMusd, shareRatio, underProbability }) =>
      `${money(budgetMusd)} (${name}) is ${percent(shareRatio, 0)} of that; chance of staying under it ${percent(underProbability, 0)}.`,
  );
  return [
    heading(`Cost over ${result.years} years, ${result.priceYear} dollars`, style),
    table(head, rows, ['left', ...Array.from({ length: 7 }, () => 'right' as const)], style),
    wrap(
      `Total ${money(result.totalMusd)}. With ranges: half of the draws under ${money(p50)}, one in ten under ${money(p10)}, nine in ten under ${money(p90)}. ${lines.join(' ')}`,
      width,
      2,
    ),
    ...result.notes.map((note) => wrap(`- ${note}`, width, 2)),
  ];
}

function billions(musd: number): string {
  if (Math.abs(musd) < 0.5) return '-';
  return musd >= 99_950 ? (musd / 1000).toFixed(0) : (musd / 1000).toFixed(musd >= 995 ? 1 : 2);
}
