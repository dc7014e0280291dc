import { averageCostFactor, quantityGrowth, splitByLearning } from '../../src/programme/learning.ts';
import { estimateWalk } from '../../src/reconcile/estimate-walk.ts';
import { wholeMusd } from '../../src/reconcile/layer-cost.ts';
import type { Phase } from '../../src/reconcile/study.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { study, walkContext } from '../published-studies.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const INTERCEPTOR_RATE = 0.85;
const LAUNCH_RATE = 0.95;
const TO_MODERATE = 10;
const PERIOD_YR = 20;
const DOLLARS = 2026;

export const validation: ValidationCase = {
  id: 'estimate-walks',
  title:
    'Where walks between published totals end, and the cost of a slot in the largest AEI tiers, by the year-by-year cost model',
  level: 'published',
  source:
    'CBO 62422 (2026) as quoted in the press; AEI Working Paper 2025-20 (T. Harrison, 12 September 2025), second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const isEnd = row.kind === 'end';
  return {
    what: row.what,
    published: numberIn(row, 'published'),
    computed: isEnd ? endBusd(row.from, row.to) : slotMusd(row),
    tolerance: numberIn(row, 'tolerance'),
    relative: true,
    unit: isEnd ? 'B$' : 'M$ a slot',
    why: row.why,
  };
}

/** Where the steps of a walk end, without what is not explained. */
function endBusd(from: string, to: string): number {
  return estimateWalk(study(from), study(to), walkContext()).to.engineMusd / 1000;
}

/** 20 years of one interceptor of the robust tier: first unit and launch out of the basic and the moderate tier, development as in the basic. */
function slotMusd(row: Record<string, string>): number {
  const number = (name: string) => numberIn(row, name);
  const [count, basicCount] = [number('count'), number('basicCount')];
  const [units, launches] = splitByLearning(number('basicBusd'), number('moderateBusd'), TO_MODERATE, [
    INTERCEPTOR_RATE,
    LAUNCH_RATE,
  ]);
  const launchBusd = launches * quantityGrowth(count / basicCount, LAUNCH_RATE);
  const layer = {
    id: row.phase,
    phase: row.phase as Phase,
    interceptorCount: count,
    lifeYr: number('lifeYr'),
    massKg: number('massKg'),
    firstUnitMusd: (units * 1000) / basicCount / averageCostFactor(basicCount, INTERCEPTOR_RATE, 'crawford'),
    learningRatio: INTERCEPTOR_RATE,
    launchUsdKg: (launchBusd * 1e9) / count / number('massKg'),
    developmentMusd: number('developmentBusd') * 1000,
    operationsMusdYr: 450,
    replacement: 'generation' as const,
  };
  const layers = [{ layer, interceptorCount: count }];
  return wholeMusd({ layers, restMusd: 0, horizonYr: PERIOD_YR, priceYear: DOLLARS }) / count;
}
