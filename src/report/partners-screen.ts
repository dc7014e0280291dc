import type { DependenceResult } from '../flow/dependence.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { tell } from '../words/words.ts';
import { money, percent } from './number.ts';
import { concentrationTable, matrixTable, singlePointLines } from './partners-dependence.ts';
import { headlineOf, takeoverLines, withdrawalTable } from './partners-withdrawals.ts';
import { heading, type Style, wrap } from './text.ts';

export interface PartnersReport {
  name: string;
  dependence: DependenceResult;
  withdrawals?: WithdrawalsResult;
  /** Roots that were asked for. */
  only?: string[];
}

/** The answer of `cupola partners`: the sentence to quote, then what leaves what, who falls with whom, how concentrated it is. */
export function partnersScreen(
  { name, dependence, withdrawals, only }: PartnersReport,
  style: Style,
  columns: number,
): string {
  const width = Math.min(columns, 110);
  const lines = [
    style.bold(name),
    '',
    wrap(withdrawals ? headlineOf(withdrawals, dependence) : dependenceHeadline(dependence), width),
  ];
  if (withdrawals) {
    lines.push(heading('If one leaves, the most harmful first', style), withdrawalTable(withdrawals, style));
    lines.push(takeoverLines(withdrawals, style, width, only));
  }
  if (!only) {
    lines.push(
      heading('What falls with whom, share of the supply of each function', style),
      matrixTable(dependence, style),
    );
    lines.push(heading('How concentrated it is', style), concentrationTable(dependence, style));
    lines.push(heading('Single points of failure', style), singlePointLines(dependence, style, width));
  }
  for (const { said } of dependence.problems) lines.push(wrap(`Fault in the book of partners: ${tell(said)}`, width));
  lines.push('');
  for (const note of [...(withdrawals?.notes ?? []), ...(only ? [] : dependence.notes)])
    lines.push(style.dim(wrap(tell(note), width, 2)));
  return lines.filter((line) => line !== undefined).join('\n');
}

function dependenceHeadline({ roots, money: all, functions }: DependenceResult): string {
  const [first] = roots;
  if (!first) return 'The scenario names no partner.';
  const whole = functions
    .filter(({ id }) => (first.fallsFraction[id] ?? 0) > 0.999)
    .map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
  const share = all.shares.find(({ partner }) => partner === first.id)?.shareFraction ?? 0;
  return `${first.name} alone carries ${whole.length > 0 ? whole.join(', ') : 'no whole function'}, and receives ${percent(share, 0)} of the money (${money(first.moneyMusd ?? 0)}).`;
}
