import type { RaidSize } from '../flow/raid-size.ts';
import type { Result } from '../flow/result.ts';
import { budgetTable, costLines } from './cost-lines.ts';
import { effectSection, headline } from './effect-section.ts';
import { fieldingLines } from './fielding-lines.ts';
import { networkSection } from './network-section.ts';
import { count, inWords, percent } from './number.ts';
import { concentrationTable, singlePointLines } from './partners-dependence.ts';
import { OF_WHAT_IS_LEFT } from './run-record.ts';
import { storyChart } from './story-chart.ts';
import { heading, type Style, table, wrap } from './text.ts';
import { timingLines } from './timing-lines.ts';

/** The answer to a scenario on one screen: a sentence to quote, then small tables. */
export function runScreen(result: Result, style: Style, columns = 100): string {
  const width = Math.max(60, Math.min(columns, 110));
  const parts = [
    style.bold(result.name),
    '',
    wrap(headline(result), width),
    ...(result.run?.events.length ? ['', wrap(OF_WHAT_IS_LEFT, width)] : []),
    ...raidSection(result, style),
    ...effectSection(result, style, width),
    ...(result.timeline ? [heading('One typical missile', style), storyChart(result.timeline, style, width)] : []),
    ...reachSection(result, style),
    ...raidSizeSection(result, style, width),
    ...networkSection(result.networks, style, width),
    ...(result.cost ? [costLines(result.cost.result, style, result.cost.uncertainty)] : []),
    ...(result.budgets ? [heading('What a budget buys', style), budgetTable(result.budgets, style)] : []),
    ...(result.fielding ? [fieldingLines(result.fielding, style)] : []),
    ...dependenceSection(result, style, width),
    ...sourceSection(result, style, width),
    ...(result.timings ? timingLines(result.timings, style, width) : []),
  ];
  return parts.join('\n');
}

function dependenceSection({ dependence }: Result, style: Style, width: number): string[] {
  if (!dependence) return [];
  return [
    heading('Whom it depends on', style),
    concentrationTable(dependence, style),
    '',
    singlePointLines(dependence, style, width),
    wrap(
      '`cupola partners` takes each partner away in turn; `cupola source` looks for the mix that survives any loss.',
      width,
      2,
    ),
  ];
}

function raidSizeSection({ raidSize }: Result, style: Style, width: number): string[] {
  if (!raidSize) return [];
  const words = ({ threatCount, isAtLimit }: RaidSize) => `${isAtLimit ? 'at least ' : ''}${count(threatCount)}`;
  const tried = raidSize.engaged.tried.map(
    ({ threatCount, probability }) => `${threatCount}: ${percent(probability, 0)}`,
  );
  return [
    heading('Largest raid', style),
    wrap(
      `In ${percent(raidSize.confidence, 0)} of the trials every missile is shot at in raids of up to ${words(raidSize.engaged)}, ` +
        `and every missile is stopped in raids of up to ${words(raidSize.stopped)}.`,
      width,
      2,
    ),
    wrap(`All shot at, by size of raid: ${tried.join(', ')}.`, width, 2),
  ];
}

function raidSection({ raid }: Result, style: Style): string[] {
  if (raid.length === 0) return [];
  const rows = raid.map((part) => [
    `${count(part.count)} x ${part.name}`,
    part.from.join(', '),
    part.toward.join(', '),
    `${count(part.rangeKm)} km`,
    part.burnoutS > 0 ? `${count(part.burnoutS)} s` : '-',
    `${(part.flightS / 60).toFixed(0)} min`,
  ]);
  const head = ['missiles', 'from', 'toward', 'range', 'burn', 'flight'];
  return [heading('The raid', style), table(head, rows, ['left', 'left', 'left', 'right', 'right', 'right'], style)];
}

function reachSection({ coverage }: Result, style: Style): string[] {
  if (coverage.length === 0) return [];
  const rows = coverage.map((layer) => [
    layer.id,
    count(layer.interceptorCount),
    count(layer.inReachMeanCount, 1),
    count(layer.inReachMinCount),
    percent(layer.inReachNoneFraction),
    layer.inReachMeanCount > 0 ? `${count(layer.absenteeMeanRatio)} : 1` : '-',
    Number.isFinite(layer.absenteeIdealRatio) ? `${count(layer.absenteeIdealRatio)} : 1` : '-',
  ]);
  const head = [
    'layer',
    'on orbit',
    'in reach, mean',
    'least',
    'raids with none',
    'absentee ratio',
    'if evenly spread',
  ];
  return [
    heading('Space interceptors in reach of the first missile', style),
    table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right'], style),
  ];
}

function sourceSection({ provenance, notes, ...result }: Result, style: Style, width: number): string[] {
  const { numberCount, basisCount, assumptionFraction, overriddenCount, sources } = provenance;
  const named = sources.filter(({ key }) => key !== 'cupola').slice(0, 4);
  const sentence =
    `${count(numberCount)} numbers: ${count(basisCount.stated)} stated by a source, ${count(basisCount['second-hand'])} second hand, ${count(basisCount.derived)} derived, ` +
    `${count(basisCount.estimate)} estimates, ${count(basisCount.assumption)} assumptions (${percent(assumptionFraction, 0)})` +
    `${overriddenCount > 0 ? `; ${inWords(overriddenCount)} replaced by the scenario` : ''}. ` +
    `${count(sources.length)} sources${named.length > 0 ? `, most used: ${named.map(({ title, producer }) => clip(`${producer}, ${title}`)).join('; ')}` : ''}.`;
  return [
    heading('What this rests on', style),
    wrap(sentence, width, 2),
    wrap(
      'No public source gives the real architecture. `cupola catalog show ID` prints each number with its source.',
      width,
      2,
    ),
    ...(notes.length > 0 ? [heading('Notes', style), ...notes.map((note) => wrap(`- ${note}`, width, 2))] : []),
    '',
    style.dim(
      `seed ${result.seed}, ${count(result.trials)} trials, cupola ${result.version}, catalog ${provenance.catalogHash}${provenance.asOfDate ? ` as of ${provenance.asOfDate}` : ''}, scenario ${provenance.scenarioHash}`,
    ),
  ];
}

function clip(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 67).trimEnd()}...`;
}
