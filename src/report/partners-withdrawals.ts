import type { DependenceResult } from '../flow/dependence.ts';
import type { ElementLoss, WithdrawalResult, WithdrawalsResult } from '../flow/withdrawal.ts';
import type { PairedDifference } from '../num/paired.ts';
import { count, money, percent } from './number.ts';
import { short } from './partners-dependence.ts';
import { heading, type Style, table, wrap } from './text.ts';

const HEADLINE_ROOT = 'spacex';
const MOST_ROWS = 14;

/** The withdrawal to quote: SpaceX where the scenario rests on it, else the most harmful one. */
export function headlineOf(result: WithdrawalsResult, { money: all }: DependenceResult): string {
  const { results } = result;
  const isSupply = ({ mode }: WithdrawalResult) => mode === 'supply-stops';
  const first =
    results.find((each) => each.roots[0] === HEADLINE_ROOT && each.roots.length === 1 && isSupply(each)) ??
    results.find(isSupply) ??
    results[0];
  if (!first) return 'No partner and no shared part takes a unit from this shield that others do not replace in time.';
  const worst = worstYear(first, result.yearsYr);
  const left = [...first.losses]
    .filter(({ remainingFraction }) => remainingAt(remainingFraction, worst) < 0.98)
    .sort((a, b) => remainingAt(a.remainingFraction, worst) - remainingAt(b.remainingFraction, worst))
    .slice(0, 3)
    .map(
      (loss) =>
        `${percent(remainingAt(loss.remainingFraction, worst), 0)} of ${loss.name.split(',')[0].replace(/ \(.*/, '')}`,
    );
  const effect = first.effects.find(({ afterYr }) => afterYr === worst)!.effect;
  const { base, variant, low, high } = effect.noLeakerProbability;
  const share = all.shares.find(({ partner }) => partner === first.roots[0])?.shareFraction;
  const spent = share === undefined ? '' : `, which takes ${percent(share, 0)} of the money,`;
  const outer = effect.firstLayerFraction;
  return (
    `If ${first.name}${spent} stops supplying, ${left.length > 0 ? listed(left) : 'all units'} ${left.length > 1 ? 'are' : 'is'} left after ${worst} years: ` +
    `the outer layer stops ${percent(outer.variant, 0)} of the missiles instead of ${percent(outer.base, 0)}, and raids without a leaker go from ` +
    `${percent(base, 0)} to ${percent(variant, 0)} (${interval(low, high)} points). ${recovery(first)}`
  );
}

function recovery({ restoredYr, substitutionMusd }: WithdrawalResult): string {
  const cost = substitutionMusd > 0 ? `, at ${money(substitutionMusd)} more than today's suppliers` : '';
  return restoredYr === undefined
    ? `Others do not bring it back within the horizon${cost}.`
    : `Others bring it back after ${restoredYr.toFixed(1)} years${cost}.`;
}

/** Year with the most units lost among those asked for. */
function worstYear({ losses }: WithdrawalResult, yearsYr: readonly number[]): number {
  const lost = (yr: number) => losses.reduce((sum, each) => sum + 1 - remainingAt(each.remainingFraction, yr), 0);
  return yearsYr.reduce((worst, yr) => (lost(yr) > lost(worst) + 1e-9 ? yr : worst), yearsYr[0]);
}

function remainingAt(remaining: readonly number[], yr: number): number {
  const last = remaining.length - 1;
  const below = Math.min(last, Math.floor(yr));
  const above = Math.min(last, below + 1);
  return remaining[below] + (Math.min(yr, last) - below) * (remaining[above] - remaining[below]);
}

function listed(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function interval(low: number, high: number): string {
  const points = (value: number) => `${value > 0 ? '+' : ''}${(100 * value).toFixed(0)}`;
  return `${points(low)} to ${points(high)}`;
}

/** One row a withdrawal: what is left at the worst time, and the effect over the years. */
export function withdrawalTable(
  { results, yearsYr, trials, baseNoLeakerProbability, harmless }: WithdrawalsResult,
  style: Style,
): string {
  const years = [...yearsYr];
  const head = [
    '',
    'mode',
    'fewest left',
    ...years.map((yr) => (yr === 0 ? 'now' : `${yr} yr`)),
    'leakers +',
    'back',
    'cost +',
  ];
  const shown = distinct(results).slice(0, MOST_ROWS);
  const rows = shown.map(({ each, others }) => [
    short(each.kind === 'part' ? `· ${each.name}` : each.name, 19) + (others > 0 ? ` +${others}` : ''),
    each.mode === 'supply-stops' ? 'stops' : 'denied',
    fewest(each.losses),
    ...each.effects.map(({ effect }) => probability(effect.noLeakerProbability, style)),
    harm(each),
    each.restoredYr === undefined ? 'never' : each.restoredYr === 0 ? '·' : `${each.restoredYr.toFixed(1)} yr`,
    Math.abs(each.substitutionMusd) < 0.5 ? '·' : bn(each.substitutionMusd),
  ]);
  const made = table(
    head,
    rows,
    ['left', 'left', 'left', ...years.map(() => 'right' as const), 'right', 'right', 'right'],
    style,
  );
  const more = distinct(results).length - shown.length;
  const foot = [
    `  Under the years: raids without a leaker, ${percent(baseNoLeakerProbability, 0)} with everybody in; ${count(trials)} raids a case, same random numbers.`,
    '  stops: no more units, launches, spares; denied: switched off at once too. back: 95 % of the units again.',
    '  cost +: of what others deliver, over the price of those who left. Name +n: n more with the same effect.',
    more > 0 ? `  ${more} smaller ones left out; --json has all.` : '',
    harmless.length > 0 ? `  Others make up at once for the loss of ${harmless.length} more partners and parts.` : '',
  ];
  return `${made}\n${foot
    .filter(Boolean)
    .map((line) => style.dim(line))
    .join('\n')}`;
}

function bn(musd: number): string {
  return `${musd < 0 ? '-' : ''}$${(Math.abs(musd) / 1000).toFixed(1)}bn`;
}

/** Withdrawals with equal losses once, partners before parts. */
function distinct(results: readonly WithdrawalResult[]): { each: WithdrawalResult; others: number }[] {
  const byLoss = new Map<string, { each: WithdrawalResult; others: number }>();
  for (const each of [...results].sort((a, b) => Number(a.kind === 'part') - Number(b.kind === 'part'))) {
    const key = `${each.mode} ${each.losses.map(({ remainingFraction }) => remainingFraction.map((share) => share.toFixed(2)).join()).join(' ')}`;
    const known = byLoss.get(key);
    if (known) known.others++;
    else byLoss.set(key, { each, others: 0 });
  }
  const rank = (result: WithdrawalResult) => results.indexOf(result);
  return [...byLoss.values()].sort((a, b) => rank(a.each) - rank(b.each));
}

function fewest(losses: readonly ElementLoss[]): string {
  const hit = losses
    .map(({ element, remainingFraction }) => ({ element, least: Math.min(...remainingFraction) }))
    .filter(({ least }) => least < 0.995)
    .sort((a, b) => a.least - b.least);
  const [first] = hit;
  return first ? `${first.element} ${percent(first.least, 0)}${hit.length > 1 ? ` +${hit.length - 1}` : ''}` : '';
}

function probability({ variant, low, high }: PairedDifference, style: Style): string {
  const text = `${(100 * variant).toFixed(0)} %`;
  if (high < 0) return style.bad(text);
  return low > 0 ? style.good(text) : text;
}

/** Leakers a raid more, in the worst of the years. */
function harm({ effects }: WithdrawalResult): string {
  const worst = effects.reduce((most, each) =>
    each.effect.leakersCount.difference > most.effect.leakersCount.difference ? each : most,
  );
  const { difference, high } = worst.effect.leakersCount;
  return difference === 0 ? '·' : `${difference.toFixed(2)}±${(high - difference).toFixed(2)}`;
}

/** Who takes over from the partner of the headline, or from those asked for. */
export function takeoverLines({ results }: WithdrawalsResult, style: Style, width: number, only?: string[]): string {
  const wanted = only ?? [HEADLINE_ROOT];
  const shown = results.filter(
    ({ roots, mode }) => mode === 'supply-stops' && roots.length === 1 && wanted.includes(roots[0]),
  );
  return shown
    .filter(({ takeovers }) => takeovers.length > 0)
    .map(({ name, takeovers, fieldingDelayYr }) => {
      const byWhat = groupBy(takeovers, ({ what }) => what);
      const lines = [...byWhat].map(([what, all]) => {
        const each = all.map(
          ({ name: who, capacityPerYr, fromYr }) =>
            `${short(who, 26)} ${count(capacityPerYr)}${fromYr > 0 ? ` from year ${fromYr}` : ''}`,
        );
        return wrap(`${what === 'launch' ? 'launches' : what} a year: ${each.join('; ')}`, width, 2);
      });
      const delay =
        fieldingDelayYr === undefined
          ? 'cannot be completed within three horizons'
          : `takes ${fieldingDelayYr.toFixed(1)} years longer`;
      return `${heading(`Who takes over from ${name}`, style)}\n${lines.join('\n')}\n  Building the whole from nothing without ${name} ${delay}.`;
    })
    .join('\n');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
