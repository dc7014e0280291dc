import type { ElementLoss, WithdrawalResult, WithdrawalsResult } from '../../flow/withdrawal.ts';
import { count, money, percent } from '../number.ts';
import { dataTable, type Markup } from './markup.ts';

const MOST_ROWS = 14;
const MODES = { 'supply-stops': 'supplies no more', 'service-denied': 'switches off' } as const;

/** What every withdrawal leaves, by year, who takes over, and what that costs. */
export function withdrawalTable({
  results,
  yearsYr,
  baseNoLeakerProbability,
  trials,
}: WithdrawalsResult): Markup | null {
  if (results.length === 0) return null;
  return dataTable(
    `Raids without a leaker when one leaves; ${percent(baseNoLeakerProbability, 0)} with everybody in, in the ${count(trials)} raids that each case is run through. In brackets the 95 % interval of the difference, in points.`,
    [
      'who',
      'how',
      'fewest units left',
      ...yearsYr.map((yr) => (yr === 0 ? 'at once' : `after ${yr} years`)),
      'back after',
      'substitutes cost more by',
      'who takes over',
    ],
    results
      .slice(0, MOST_ROWS)
      .map((each) => [
        each.name,
        MODES[each.mode],
        fewest(each.losses),
        ...yearsYr.map((yr) => effectWords(each, yr)),
        each.restoredYr === undefined
          ? 'not within the horizon'
          : each.restoredYr === 0
            ? 'never short'
            : `${count(each.restoredYr, 1)} years`,
        Math.abs(each.substitutionMusd) < 0.5 ? '-' : money(each.substitutionMusd),
        [...new Set(each.takeovers.map(({ name }) => name))].slice(0, 4).join(', ') || 'nobody in the catalog',
      ]),
  );
}

function effectWords({ effects }: WithdrawalResult, yr: number): string {
  const found = effects.find(({ afterYr }) => afterYr === yr)?.effect.noLeakerProbability;
  if (!found) return '-';
  const points = (value: number) => `${value > 0 ? '+' : ''}${count(100 * value)}`;
  const range = found.difference === 0 ? 'same' : `${points(found.low)} to ${points(found.high)}`;
  return `${percent(found.variant, 0)} (${range})`;
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
