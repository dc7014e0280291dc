import type { DeparturesByDate } from '../flow/departures.ts';
import type { DependenceResult } from '../flow/dependence.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { nameIn, say, tell } from '../words/words.ts';
import { departuresSection } from './departures-section.ts';
import { concentrationTable, matrixTable, singlePointLines } from './partners-dependence.ts';
import { headlineOf, takeoverLines, withdrawalTable } from './partners-withdrawals.ts';
import { heading, type Style, wrap } from './text.ts';

export interface PartnersReport {
  name: string;
  dependence: DependenceResult;
  withdrawals?: WithdrawalsResult;
  departures?: DeparturesByDate;
  /** Roots that were asked for. */
  only?: string[];
}

/** The answer of `cupola partners`: the sentence to quote, then what leaves what, who falls with whom, how concentrated it is. */
export function partnersScreen(
  { name, dependence, withdrawals, departures, only }: PartnersReport,
  style: Style,
  columns: number,
): string {
  const width = Math.min(columns, 110);
  const lines = [
    style.bold(name),
    '',
    wrap(withdrawals ? headlineOf(withdrawals, dependence) : dependenceHeadline(dependence), width),
  ];
  lines.push(...departuresSection(departures, style, width));
  if (withdrawals) {
    lines.push(heading(say('partners.if-one-leaves'), style), withdrawalTable(withdrawals, style));
    lines.push(takeoverLines(withdrawals, style, width, only));
  }
  if (!only) {
    lines.push(heading(say('partners.falls'), style), matrixTable(dependence, style));
    lines.push(heading(say('partners.concentrated'), style), concentrationTable(dependence, style));
    lines.push(heading(say('partners.single'), style), singlePointLines(dependence, style, width));
  }
  for (const { said: fault } of dependence.problems) lines.push(wrap(say('partners.fault', { fault }), width));
  lines.push('');
  for (const note of [...(withdrawals?.notes ?? []), ...(only ? [] : dependence.notes)])
    lines.push(style.dim(wrap(tell(note), width, 2)));
  return lines.filter((line) => line !== undefined).join('\n');
}

function dependenceHeadline({ roots, money: all, functions }: DependenceResult): string {
  const [first] = roots;
  if (!first) return say('partners.none');
  const whole = functions
    .filter(({ id }) => (first.fallsFraction[id] ?? 0) > 0.999)
    .map(({ name }) => nameIn(name))
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const share = all.shares.find(({ partner }) => partner === first.id)?.shareFraction ?? 0;
  const carried = whole.length > 0 ? whole : say('partners.no-whole');
  return say('partners.alone', { name: first.name, functions: carried, share, money: first.moneyMusd ?? 0 });
}
