import { dayOrYear, exact, type ResultDifference } from 'cupola/compare';
import { type MessageKey, text } from '../i18n/text.ts';
import { differences, satellitesInService } from '../state/differences.ts';
import type { Price } from '../state/search.ts';
import { type RunState, reference, variant } from '../state/session.ts';
import type { Unit } from './figures.ts';

export type Question = 'by-date' | 'effect' | 'cost' | 'dependence' | 'fielding';

/** A figure that two runs can be compared by. */
export interface Measure {
  key: MessageKey;
  question: Question;
  unit: Unit;
  value: (run: RunState) => number | undefined;
  /** Key under which `cupola compare` tells the difference. */
  paired?: string;
  /** Whether more is better; absent where it is neither. */
  moreIsBetter?: boolean;
}

type Words = [key: MessageKey, question: Question, unit: Unit, value: Measure['value'], moreIsBetter?: boolean];

const known: Words[] = [
  ['measure.dateNoLeaker', 'by-date', 'share', (run) => atDate(run)?.noLeaker.p50, true],
  ['measure.dateLow', 'by-date', 'share', (run) => atDate(run)?.noLeaker.p10, true],
  ['measure.dateHigh', 'by-date', 'share', (run) => atDate(run)?.noLeaker.p90, true],
  ['measure.dateSpent', 'by-date', 'musd', (run) => atDate(run)?.spentMusd?.p50, false],
  ['measure.noLeaker', 'effect', 'share', ({ effect }) => effect?.noLeaker.probability, true],
  ['measure.leakers', 'effect', 'count', ({ effect }) => effect?.expectedLeakers.mean, false],
  ['measure.shots', 'effect', 'count', ({ columns }) => meanOf(columns?.shotsCount)],
  ['measure.inReach', 'effect', 'count', ({ columns }) => meanOf(columns?.inReachCount), true],
  ['measure.satellites', 'effect', 'count', satellitesInService],
  ['measure.cost', 'cost', 'musd', ({ cost }) => cost?.uncertainty.totalMusd.p50, false],
  ['measure.costLow', 'cost', 'musd', ({ cost }) => cost?.uncertainty.totalMusd.p10, false],
  ['measure.costHigh', 'cost', 'musd', ({ cost }) => cost?.uncertainty.totalMusd.p90, false],
  ['measure.substitutes', 'cost', 'musd', ({ opened }) => opened && (opened.withdrawal?.substitutionMusd ?? 0), false],
  ['measure.moneyShare', 'dependence', 'share', largestShare, false],
  ['measure.suppliers', 'dependence', 'count', ({ dependence }) => dependence?.money.effectiveCount, true],
  ['measure.single', 'dependence', 'count', singlePoints, false],
  ['measure.fielded', 'fielding', 'share', ({ fielding }) => fielding?.capabilityFraction.p50.at(-1), true],
  ['measure.assumptions', 'fielding', 'share', ({ provenance }) => provenance?.assumptionFraction],
];

const pairedKeys: Partial<Record<MessageKey, string>> = {
  'measure.noLeaker': 'noLeakerProbability',
  'measure.leakers': 'leakersCount',
  'measure.shots': 'shotsCount',
  'measure.inReach': 'inReachCount',
  'measure.cost': 'p50Musd',
};

export const measures: Measure[] = known.map(([key, question, unit, value, moreIsBetter]) => {
  return { key, question, unit, value, moreIsBetter, paired: pairedKeys[key] };
});

/** The date of the headline: of the reference, where there are two. */
function headlineDate(): string | undefined {
  return (reference.value.joint ?? variant.value?.joint)?.headline.date;
}

function atDate({ joint }: RunState) {
  const date = headlineDate();
  return joint?.byDate.find((each) => each.date === date);
}

/** What a reader calls a measure. */
export function measureName({ key }: Measure): string {
  return text.value(key, { year: dayOrYear(headlineDate() ?? '') });
}

/** Medians of the draws of both, with the mean difference draw by draw. */
function datePair(measure: Measure): Row | undefined {
  const of = { 'measure.dateNoLeaker': 'noLeaker', 'measure.dateSpent': 'spentMusd' }[measure.key as string];
  const paired = of && differences.value.get(`${of}.${headlineDate()}`);
  if (!paired || !variant.value) return undefined;
  return { ...paired, measure, a: measure.value(reference.value), b: measure.value(variant.value) };
}

function meanOf(values: Float64Array | undefined): number | undefined {
  const numbers = values?.filter((value) => !Number.isNaN(value));
  return numbers && numbers.length > 0 ? numbers.reduce((sum, value) => sum + value, 0) / numbers.length : undefined;
}

function largestShare({ dependence }: RunState): number | undefined {
  return dependence?.money.shares.find(({ partner }) => partner !== 'unassigned' && partner !== 'launch')
    ?.shareFraction;
}

function singlePoints({ dependence }: RunState): number | undefined {
  const partners = dependence?.singlePoints.filter(({ kind }) => kind === 'partner').map(({ root }) => root);
  return partners && new Set(partners).size; // one partner may be alone in several functions
}

/** A measure of both runs, with what is known of the difference; what is computed without chance has no noise. */
export interface Row extends Pick<ResultDifference, 'unit' | 'difference' | 'low' | 'high' | 'isReal'> {
  measure: Measure;
  a?: number;
  b?: number;
}

/** All measures that one of the two runs has. */
export function comparedRows(): Row[] {
  const [a, b] = [reference.value, variant.value];
  if (!b) return [];
  return measures.flatMap((measure): Row[] => {
    const paired = measure.paired ? differences.value.get(measure.paired) : undefined;
    const dated = datePair(measure);
    if (paired) return [{ ...paired, measure }];
    if (dated) return [dated];
    const [left, right] = [measure.value(a), measure.value(b)];
    if (left === undefined && right === undefined) return [];
    if (measure.key === 'measure.substitutes' && !left && !right) return [];
    const { key, unit } = measure;
    if (measure.question === 'by-date')
      return [{ measure, unit, a: left, b: right, difference: Number.NaN, isReal: false }];
    return [{ ...exact(key, key, unit, left ?? Number.NaN, right ?? Number.NaN), measure }];
  });
}

const moments = ['detected', 'decided', 'released', 'stopped'] as const;
export type Moment = (typeof moments)[number];

/** One moment of the kill chain in both runs: over all missiles of all raids. */
export interface TimeRow {
  moment: Moment;
  a?: { medianS: number; p10S: number; p90S: number };
  b?: { medianS: number; p10S: number; p90S: number };
  /** Difference of the means, raid by raid; not known for outcomes. */
  paired?: ResultDifference;
}

export function timeRowsOfBoth(): TimeRow[] {
  const [a, b] = [reference.value.effect?.times, variant.value?.effect?.times];
  return moments
    .map((moment) => ({ moment, a: a?.[moment], b: b?.[moment], paired: differences.value.get(`${moment}S`) }))
    .filter((row) => Number.isFinite(row.a?.medianS) || Number.isFinite(row.b?.medianS));
}

/** Prices of independence of two scenarios: they count as equal where they are no further apart than the proofs of both leave open. */
export function priceDifference(a: Price | undefined, b: Price | undefined): ResultDifference | undefined {
  if (!a || !b) return undefined;
  const isOpen = Math.abs(b.musd - a.musd) <= a.openMusd + b.openMusd;
  return exact('independenceMusd', 'price of independence', 'musd', a.musd, isOpen ? a.musd : b.musd);
}
