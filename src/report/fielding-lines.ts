import type { BindingConstraint, ConstraintPeriod, FieldingResult, ReachedDate } from '../flow/fielding.ts';
import { tell } from '../words/words.ts';
import { count, percent } from './number.ts';
import { heading, type Style, table } from './text.ts';

const MOST_ELEMENTS = 12;

/** What holds a campaign back, as a reader says it. */
const constraintNames: Record<BindingConstraint, string> = {
  none: 'nothing',
  production: 'production',
  launch: 'launch rate',
  pads: 'pads and vehicle factory',
  grounding: 'vehicles grounded',
  money: 'yearly budget',
};

/** The fielding on a terminal: dates with their range, elements, launches by vehicle, what holds it back. */
export function fieldingLines(fielding: FieldingResult, style: Style): string {
  const { firstCapability, fullCapability, elements, vehicles, steadyLaunchesPerYr } = fielding;
  const parts = [
    heading('Fielding', style),
    `  ${percent(firstCapability.fraction, 0)} of the capability ${dateWords(firstCapability)}; ${percent(fullCapability.fraction, 0)} ${dateWords(fullCapability)}.`,
    elements.length > 0 ? elementTable(fielding, style) : '',
    vehicles.length > 0 ? `\n${vehicleTable(fielding, style)}` : '',
    steadyLaunchesPerYr > 0
      ? `  Once complete, ${count(steadyLaunchesPerYr, 1)} launches a year replace what wears out.`
      : '',
    indented(constraintSentence(fielding.constraints)),
    ...fielding.notes.map((note) => style.dim(`  ${tell(note)}`)),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** `by 2031-04 (80 % between 2030-11 and 2032-02)`, or what is known of it. */
export function dateWords({ p10Date, p50Date, p90Date, reachedProbability }: ReachedDate): string {
  const odds = `in ${percent(reachedProbability, 0)} of the trials`;
  if (p50Date === undefined) return reachedProbability === 0 ? 'not within the horizon' : `only ${odds}`;
  if (p90Date === undefined) return `by ${p50Date}, ${odds}`;
  return p10Date === p90Date ? `by ${p50Date}` : `by ${p50Date} (80 % between ${p10Date} and ${p90Date})`;
}

function elementTable({ elements }: FieldingResult, style: Style): string {
  const short = (date: ReachedDate) => {
    if (date.p50Date !== undefined) return date.p50Date;
    return date.reachedProbability === 0 ? 'never' : percent(date.reachedProbability, 0);
  };
  const rows = elements
    .slice(0, MOST_ELEMENTS)
    .map((element) => [
      element.id,
      count(element.targetCount),
      short(element.firstCapability),
      short(element.fullCapability),
      percent(element.capabilityFraction.p50.at(-1) ?? Number.NaN, 0),
      element.steadyLaunchesPerYr > 0 ? count(element.steadyLaunchesPerYr, 1) : '',
    ]);
  if (elements.length > MOST_ELEMENTS) rows.push([`${elements.length - MOST_ELEMENTS} more`, '', '', '', '', '']);
  const { firstCapability, fullCapability } = elements[0]!;
  const head = [
    'element',
    'units',
    percent(firstCapability.fraction, 0),
    percent(fullCapability.fraction, 0),
    'at the end',
    'launches/yr to keep',
  ];
  return table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right'], style);
}

function vehicleTable({ vehicles }: FieldingResult, style: Style): string {
  const rows = vehicles.map(({ id, launchCount, failureCount, groundedFraction }) => [
    id,
    `${count(launchCount.p50)} (${count(launchCount.p10)} - ${count(launchCount.p90)})`,
    count(failureCount.mean, 1),
    percent(groundedFraction, 0),
  ]);
  return table(['vehicle', 'launches', 'failures', 'not flying'], rows, ['left', 'right', 'right', 'right'], style);
}

/** Runs of half-years with the same constraint, in order. */
/** What held the campaign back, span by span; nothing where nothing did. */
export function constraintSentence(periods: ConstraintPeriod[]): string {
  const spans: { name: BindingConstraint; from: string; to: string }[] = [];
  for (const { period, binding } of periods) {
    const last = spans.at(-1);
    if (last?.name === binding) last.to = period;
    else spans.push({ name: binding, from: period, to: period });
  }
  const held = spans.filter(({ name }) => name !== 'none');
  if (held.length === 0) return '';
  const words = held
    .slice(0, 5)
    .map(({ name, from, to }) => `${constraintNames[name]} (${from === to ? from : `${from} to ${to}`})`);
  return `Held back by ${words.join(', then ')}${held.length > 5 ? ' and so on' : ''}.`;
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
