import { isPriced } from '../flow/cost.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import type { EffectSummary, GroupTimes, LayerEffect, TimeSpread } from '../flow/effect.ts';
import { leakReasons } from '../flow/outcomes.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { count, percent, seconds } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { fallSentences } from './falls.ts';
import { furthestBehind } from './fielding-lines.ts';
import { assumedWords } from './partners-dependence.ts';
import { raidCounts, throughOf, warheadLayer } from './raid-counts.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** The answer in two or three sentences. */
export function headline(result: Result): string {
  return [
    result.programme === 'complete' && say('headline.published'),
    effectSentence(result) || networkSentence(result),
    completeSentence(result),
    costSentence(result),
    dependenceSentence(result),
  ]
    .filter(Boolean)
    .join(' ');
}

function effectSentence({ effect, raid, trials, trialsAsked }: Result): string {
  if (!effect) return '';
  const { missiles, warheads, decoys } = raidCounts({ raid });
  const { noLeaker } = effect;
  const early = trials < trialsAsked ? said('headline.early', { done: trials, asked: trialsAsked }) : '';
  const { probability: share, low, high } = noLeaker;
  const found = { share, raids: effect.trials, low, high, early };
  const { mean } = throughOf(effect).expected;
  if (effect.warheads) {
    const among = decoys > 0 ? said('headline.among-decoys', { decoys }) : '';
    return say('headline.warheads', { ...found, missiles, warheads, among, mean });
  }
  if (missiles === 1) return say('headline.one-missile', found);
  return say('headline.missiles', { ...found, missiles, mean });
}

/** Raids are flown by the force as if complete: said where a layer that stops something never stands whole. */
function completeSentence({ effect, fielding }: Result): string {
  if (!effect || !fielding) return '';
  const stopping = new Set(effect.layers.filter(({ killsPerRaid }) => killsPerRaid > 0).map(({ id }) => id));
  const short = furthestBehind({ elements: fielding.elements.filter(({ id }) => stopping.has(id)) });
  return short ? say('headline.as-if-complete', short) : '';
}

/** Where there is no raid: how quickly the networks carry the scenario's messages. */
function networkSentence({ networks }: Result): string {
  const planned = networks?.variants[0];
  const routes = planned?.routes.length ? planned.routes : (planned?.legs ?? []);
  const there = routes.filter(({ reachableFraction }) => reachableFraction > 0).sort((a, b) => a.medianS - b.medianS);
  const [quickest, slowest] = [there[0], there.at(-1)];
  if (!quickest || !slowest) return '';
  const open = Math.min(...routes.map(({ reachableFraction }) => reachableFraction));
  const found = { quickest: quickest.medianS, id: quickest.id, routes: routes.length, open };
  if (there.length === 1) return say('headline.message', found);
  return say('headline.messages', { ...found, slowest: slowest.medianS, slowId: slowest.id });
}

function costSentence({ cost }: Result): string {
  if (!cost) return '';
  if (!isPriced(cost.result)) return say('joint.unpriced');
  const { totalMusd: total, years, priceYear } = cost.result;
  const { p10, p50, p90 } = cost.uncertainty.totalMusd;
  if (p90 > p10) return say('headline.cost-range', { total, years, priceYear, p50, p10, p90 });
  return say('headline.cost', { total, years, priceYear });
}

/** The partner with most of the money, and what falls whole with a single partner or part. */
function dependenceSentence({ dependence }: Result): string {
  const largest = dependence?.money?.shares.find(({ partner }) => partner !== UNNAMED);
  if (!dependence || !largest) return '';
  const lost = new Set(dependence.singlePoints.map((point) => point.functionId)).size;
  const first = { name: largest.name, share: largest.shareFraction, assumed: assumedWords(largest) };
  if (lost === 0) return say('headline.dependence-none', first);
  return say('headline.dependence', { ...first, lost, of: dependence.functions.length });
}

/** Layers, reasons and the time budget. */
export function effectSection(result: Result, style: Style, width: number): string[] {
  const { effect, interceptorNames } = result;
  if (!effect) return [];
  const falls = fallSentences(result);
  return [
    ...layerLines(effect, interceptorNames, style),
    ...reasonLines(effect, style),
    ...refusedSentences(effect).map((sentence) => wrap(sentence, width, 2)),
    ...(falls.length > 0 ? [heading(say('run.falls'), style), wrap(falls.join(' '), width, 2)] : []),
    ...timeLines(effect, style, width),
  ];
}

function layerLines(effect: EffectSummary, names: Record<string, string>, style: Style): string[] {
  const rows = effect.layers.map((layer) => [layer.id, nameIn(names[layer.id] ?? ''), ...layerNumbers(effect, layer)]);
  const head = [say('head.layer'), '', ...layerHeads(effect).map((key) => say(key))];
  const sides = head.map((_, i) => (i < 2 ? ('left' as const) : ('right' as const)));
  return [heading(say('run.layers'), style), table(head, rows, sides, style)];
}

/** Heads of the columns of {@link layerNumbers}. */
export function layerHeads({ warheads }: EffectSummary) {
  if (!warheads) return ['head.shots', 'head.stopped', 'head.stopped-per-shot'] as const;
  return ['head.shots', 'head.at-decoys', 'head.hits', 'head.warheads-stopped'] as const;
}

/** What a layer did, a raid: shots and what they came to. */
export function layerNumbers(effect: EffectSummary, { id, shotsPerRaid, killsPerRaid }: LayerEffect): string[] {
  if (effect.warheads) {
    const { stopped, atDecoys } = warheadLayer(effect, id);
    return [shotsPerRaid, atDecoys, killsPerRaid, stopped].map((value) => count(value, 2));
  }
  const each = shotsPerRaid > 0 ? percent(killsPerRaid / shotsPerRaid, 0) : '-';
  return [count(shotsPerRaid, 2), count(killsPerRaid, 2), each];
}

function reasonLines(effect: EffectSummary, style: Style): string[] {
  const { unit, byReason } = throughOf(effect);
  const total = leakReasons.reduce((sum, reason) => sum + byReason[reason], 0);
  if (total === 0) return [heading(say('run.why-through'), style), `  ${say('run.none-did')}`];
  const rows = leakReasons
    .filter((reason) => byReason[reason] > 0)
    .sort((a, b) => byReason[b] - byReason[a])
    .map((reason) => [
      say(`reason.${reason}`),
      count(byReason[reason]),
      percent(byReason[reason] / total, 0),
      style.accent('#'.repeat(Math.max(1, Math.round((30 * byReason[reason]) / total)))),
    ]);
  rows.push([style.dim(say('run.all')), style.dim(count(total)), '', '']);
  const head = [say('head.reason'), say(`head.${unit}`), say('head.share'), ''];
  const { trials: raids } = effect;
  return [
    heading(unit === 'warheads' ? say('run.why-warheads-in', { raids }) : say('run.why-through-in', { raids }), style),
    table(head, rows, ['left', 'right', 'right', 'left'], style),
  ];
}

/** Where sensors had more targets than places: what they left out. */
export function refusedSentences({ refused, leakersByReason }: EffectSummary): string[] {
  if (!(refused.looksPerRaid > 0)) return [];
  const found = { looks: refused.looksPerRaid, share: refused.missilesFraction };
  return [leakersByReason.saturated > 0 ? say('run.refused', found) : say('run.refused-enough', found)];
}

/** Steps of the time budget, in order. */
export const BUDGET = ['detecting', 'tracking', 'deciding', 'delivering', 'engaging'] as const;

function timeLines(effect: EffectSummary, style: Style, width: number): string[] {
  const steps = BUDGET.filter((time) => effect.times[time].threatCount > 0 && effect.times[time].p90S > 0);
  if (steps.length === 0) return [];
  const longestS = Math.max(...steps.map((time) => effect.times[time].medianS));
  const rows = steps.map((time) => {
    const { p10S, medianS, p90S } = effect.times[time];
    const bar = '='.repeat(Math.round((Math.min(30, width - 60) * medianS) / Math.max(longestS, 1e-9)));
    return [say(`step.${time}`), seconds(p10S), seconds(medianS), seconds(p90S), style.accent(bar)];
  });
  const head = ['', percent(0.1, 0), say('head.median'), percent(0.9, 0), ''];
  return [
    heading(say('run.seconds'), style),
    table(head, rows, ['left', 'right', 'right', 'right', 'left'], style),
    wrap(say('run.seconds-note'), width, 2),
    ...groupTimeLines(effect, style, width),
  ];
}

/** The same by group of a raid of several classes: a step a row, the medians of a group a column. */
function groupTimeLines({ timesByGroup = [] }: EffectSummary, style: Style, width: number): string[] {
  const steps = groupSteps(timesByGroup);
  if (steps.length === 0) return [];
  const rows = steps.map((time) => [say(`step.${time}`), ...timesByGroup.map(({ times }) => stepWords(times[time]))]);
  const head = ['', ...timesByGroup.map(({ id }) => id)];
  const sides = head.map((_, i) => (i === 0 ? ('left' as const) : ('right' as const)));
  return ['', wrap(say('run.seconds-by-group'), width, 2), table(head, rows, sides, style)];
}

/** Steps that some group comes to, and takes time for. */
export function groupSteps(groups: readonly GroupTimes[]) {
  return BUDGET.filter((time) => groups.some(({ times }) => times[time].threatCount > 0 && times[time].p90S > 0));
}

function stepWords({ medianS, threatCount }: TimeSpread): string {
  return threatCount > 0 ? seconds(medianS) : '-';
}
