import type { EffectSummary } from '../flow/effect.ts';
import { type LeakReason, leakReasons } from '../flow/outcomes.ts';
import type { Result } from '../flow/result.ts';
import { count, inWords, money, percent, seconds } from './number.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** The answer in two or three sentences. */
export function headline(result: Result): string {
  return [effectSentence(result) || networkSentence(result), costSentence(result), dependenceSentence(result)]
    .filter(Boolean)
    .join(' ');
}

function effectSentence({ effect, raid, trials, trialsAsked }: Result): string {
  if (!effect) return '';
  const missiles = raid.reduce((sum, part) => sum + part.count, 0);
  const { noLeaker, expectedLeakers } = effect;
  const early = trials < trialsAsked ? ` (stopped early: ${count(trials)} of ${count(trialsAsked)} trials)` : '';
  const range = `${percent(noLeaker.low)} to ${percent(noLeaker.high)}`;
  if (missiles === 1)
    return `The shield stops the missile in ${percent(noLeaker.probability)} of ${count(effect.trials)} raids (95 % interval ${range})${early}.`;
  return (
    `The shield stops all ${inWords(missiles)} missiles in ${percent(noLeaker.probability)} of ${count(effect.trials)} raids ` +
    `(95 % interval ${range})${early}; on average ${count(expectedLeakers.mean, 2)} of ${inWords(missiles)} get through.`
  );
}

/** Where there is no raid: how quickly the networks carry the scenario's messages. */
function networkSentence({ networks }: Result): string {
  const planned = networks?.variants[0];
  const routes = planned?.routes.length ? planned.routes : (planned?.legs ?? []);
  const there = routes.filter(({ reachableFraction }) => reachableFraction > 0).sort((a, b) => a.medianS - b.medianS);
  const [quickest, slowest] = [there[0], there.at(-1)];
  if (!quickest || !slowest) return '';
  const words = ({ id, medianS }: typeof quickest) => `${(1000 * medianS).toFixed(0)} ms (${id})`;
  const open = Math.min(...routes.map(({ reachableFraction }) => reachableFraction));
  return (
    `Messages take ${there.length > 1 ? `from ${words(quickest)} to ${words(slowest)}` : words(quickest)} one way, ` +
    `median over the day; the least reachable of ${inWords(routes.length)} is open ${percent(open, 0)} of the time.`
  );
}

function costSentence({ cost }: Result): string {
  if (!cost) return '';
  const { result, uncertainty } = cost;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  return (
    `What the scenario prices costs ${money(result.totalMusd)} over ${result.years} years in ${result.priceYear} dollars` +
    `${p90 > p10 ? `; with ranges ${money(p50)} (80 % interval ${money(p10)} to ${money(p90)})` : ''}.`
  );
}

/** The partner with most of the money, and what falls whole with a single partner or part. */
function dependenceSentence({ dependence }: Result): string {
  const largest = dependence?.money?.shares.find(({ partner }) => partner !== 'unassigned');
  if (!dependence || !largest) return '';
  const lost = new Set(dependence.singlePoints.map((point) => point.functionId)).size;
  const points =
    lost > 0
      ? `${inWords(lost)} of its ${inWords(dependence.functions.length)} functions ${lost === 1 ? 'rests' : 'rest'} wholly on one partner or part`
      : 'no function rests wholly on one partner or part';
  return `${largest.name} gets ${percent(largest.shareFraction, 0)} of the money; ${points}.`;
}

export const REASON_WORDS: Record<LeakReason, string> = {
  'never-seen': 'never seen',
  'no-track': 'seen, but no track good enough',
  undelivered: 'message not delivered',
  'decided-too-late': 'decided too late',
  'out-of-reach': 'no interceptor in reach',
  'out-of-inventory': 'interceptors in reach all used',
  missed: 'shot at and missed',
};

/** Layers, reasons and the time budget. */
export function effectSection({ effect, interceptorNames }: Result, style: Style, width: number): string[] {
  if (!effect) return [];
  return [
    ...layerLines(effect, interceptorNames, style),
    ...reasonLines(effect, style),
    ...timeLines(effect, style, width),
  ];
}

function layerLines(effect: EffectSummary, names: Record<string, string>, style: Style): string[] {
  const rows = effect.layers.map((layer) => [
    layer.id,
    names[layer.id] ?? '',
    count(layer.shotsPerRaid, 2),
    count(layer.killsPerRaid, 2),
    layer.shotsPerRaid > 0 ? percent(layer.killsPerRaid / layer.shotsPerRaid, 0) : '-',
  ]);
  return [
    heading('Layers, per raid', style),
    table(
      ['layer', '', 'shots', 'stopped', 'stopped per shot'],
      rows,
      ['left', 'left', 'right', 'right', 'right'],
      style,
    ),
  ];
}

function reasonLines(effect: EffectSummary, style: Style): string[] {
  const total = leakReasons.reduce((sum, reason) => sum + effect.leakersByReason[reason], 0);
  if (total === 0) return [heading('Why missiles got through', style), '  none did'];
  const rows = leakReasons
    .filter((reason) => effect.leakersByReason[reason] > 0)
    .sort((a, b) => effect.leakersByReason[b] - effect.leakersByReason[a])
    .map((reason) => [
      REASON_WORDS[reason],
      count(effect.leakersByReason[reason]),
      percent(effect.leakersByReason[reason] / total, 0),
      style.accent('#'.repeat(Math.max(1, Math.round((30 * effect.leakersByReason[reason]) / total)))),
    ]);
  rows.push([style.dim('all'), style.dim(count(total)), '', '']);
  return [
    heading(`Why missiles got through, in ${count(effect.trials)} raids`, style),
    table(['reason', 'missiles', 'share', ''], rows, ['left', 'right', 'right', 'left'], style),
  ];
}

/** Steps of the time budget, in order, as a reader says them. */
export const BUDGET = [
  ['detecting', 'launch to detection'],
  ['tracking', 'detection to track'],
  ['deciding', 'track to decision'],
  ['delivering', 'decision to release'],
  ['engaging', 'release to intercept'],
] as const;

function timeLines(effect: EffectSummary, style: Style, width: number): string[] {
  const steps = BUDGET.filter(([time]) => effect.times[time].threatCount > 0 && effect.times[time].p90S > 0);
  if (steps.length === 0) return [];
  const longestS = Math.max(...steps.map(([time]) => effect.times[time].medianS));
  const rows = steps.map(([time, words]) => {
    const { p10S, medianS, p90S } = effect.times[time];
    const bar = '='.repeat(Math.round((Math.min(30, width - 60) * medianS) / Math.max(longestS, 1e-9)));
    return [words, seconds(p10S), seconds(medianS), seconds(p90S), style.accent(bar)];
  });
  return [
    heading('Where the seconds go', style),
    table(['', '10 %', 'median', '90 %', ''], rows, ['left', 'right', 'right', 'right', 'left'], style),
    wrap('Missiles that came that far; the last row only those that were stopped.', width, 2),
  ];
}
