import type { DependenceResult } from '../../flow/dependence.ts';
import type { Result } from '../../flow/result.ts';
import type { WithdrawalsResult } from '../../flow/withdrawal.ts';
import { tell } from '../../words/words.ts';
import { count, percent } from '../number.ts';
import { barChart } from './bar-chart.ts';
import { matrixChart } from './matrix-chart.ts';
import type { Figure } from './svg.ts';

const MOST_ROOTS = 8;
const MOST_WITHDRAWALS = 12;

/** Share of each function that falls with each partner or shared part. */
export function dependenceFigure(dependence: DependenceResult): Figure | null {
  const roots = dependence.roots.filter(({ fallsFraction }) => Object.values(fallsFraction).some((share) => share > 0));
  const { functions } = dependence;
  if (roots.length === 0 || functions.length === 0) return null;
  const shown = roots.slice(0, MOST_ROOTS);
  const whole = functions.filter(({ id }) => shown[0]!.fallsFraction[id]! >= 0.999).length;
  const sentence =
    `Share of each function's units that falls when a partner or part is gone, suppliers counted; ` +
    `${shown[0]!.name} takes ${whole} of ${functions.length} functions whole.`;
  return {
    id: 'dependence',
    title: 'What falls with whom',
    sentence,
    svg: matrixChart(
      sentence,
      functions.map(({ name }) => name),
      shown.map(({ name }) => name),
      functions.map(({ id }) => shown.map(({ fallsFraction }) => fallsFraction[id] ?? 0)),
    ),
    columns: ['partner', 'function', 'fallsFraction'],
    rows: roots.flatMap(({ name: root, fallsFraction }) =>
      functions.flatMap(({ id, name }) => (fallsFraction[id]! > 0 ? [[root, name, fallsFraction[id]!]] : [])),
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
  const worst = sorted[0]!;
  const sentence = `Of the connections that work as planned, ${percent(worst.cutFraction)} are cut ${worst.kind === 'network' ? tell(worst.name) : `with ${tell(worst.name)}`}.`;
  return {
    id: 'network-cuts',
    title: 'Messages cut when a part of the networks is gone',
    sentence,
    svg: barChart(
      sentence,
      sorted.map(({ name, cutFraction }) => ({ name: tell(name), value: cutFraction, words: percent(cutFraction) })),
      { axisWords: (value) => percent(value, 0), axisTitle: 'share of the connections that is cut' },
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
  const words = { 'supply-stops': 'supplies no more', 'service-denied': 'switches off' } as const;
  const first = harmful[0]!;
  const sentence =
    `The worst withdrawal is ${first.name} (${words[first.mode]}): on average ${count(first.harmCount, 2)} more missiles ` +
    `get through, over the ${count(withdrawals.baseLeakersCount, 2)} of the base case, in ${count(withdrawals.trials)} raids a case` +
    `${withdrawals.yearsYr.length > 1 ? `; the mean of ${withdrawals.yearsYr.map((yr) => (yr === 0 ? 'at once' : `after ${yr} years`)).join(' and ')}` : ''}.`;
  return {
    id: 'withdrawals',
    title: 'When a partner leaves',
    sentence,
    svg: barChart(
      sentence,
      harmful.map(({ name, mode, harmCount }) => ({
        name: `${name} ${words[mode]}`,
        value: harmCount,
        words: `+${count(harmCount, 2)}`,
      })),
      { axisTitle: 'more missiles that get through, mean' },
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
