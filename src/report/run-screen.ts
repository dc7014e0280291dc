import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { count, percent } from '../words/numbers.ts';
import { nameIn, say, tell } from '../words/words.ts';
import { claimsSection } from './claims-section.ts';
import { budgetTable, costLines } from './cost-lines.ts';
import { effectSection } from './effect-section.ts';
import { fieldingLines } from './fielding-lines.ts';
import { answerOf, jointSection } from './joint-section.ts';
import { loadSection } from './load-screen.ts';
import { networkSection } from './network-section.ts';
import { concentrationTable, singlePointLines } from './partners-dependence.ts';
import { loadOf } from './raid-counts.ts';
import { raidSizeSection } from './raid-size-section.ts';
import { leadOf } from './run-lead.ts';
import { runQuote } from './run-quote.ts';
import { isLeftOfComplete, ofWhatIsLeft } from './run-record.ts';
import { storyChart } from './story-chart.ts';
import { heading, type Style, table, wrap } from './text.ts';
import { timingLines } from './timing-lines.ts';
import { exchangeLines, yieldLines } from './yield-lines.ts';

/** The answer to a scenario: a sentence to quote, then small tables. */
export function runScreen(result: Result, style: Style, columns = 100): string {
  const width = widthOf(columns);
  const parts = [
    ...firstLines(result, style, width),
    ...(answerOf(result) && result.effect
      ? ['', wrap(say('joint.complete-note', { share: result.effect.noLeaker.probability }), width, 2)]
      : []),
    ...raidSection(result, style),
    ...effectSection(result, style, width),
    ...(result.timeline ? [heading(say('run.typical'), style), storyChart(result.timeline, style, width)] : []),
    ...reachSection(result, style, width),
    ...raidSizeSection(result.raidSize, style, width),
    ...networkSection(result.networks, style, width),
    ...(result.load ? loadSection(result.load, style, width) : []),
    ...(result.cost ? [costLines(result.cost.result, style, result.cost.uncertainty)] : []),
    ...yieldLines(result.yields, style, width),
    ...exchangeLines(result.exchange, style, width),
    ...budgetLines(result, style),
    ...(result.fielding ? [fieldingLines(result.fielding, style)] : []),
    ...dependenceSection(result, style, width),
    ...sourceSection(result, style, width),
    ...(result.timings ? timingLines(result.timings, style, width) : []),
  ];
  return parts.join('\n');
}

/**
 * The first part of it: the sentence, the answer by date, and what decides; the layers where there is no answer by date. What was asked for
 * beside it follows, and what can be quoted.
 */
export function briefScreen(result: Result, style: Style, columns = 100): string {
  const width = widthOf(columns);
  const layers = answerOf(result) ? [] : effectSection(result, style, width);
  return [
    ...firstLines(result, style, width),
    ...layers,
    ...raidSizeSection(result.raidSize, style, width),
    ...exchangeLines(result.exchange, style, width),
    ...budgetLines(result, style),
    ...(result.timings ? timingLines(result.timings, style, width) : []),
    ...quoteLines(result, style, width),
  ].join('\n');
}

/** What can be quoted of it, how it stands, and the footnote. */
function quoteLines(result: Result, style: Style, width: number): string[] {
  const { sentence, stands, verdictCommand, footnote, command } = runQuote(result, leadOf(result));
  return [
    heading(say('quote.title'), style),
    wrap(sentence, width, 2),
    ...(stands === undefined ? [] : [wrap(stands, width, 2)]),
    ...(verdictCommand === undefined ? [] : [`  ${verdictCommand}`]),
    ...footnote.map((line) => style.dim(wrap(line, width, 2))),
    ...(command === undefined ? [] : [style.dim(`  ${command}`)]),
  ];
}

function budgetLines({ budgets }: Result, style: Style): string[] {
  return budgets ? [heading(say('run.budget'), style), budgetTable(budgets, style)] : [];
}

function widthOf(columns: number): number {
  return Math.max(60, Math.min(columns, 110));
}

function firstLines(result: Result, style: Style, width: number): string[] {
  const answer = answerOf(result);
  return [
    style.bold(result.name),
    '',
    wrap(leadOf(result), width),
    ...nothingStopped(result, width),
    ...(result.run?.events.some(isLeftOfComplete) ? ['', wrap(ofWhatIsLeft(), width)] : []),
    ...(answer ? jointSection(result, answer, style, width) : []),
    ...claimsSection(result.claims, style, width),
  ];
}

/** Where no raid is stopped and something carries no terminal, that comes first: it is easily forgotten, and nothing works without it. */
function nothingStopped({ effect, notes }: Result, width: number): string[] {
  if (effect?.noLeaker.probability !== 0) return [];
  const mute = notes.filter(({ code }) => /^network\.(layer-)?no-terminal/.test(code));
  if (mute.length === 0) return [];
  return ['', wrap(say('run.mute'), width), ...mute.map((note) => `  - ${wrap(tell(note), width - 4, 4).trimStart()}`)];
}

function dependenceSection({ dependence }: Result, style: Style, width: number): string[] {
  if (!dependence) return [];
  return [
    heading(say('run.depends'), style),
    concentrationTable(dependence, style),
    '',
    singlePointLines(dependence, style, width),
    wrap(say('run.depends-more'), width, 2),
  ];
}

function raidSection({ raid }: Result, style: Style): string[] {
  if (raid.length === 0) return [];
  const rows = raid.map((part) => [
    say('part.missiles', { count: part.count, name: part.name, load: loadOf(part) }),
    part.from.map(nameIn).join(', '),
    part.toward.map(nameIn).join(', '),
    `${count(part.rangeKm)} km`,
    part.burnoutS > 0 ? `${count(part.burnoutS)} s` : '-',
    `${count(part.flightS / 60)} min`,
  ]);
  const head = (['missiles', 'from', 'toward', 'range', 'burn', 'flight'] as const).map((key) => say(`head.${key}`));
  return [
    heading(say('run.raid'), style),
    table(head, rows, ['left', 'left', 'left', 'right', 'right', 'right'], style),
  ];
}

const REACH_HEAD = ['layer', 'on-orbit', 'in-reach', 'least', 'raids-none', 'absentee', 'evenly'] as const;

function reachSection({ coverage }: Result, style: Style, width: number): string[] {
  if (coverage.length === 0) return [];
  const ratio = (value: number) => say('run.ratio', { value });
  const rows = coverage.map((layer) => [
    layer.id,
    count(layer.interceptorCount),
    count(layer.inReachMeanCount, 1),
    count(layer.inReachMinCount),
    percent(layer.inReachNoneFraction),
    layer.inReachMeanCount > 0 ? ratio(layer.absenteeMeanRatio) : '-',
    Number.isFinite(layer.absenteeIdealRatio) ? ratio(layer.absenteeIdealRatio) : '-',
  ]);
  const head = REACH_HEAD.map((key) => say(`head.${key}`));
  return [
    heading(say('run.reach'), style),
    table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right'], style),
    ...coverage
      .filter(({ timeLeftS }) => timeLeftS > 0)
      .map(({ id, timeLeftS }) => wrap(say('run.reach-note', { id, leftS: Math.round(timeLeftS) }), width, 2)),
    ...lessTimeSentences(coverage).map((sentence) => wrap(sentence, width, 2)),
  ];
}

/** What a few seconds less would do to each layer that meets missiles in boost. */
export function lessTimeSentences(coverage: Result['coverage']): string[] {
  return coverage
    .filter(({ withLessTime }) => withLessTime.length > 0)
    .map(({ id, inReachMeanCount: now, withLessTime }) => {
      const list = withLessTime.map(({ lessS, inReachMeanCount: mean }) => said('run.less-by', { lessS, mean }));
      return say('run.less-time', { id, now, list });
    });
}

function sourceSection({ provenance, notes, ...result }: Result, style: Style, width: number): string[] {
  const { numberCount, basisCount, assumptionFraction, overriddenCount, sources } = provenance;
  const named = sources.filter(({ key }) => key !== 'cupola').slice(0, 4);
  const list = named.map(({ title, producer }) => clip(`${producer}, ${nameIn(title)}`)).join(say('join.semicolon'));
  const { 'second-hand': secondHand, ...counts } = basisCount;
  const sentence = say('run.numbers', {
    count: numberCount,
    ...counts,
    secondHand,
    share: assumptionFraction,
    replaced: overriddenCount > 0 ? said('run.replaced', { count: overriddenCount }) : '',
    sources: sources.length,
    named: named.length > 0 ? said('run.most-used', { list }) : '',
  });
  const { seed, trials, version } = result;
  const { catalogHash, scenarioHash: scenario, asOfDate: day } = provenance;
  const catalog = day ? said('run.as-of', { catalog: catalogHash, day }) : catalogHash;
  return [
    heading(say('run.rests'), style),
    wrap(sentence, width, 2),
    wrap(say('run.no-source'), width, 2),
    ...(notes.length > 0
      ? [heading(say('run.notes'), style), ...notes.map((text) => wrap(say('part.item', { text }), width, 2))]
      : []),
    '',
    style.dim(say('run.foot', { seed, trials, version, catalog, scenario })),
  ];
}

function clip(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 67).trimEnd()}...`;
}
