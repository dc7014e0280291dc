import type { MessageKey } from '../i18n/en.ts';
import { numbers } from '../i18n/text.ts';
import type { RunState } from '../state/session.ts';

/** A figure that two runs can be compared by. */
export interface Measure {
  key: MessageKey;
  value: (run: RunState) => number | undefined;
  show: (value: number) => string;
  /** Whether more is better; absent where it is neither. */
  moreIsBetter?: boolean;
}

export const measures: Measure[] = [
  { key: 'measure.noLeaker', value: ({ effect }) => effect?.noLeaker.probability, show: percent, moreIsBetter: true },
  { key: 'measure.engaged', value: ({ effect }) => effect?.allEngaged.probability, show: percent, moreIsBetter: true },
  { key: 'measure.leakers', value: ({ effect }) => effect?.expectedLeakers.mean, show: short, moreIsBetter: false },
  {
    key: 'measure.detected',
    value: ({ effect }) => effect?.times.detected.medianS,
    show: seconds,
    moreIsBetter: false,
  },
  { key: 'measure.decided', value: ({ effect }) => effect?.times.decided.medianS, show: seconds, moreIsBetter: false },
  {
    key: 'measure.released',
    value: ({ effect }) => effect?.times.released.medianS,
    show: seconds,
    moreIsBetter: false,
  },
  { key: 'measure.cost', value: ({ cost }) => cost?.uncertainty.totalMusd.p50, show: money, moreIsBetter: false },
  { key: 'measure.costLow', value: ({ cost }) => cost?.uncertainty.totalMusd.p10, show: money, moreIsBetter: false },
  { key: 'measure.costHigh', value: ({ cost }) => cost?.uncertainty.totalMusd.p90, show: money, moreIsBetter: false },
  {
    key: 'measure.satellites',
    value: ({ opened }) => opened?.elements.reduce((sum, { count }) => sum + count, 0),
    show: count,
  },
  { key: 'measure.assumptions', value: ({ provenance }) => provenance?.assumptionFraction, show: percent },
];

function percent(value: number): string {
  return numbers.value.percent(value);
}
function count(value: number): string {
  return numbers.value.count(value);
}
function short(value: number): string {
  return numbers.value.short(value);
}
function seconds(value: number): string {
  return numbers.value.seconds(value);
}
function money(value: number): string {
  return numbers.value.money(value);
}
