import { said } from '../flow/said.ts';
import { betaQuantile } from '../num/beta.ts';
import { say } from '../words/words.ts';
import { readable } from './readable.ts';
import type { CheckedRow } from './validation-text.ts';

/** Bands and chances of fewer rows than this make no score. */
const FEWEST = 3;
/** What a band claims to hold. */
const NOMINAL = 0.8;
/** Score of who always says one half. */
const COIN = 0.25;

/** How good the bands and the chances of a case were. */
export interface CaseScore {
  /** Share of what happened that lies in the 80 % bands, with its 95 % interval (Clopper and Pearson); which way the others lie. */
  coverage?: {
    insideCount: number;
    rowCount: number;
    lowFraction: number;
    highFraction: number;
    aboveCount: number;
    belowCount: number;
  };
  /** Mean squared difference of chance and outcome; the same had every promise been believed. */
  brier?: { meanSquare: number; believedMeanSquare: number; rowCount: number };
}

/** The score of a case; empty where it has too few bands and chances. */
export function caseScore(rows: readonly CheckedRow[]): CaseScore {
  const banded = rows.filter(({ band }) => band !== undefined);
  const chances = rows.filter(({ isChance }) => isChance);
  return {
    ...(banded.length >= FEWEST && { coverage: coverageOf(banded) }),
    ...(chances.length >= FEWEST && { brier: brierOf(chances) }),
  };
}

function coverageOf(rows: readonly CheckedRow[]): NonNullable<CaseScore['coverage']> {
  const n = rows.length;
  const k = rows.filter(({ inside }) => inside).length;
  return {
    insideCount: k,
    rowCount: n,
    lowFraction: k === 0 ? 0 : betaQuantile(0.025, k, n - k + 1),
    highFraction: k === n ? 1 : betaQuantile(0.975, k + 1, n - k),
    aboveCount: rows.filter(({ published, band }) => published > band!.high).length,
    belowCount: rows.filter(({ published, band }) => published < band!.low).length,
  };
}

function brierOf(rows: readonly CheckedRow[]): NonNullable<CaseScore['brier']> {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    meanSquare: mean(rows.map(({ published, computed }) => (computed - published) ** 2)),
    believedMeanSquare: mean(rows.map(({ published }) => (1 - published) ** 2)),
    rowCount: rows.length,
  };
}

/** The score in sentences. */
export function scoreLines({ coverage, brier }: CaseScore): string[] {
  const lines: string[] = [];
  if (coverage) {
    const { insideCount, rowCount, lowFraction, highFraction, aboveCount, belowCount } = coverage;
    const words = {
      inside: insideCount,
      rows: rowCount,
      share: insideCount / rowCount,
      low: 100 * lowFraction,
      high: highFraction,
      verdict: said(`validate.${highFraction < NOMINAL ? 'fewer' : lowFraction > NOMINAL ? 'more' : 'agrees'}`),
      others: insideCount < rowCount ? said('validate.others', { above: aboveCount, below: belowCount }) : '',
    };
    lines.push(say('validate.coverage', words));
  }
  if (brier) {
    const [score, believed] = [readable(brier.meanSquare, 2), readable(brier.believedMeanSquare, 2)];
    lines.push(say('validate.brier', { score, rows: brier.rowCount, believed, coin: COIN }));
  }
  return lines;
}
