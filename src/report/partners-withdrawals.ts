import type { DependenceResult } from '../flow/dependence.ts';
import { type Said, said } from '../flow/said.ts';
import type { ElementLoss, WithdrawalResult, WithdrawalsResult } from '../flow/withdrawal.ts';
import { groupBy } from '../num/group-by.ts';
import type { PairedDifference } from '../num/paired.ts';
import { fixed, percent } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { mergeModes } from './merge-modes.ts';
import { assumedWords, short } from './partners-dependence.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** Partner whose loss most readers ask about: shown where the scenario rests on it. */
export const HEADLINE_ROOT = 'spacex';
const MOST_ROWS = 14;

/** The withdrawal to quote: SpaceX where the scenario rests on it, else the most harmful one. */
export function headlineOf(result: WithdrawalsResult, { money: all }: DependenceResult): string {
  const { results } = result;
  const isSupply = ({ mode }: WithdrawalResult) => mode === 'supply-stops';
  const first =
    results.find((each) => each.roots[0] === HEADLINE_ROOT && each.roots.length === 1 && isSupply(each)) ??
    results.find(isSupply) ??
    results[0];
  if (!first) return say('partners.no-harm');
  const worst = worstYear(first, result.yearsYr);
  const left = [...first.losses]
    .filter(({ remainingFraction }) => remainingAt(remainingFraction, worst) < 0.98)
    .sort((a, b) => remainingAt(a.remainingFraction, worst) - remainingAt(b.remainingFraction, worst))
    .slice(0, 3)
    .map((loss) => ({
      share: remainingAt(loss.remainingFraction, worst),
      name: nameIn(loss.name).split(',')[0].replace(/ \(.*/, ''),
    }));
  const effect = first.effects.find(({ afterYr }) => afterYr === worst)!.effect;
  const { base, variant, low, high } = effect.noLeakerProbability;
  const paid = all.shares.find(({ partner }) => partner === first.roots[0]);
  const outer = effect.firstLayerFraction;
  return say('partners.stops', {
    name: first.name,
    spent: paid ? said('partners.takes', { share: paid.shareFraction, assumed: assumedWords(paid) }) : '',
    left: left.length > 0 ? listed(left.map((each) => say('partners.left-of', each))) : said('partners.all-units'),
    count: Math.max(1, left.length),
    years: worst,
    outer: outer.variant,
    outerBase: outer.base,
    base,
    variant,
    low: points(low),
    high: points(high),
    recovery: recovery(first),
  });
}

function recovery({ restoredYr, substitutionMusd }: WithdrawalResult): Said {
  const cost = substitutionMusd > 0 ? said('partners.at-more', { musd: substitutionMusd }) : '';
  return restoredYr === undefined
    ? said('partners.not-back', { cost })
    : said('partners.back', { years: restoredYr, cost });
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
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(say('join.comma'))}${say('join.and')}${parts.at(-1)}`;
}

/** A difference of shares in points, with its sign. */
export function points(value: number): string {
  return `${value > 0 ? '+' : ''}${fixed(100 * value, 0)}`;
}

/** One row a withdrawal: what is left at the worst time, and the effect over the years. */
export function withdrawalTable(
  { results, yearsYr, trials, baseNoLeakerProbability, harmless }: WithdrawalsResult,
  style: Style,
): string {
  const years = [...yearsYr];
  const head = [
    '',
    say('head.mode'),
    say('head.fewest-left'),
    ...years.map((yr) => (yr === 0 ? say('head.now') : say('part.yr', { years: yr }))),
    say('head.leakers-more'),
    say('head.back'),
    say('head.cost-more'),
  ];
  const shown = distinct(results).slice(0, MOST_ROWS);
  const told = shown.map(({ each, others }) => [
    short(each.kind === 'part' ? `· ${each.name}` : each.name, 19) + (others > 0 ? ` +${others}` : ''),
    each.mode === 'supply-stops' ? say('partners.mode-stops') : say('partners.mode-denied'),
    fewest(each.losses),
    ...each.effects.map(({ effect }) => probability(effect.noLeakerProbability, style)),
    harm(each),
    each.restoredYr === undefined
      ? say('part.never')
      : each.restoredYr === 0
        ? '·'
        : say('part.yr1', { years: each.restoredYr }),
    Math.abs(each.substitutionMusd) < 0.5 ? '·' : bn(each.substitutionMusd),
  ]);
  const rows = mergeModes(told);
  const made = table(
    head,
    rows,
    ['left', 'left', 'left', ...years.map(() => 'right' as const), 'right', 'right', 'right'],
    style,
  );
  const more = distinct(results).length - shown.length;
  const foot = [
    say('partners.foot-years', { share: baseNoLeakerProbability, raids: trials }),
    say('partners.foot-modes'),
    say('partners.foot-cost'),
    rows.length < told.length ? say('departures.both') : '',
    more > 0 ? say('partners.foot-more', { count: more }) : '',
    harmless.length > 0 ? say('partners.foot-harmless', { count: harmless.length }) : '',
  ];
  return `${made}\n${foot
    .filter(Boolean)
    .map((line) => style.dim(`  ${line}`))
    .join('\n')}`;
}

function bn(musd: number): string {
  return say('partners.billions', { sign: musd < 0 ? '\u2212' : '', billions: Math.abs(musd) / 1000 });
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
  const text = percent(variant, 0);
  if (high < 0) return style.bad(text);
  return low > 0 ? style.good(text) : text;
}

/** Leakers a raid more, in the worst of the years. */
function harm({ effects }: WithdrawalResult): string {
  const worst = effects.reduce((most, each) =>
    each.effect.leakersCount.difference > most.effect.leakersCount.difference ? each : most,
  );
  const { difference, high } = worst.effect.leakersCount;
  return difference === 0 ? '·' : `${fixed(difference, 2)}±${fixed(high - difference, 2)}`;
}

/** Who takes over from one or more who leave. */
export type TakeoversOf = Pick<WithdrawalResult, 'roots' | 'name' | 'mode' | 'takeovers' | 'fieldingDelayYr'>;

/**
 * Who takes over from the partner of the headline, or from those asked for.
 *
 * @param only roots that were asked for
 * @param isFromNothing whether to say how much longer it takes to build all of it from nothing
 */
export function takeoverLines(
  all: readonly TakeoversOf[],
  style: Style,
  width: number,
  { only, isFromNothing }: { only?: string[]; isFromNothing: boolean },
): string {
  const wanted = only ?? [HEADLINE_ROOT];
  const shown = all.filter(
    ({ roots, mode }) => mode === 'supply-stops' && roots.length === 1 && wanted.includes(roots[0]),
  );
  return shown
    .filter(({ takeovers }) => takeovers.length > 0)
    .map(({ name, takeovers, fieldingDelayYr }) => {
      const byWhat = groupBy(takeovers, ({ what }) => what);
      const lines = [...byWhat].map(([what, all]) => {
        const list = all.map(({ name: who, capacityPerYr, fromYr }) => {
          const capacity = { name: short(who, 26), count: capacityPerYr };
          return fromYr > 0
            ? say('partners.capacity-from', { ...capacity, year: fromYr })
            : say('partners.capacity', capacity);
        });
        const words = { list: list.join(say('join.semicolon')) };
        return wrap(
          what === 'launch' ? say('partners.launches-a-year', words) : say('partners.units-a-year', { ...words, what }),
          width,
          2,
        );
      });
      const heads = `${heading(say('partners.takes-over', { name }), style)}\n${lines.join('\n')}`;
      if (!isFromNothing) return heads;
      const delay =
        fieldingDelayYr === undefined
          ? say('partners.never-complete', { name })
          : say('partners.longer', { name, years: fieldingDelayYr });
      return `${heads}\n  ${delay}`;
    })
    .join('\n');
}
