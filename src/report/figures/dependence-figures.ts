import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import { matrixChart } from '../../figures/matrix-chart.ts';
import type { DependenceResult } from '../../flow/dependence.ts';
import type { Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import type { WithdrawalsResult } from '../../flow/withdrawal.ts';
import { count, percent } from '../../words/numbers.ts';
import { nameIn, say, tell } from '../../words/words.ts';

const MOST_ROOTS = 8;
const MOST_WITHDRAWALS = 12;

/** Share of each function that falls with each partner or shared part. */
export function dependenceFigure(dependence: DependenceResult): Figure | null {
  const roots = dependence.roots.filter(({ fallsFraction }) => Object.values(fallsFraction).some((share) => share > 0));
  const { functions } = dependence;
  if (roots.length === 0 || functions.length === 0) return null;
  const shown = roots.slice(0, MOST_ROOTS);
  const whole = functions.filter(({ id }) => shown[0].fallsFraction[id] >= 0.999).length;
  const sentence = say('figure.falls-say', { name: shown[0].name, whole, of: functions.length });
  return {
    id: 'dependence',
    title: say('figure.falls'),
    sentence,
    chart: matrixChart(
      functions.map(({ name }) => nameIn(name)),
      shown.map(({ name }) => nameIn(name)),
      functions.map(({ id }) => shown.map(({ fallsFraction }) => fallsFraction[id] ?? 0)),
    ),
    columns: ['partner', 'function', 'fallsFraction'],
    rows: roots.flatMap(({ name: root, fallsFraction }) =>
      functions.flatMap(({ id, name }) => (fallsFraction[id] > 0 ? [[root, name, fallsFraction[id]]] : [])),
    ),
  };
}

/** Messages that are cut when a network, a partner or a control plane is gone. */
export function networkFigure({ networks }: Result): Figure | null {
  const variants = (networks?.variants ?? []).filter(
    ({ kind, cutFraction }) => kind !== 'planned' && Number.isFinite(cutFraction),
  );
  if (variants.every(({ cutFraction }) => cutFraction === 0)) return null;
  const sorted = [...variants].sort((a, b) => b.cutFraction - a.cutFraction);
  const worst = sorted[0];
  const words = { share: worst.cutFraction, variant: worst.name };
  const sentence = worst.kind === 'network' ? say('figure.cuts-say', words) : say('figure.cuts-say-with', words);
  return {
    id: 'network-cuts',
    title: say('figure.cuts'),
    sentence,
    chart: barChart(
      sorted.map(({ name, cutFraction }) => ({ name: tell(name), value: cutFraction, words: percent(cutFraction) })),
      { axisWords: (value) => percent(value, 0), axisTitle: say('figure.cuts-axis') },
    ),
    columns: ['variant', 'kind', 'cutFraction', 'largestPartFraction'],
    rows: sorted.map(({ name, kind, cutFraction, largestPartFraction }) => [
      tell(name),
      kind,
      cutFraction,
      largestPartFraction,
    ]),
  };
}

/** Leakers that each withdrawal adds. */
export function withdrawalFigure(withdrawals: WithdrawalsResult): Figure | null {
  const harmful = withdrawals.results.filter(({ harmCount }) => harmCount > 0).slice(0, MOST_WITHDRAWALS);
  if (harmful.length === 0) return null;
  const first = harmful[0];
  const { yearsYr, baseLeakersCount: base, trials: raids } = withdrawals;
  const list = yearsYr.map((years) => (years === 0 ? said('figure.at-once') : said('figure.after-years', { years })));
  const sentence = say('figure.withdrawals-say', {
    name: first.name,
    mode: said(`leaves.${first.mode}`),
    more: first.harmCount,
    base,
    raids,
    years: yearsYr.length > 1 ? said('figure.withdrawals-years', { list }) : '',
  });
  return {
    id: 'withdrawals',
    title: say('figure.withdrawals'),
    sentence,
    chart: barChart(
      harmful.map(({ name, mode, harmCount }) => ({
        name: say('figure.name-mode', { name, mode: said(`leaves.${mode}`) }),
        value: harmCount,
        words: `+${count(harmCount, 2)}`,
      })),
      { axisTitle: say('figure.withdrawals-axis') },
    ),
    columns: ['name', 'mode', 'harmCount', 'substitutionMusd', 'fieldingDelayYr', 'restoredYr'],
    rows: withdrawals.results.map((r) => [
      r.name,
      r.mode,
      r.harmCount,
      r.substitutionMusd,
      r.fieldingDelayYr ?? '',
      r.restoredYr ?? '',
    ]),
  };
}
