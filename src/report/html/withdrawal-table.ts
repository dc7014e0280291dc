import type { ElementLoss, WithdrawalResult, WithdrawalsResult } from '../../flow/withdrawal.ts';
import { count, money, percent, range } from '../../words/numbers.ts';
import { nameIn, say } from '../../words/words.ts';
import { dataTable, type Markup } from './markup.ts';

const MOST_ROWS = 14;

/** What every withdrawal leaves, by year, who takes over, and what that costs. */
export function withdrawalTable({
  results,
  yearsYr,
  baseNoLeakerProbability,
  trials,
}: WithdrawalsResult): Markup | null {
  if (results.length === 0) return null;
  return dataTable(
    say('table.withdrawals', { share: baseNoLeakerProbability, raids: trials }),
    [
      say('col.who'),
      say('col.how'),
      say('col.fewest'),
      ...yearsYr.map((yr) => (yr === 0 ? say('col.at-once') : say('col.after-years', { years: yr }))),
      say('col.back-after'),
      say('col.substitutes'),
      say('col.who-takes-over'),
    ],
    results
      .slice(0, MOST_ROWS)
      .map((each) => [
        nameIn(each.name),
        say(`leaves.${each.mode}`),
        fewest(each.losses),
        ...yearsYr.map((yr) => effectWords(each, yr)),
        each.restoredYr === undefined
          ? say('leaves.not-within')
          : each.restoredYr === 0
            ? say('leaves.never-short')
            : say('part.years1', { years: each.restoredYr }),
        Math.abs(each.substitutionMusd) < 0.5 ? '-' : money(each.substitutionMusd),
        [...new Set(each.takeovers.map(({ name }) => nameIn(name)))].slice(0, 4).join(', ') || say('leaves.nobody'),
      ]),
  );
}

function effectWords({ effects }: WithdrawalResult, yr: number): string {
  const found = effects.find(({ afterYr }) => afterYr === yr)?.effect.noLeakerProbability;
  if (!found) return '-';
  const points = (value: number) => `${value > 0 ? '+' : ''}${count(100 * value)}`;
  const between = found.difference === 0 ? say('leaves.same') : range(points(found.low), points(found.high));
  return `${percent(found.variant, 0)} (${between})`;
}

function fewest(losses: readonly ElementLoss[]): string {
  const hit = losses
    .map(({ element, remainingFraction }) => ({ element, least: Math.min(...remainingFraction) }))
    .filter(({ least }) => least < 0.995)
    .sort((a, b) => a.least - b.least);
  return hit
    .slice(0, 3)
    .map(({ element, least }) => `${element} ${percent(least, 0)}`)
    .join(', ');
}
