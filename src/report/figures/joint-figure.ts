import { bandsChart } from '../../figures/band-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Band } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { money } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { yearsOf } from './years-of.ts';

/** Chance that nothing gets through by year, and below it on the same axis of time what is spent; bands over the draws. */
export function jointFigure({ headline, byDate, draws }: Pick<Result, 'headline' | 'byDate' | 'draws'>): Figure | null {
  if (!headline || !byDate || !draws || byDate.length < 2) return null;
  const years = byDate.map(({ date }) => yearsOf(date));
  const spent = byDate.map(({ spentMusd }) => spentMusd).filter((band) => band !== null);
  const isPriced = spent.length === byDate.length;
  const bands = (list: readonly Band[]) => list.map((band, i) => ({ year: years[i], ...band }));
  const best = byDate.find(({ date }) => date === headline.date) ?? byDate.at(-1)!;
  const sentence = say('figure.joint-say', {
    year: headline.date.slice(0, 4),
    draws: draws.drawsCount,
    ...best.noLeaker,
  });
  const chance = { points: bands(byDate.map(({ noLeaker }) => noLeaker)), title: say('figure.joint-chance') };
  const words = (musd: number) => (musd === 0 ? '0' : money(musd));
  return {
    id: 'by-date',
    title: say('figure.joint'),
    sentence,
    chart: bandsChart(chance, isPriced ? { points: bands(spent), title: say('figure.joint-money'), words } : undefined),
    columns: ['date', 'p10NoLeaker', 'p50NoLeaker', 'p90NoLeaker', 'p10SpentMusd', 'p50SpentMusd', 'p90SpentMusd'],
    rows: byDate.map(({ date, noLeaker, spentMusd }) => [
      date,
      noLeaker.p10,
      noLeaker.p50,
      noLeaker.p90,
      ...(spentMusd ? [spentMusd.p10, spentMusd.p50, spentMusd.p90] : ['', '', '']),
    ]),
  };
}
