import { computed } from '@preact/signals';
import type { FieldingResult, RunRecord } from 'cupola';
import { yearsOf } from '../charts/date-rows.ts';
import { nameText, numbers, text } from '../i18n/text.ts';
import { current, plan, type RunState } from './session.ts';

/** What happens on a day of the programme. */
export interface Milestone {
  /** As a year with its fraction. */
  x: number;
  date: string;
  kind: 'launch' | 'stands' | 'event' | 'leaves';
  words: string;
}

/** Elements whose first launch and completion are told: those with most units. */
const MOST_ELEMENTS = 4;
const MONTHS_A_YEAR = 12;

/** What happens when in the run that is shown: launches and completion by the median campaign, and what the scenario and the switches say. */
export const milestones = computed<Milestone[]>(() => {
  const run = current.value;
  if (!run.opened || run.isOpenedOld) return [];
  const all = [...fielded(run.fielding), ...stated(run), ...leaving(run)];
  return all.sort((a, b) => a.x - b.x || a.words.localeCompare(b.words));
});

function fielded(fielding: FieldingResult | undefined): Milestone[] {
  if (!fielding) return [];
  const t = text.value;
  const elements = [...fielding.elements].sort((a, b) => b.targetCount - a.targetCount).slice(0, MOST_ELEMENTS);
  const told = elements.flatMap(({ id, unitCount, perLaunchCount, fullCapability }): Milestone[] => {
    const isLaunched = Object.keys(perLaunchCount).length > 0;
    const grows = unitCount.p50.findIndex((count, month) => count > (month === 0 ? count : unitCount.p50[month - 1]));
    return [
      ...(isLaunched && grows > 0 ? [at(monthOf(fielding, grows), 'launch', t('years.first', { name: id }))] : []),
      ...reached(fullCapability.p50Date, t('years.stands', { name: id })),
    ];
  });
  return [...told, ...reached(fielding.fullCapability.p50Date, t('years.allStands'))];
}

const reached = (date: string | undefined, words: string): Milestone[] => (date ? [at(date, 'stands', words)] : []);
const at = (date: string, kind: Milestone['kind'], words: string): Milestone => ({
  x: yearsOf(date),
  date,
  kind,
  words,
});

/** `2031-04` of a month of the campaign, counted from its start. */
function monthOf({ startYear }: FieldingResult, month: number): string {
  const year = startYear + Math.floor(month / MONTHS_A_YEAR);
  return `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
}

/** What the scenario itself says. */
function stated({ opened }: RunState): Milestone[] {
  return opened!.run.scenarioEvents.map((event) => at(event.date, 'event', wordsOf(event, opened!.partners)));
}

function wordsOf(
  { kind, id = '', what, months, lostFraction, musdYr }: RunRecord['scenarioEvents'][number],
  partners: NonNullable<RunState['opened']>['partners'],
): string {
  const t = text.value;
  const n = numbers.value;
  const name = nameText.value(partners.find((partner) => partner.id === id)?.name ?? id);
  switch (kind) {
    case 'partner':
      return t(what === 'denied' ? 'years.denied' : 'years.stops', { name });
    case 'grounding':
      return t('years.grounded', { name, months: months ?? 0 });
    case 'loss':
      return t('years.loss', { name, share: n.percent(lostFraction ?? 0) });
    case 'silence':
      return t('years.silent', { name });
    case 'cable':
      return t('years.cut', { name });
    case 'budget':
      return musdYr ? t('years.budget', { money: n.money(musdYr) }) : t('years.noBudget');
  }
}

/** Those who are switched off, in the answer by date. */
function leaving({ opened }: RunState): Milestone[] {
  const { withdrawal, partners, draws } = opened!;
  if (!withdrawal || draws === 0) return [];
  const t = text.value;
  return Object.entries(plan.value.switches).flatMap(([id, state]) => {
    const name = nameText.value(partners.find((partner) => partner.id === id)?.name ?? id);
    const words = t(state === 'denied' ? 'years.denied' : 'years.stops', { name });
    return state === 'on' ? [] : [at(withdrawal.leaveDate, 'leaves', words)];
  });
}
