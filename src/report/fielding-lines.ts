import type { BindingConstraint, ConstraintPeriod, FieldingResult, ReachedDate } from '../flow/fielding.ts';
import { said } from '../flow/said.ts';
import { count, halfYear, percent, range } from '../words/numbers.ts';
import { say, tell } from '../words/words.ts';
import { heading, type Style, table } from './text.ts';

const MOST_ELEMENTS = 12;

/** The fielding on a terminal: dates with their range, elements, launches by vehicle, what holds it back. */
export function fieldingLines(fielding: FieldingResult, style: Style): string {
  const { firstCapability, fullCapability, elements, vehicles, steadyLaunchesPerYr } = fielding;
  const behind = furthestBehind(fielding);
  const parts = [
    heading(say('stands.title'), style),
    `  ${say('stands.capability', { first: firstCapability.fraction, firstDate: dateWords(firstCapability), full: fullCapability.fraction, fullDate: dateWords(fullCapability) })}`,
    behind ? indented(say('stands.behind', behind)) : '',
    elements.length > 0 ? elementTable(fielding, style) : '',
    hasShares(elements) ? style.dim(indented(say('stands.share'))) : '',
    vehicles.length > 0 ? `\n${vehicleTable(fielding, style)}` : '',
    steadyLaunchesPerYr > 0 ? `  ${say('stands.steady', { count: steadyLaunchesPerYr })}` : '',
    indented(constraintSentence(fielding.constraints)),
    ...fielding.notes.map((note) => style.dim(`  ${tell(note)}`)),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** The element of which least is in service at the end, where it never stands; undefined where all do. */
export function furthestBehind({
  elements,
}: Pick<FieldingResult, 'elements'>): { id: string; share: number } | undefined {
  return elements
    .filter(({ fullCapability }) => fullCapability.p50Date === undefined)
    .map(({ id, capabilityFraction }) => ({ id, share: capabilityFraction.p50.at(-1) ?? 0 }))
    .sort((a, b) => a.share - b.share)[0];
}

/** Whether a date is told by the share of the campaigns that reach it. */
function hasShares(elements: FieldingResult['elements']): boolean {
  return elements
    .slice(0, MOST_ELEMENTS)
    .flatMap(({ firstCapability, fullCapability }) => [firstCapability, fullCapability])
    .some(({ p50Date, reachedProbability }) => p50Date === undefined && reachedProbability > 0);
}

/** `by 2031-04 (80 % between 2030-11 and 2032-02)`, or what is known of it. */
export function dateWords({ p10Date, p50Date, p90Date, reachedProbability }: ReachedDate): string {
  const share = reachedProbability;
  if (p50Date === undefined) return share === 0 ? say('stands.not-within') : say('stands.only', { share });
  if (p90Date === undefined || p10Date === undefined) return say('stands.by-in', { date: p50Date, share });
  if (p10Date === p90Date) return say('stands.by', { date: p50Date });
  return say('stands.by-between', { date: p50Date, from: p10Date, to: p90Date });
}

function elementTable({ elements }: FieldingResult, style: Style): string {
  const short = (date: ReachedDate) => {
    if (date.p50Date !== undefined) return date.p50Date;
    return date.reachedProbability === 0 ? say('part.never') : percent(date.reachedProbability, 0);
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
  if (elements.length > MOST_ELEMENTS)
    rows.push([say('part.more', { count: elements.length - MOST_ELEMENTS }), '', '', '', '', '']);
  const { firstCapability, fullCapability } = elements[0];
  const head = [
    say('head.element'),
    say('head.units'),
    percent(firstCapability.fraction, 0),
    percent(fullCapability.fraction, 0),
    say('head.at-end'),
    say('head.launches-to-keep'),
  ];
  return table(head, rows, ['left', 'right', 'right', 'right', 'right', 'right'], style);
}

function vehicleTable({ vehicles }: FieldingResult, style: Style): string {
  const rows = vehicles.map(({ id, launchCount, failureCount, groundedFraction }) => [
    id,
    `${count(launchCount.p50)} (${range(count(launchCount.p10), count(launchCount.p90))})`,
    count(failureCount.mean, 1),
    percent(groundedFraction, 0),
  ]);
  const head = (['vehicle', 'launches', 'failures', 'not-flying'] as const).map((key) => say(`head.${key}`));
  return table(head, rows, ['left', 'right', 'right', 'right'], style);
}

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
  const first = held.slice(0, 5).map(({ name, from, to }) => {
    const span = { what: said(`holds.${name}`), from: halfYear(from) };
    return from === to ? say('stands.span-one', span) : say('stands.span', { ...span, to: halfYear(to) });
  });
  const words = { spans: first.reduce((before, after) => say('stands.then', { before, after })) };
  return held.length > 5 ? say('stands.held-on', words) : say('stands.held', words);
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
