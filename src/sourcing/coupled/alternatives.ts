import type { Highs } from 'highs';
import type { PlanAlternative, PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import { sum } from '../../num/sum.ts';
import { addRow, type OpenMilp, withMilp } from '../milp.ts';
import { loadShare } from './loads.ts';
import { setMoney } from './plan-mix.ts';
import { type PlanProgramme, planProgramme } from './plan-programme.ts';
import type { MixOptions } from './plan-search.ts';
import { caseShort, limitBaseShort, limitShort } from './plan-short.ts';

/** Less than this of a function is nothing. */
const NOTHING = 0.005;

/** A function, and the columns of each partner in it, as shares of the whole. */
interface Part {
  functionId: string;
  name: string;
  partner: string;
  partnerName: string;
  terms: Map<number, number>;
}

/**
 * All mixes that cost little more than the least: for each partner the smallest and the largest share of each function that any of them
 * gives it.
 *
 * Essential is who has a share in every one of them, possible who has one in some, never who has one in none. Worked out with parts of
 * partners (the linear relaxation), as Neumann and Brown (2021, arXiv 1910.01891) do for power systems, so the ranges are those that no mix leaves. Functions with one supplier are left out.
 *
 * @param held loss cases that the mixes stand, as far as any can
 * @param slack cost over the least, as a ratio
 */
export function alternativesOf(
  highs: Highs,
  model: PlanModel,
  mix: PlanMix,
  { held, slack, options = {} }: { held: readonly number[]; slack: number; options?: MixOptions },
): PlanAlternative[] {
  const programme = planProgramme(model, { ...options, cases: held, isWhole: false });
  const { milp } = programme;
  limitBaseShort(highs, model, programme);
  if (held.length > 0) limitShort(highs, model, milp, programme.cases.flatMap(caseShort));
  setMoney(model, programme);
  const money = milp.cost.flatMap((cost, column): [number, number][] => (cost === 0 ? [] : [[column, cost]]));
  addRow(milp, 'money', Number.NEGATIVE_INFINITY, (mix.costMusd / 1000) * (1 + slack), money);
  milp.cost.fill(0);
  const parts = partsOf(model, programme, mix);
  const { least, most } = withMilp(highs, milp, {}, (open) => rangesOf(open, parts));
  return parts.map(({ terms: _, ...part }, i) => {
    const minFraction = tidy(least[i]);
    const maxFraction = Math.min(1, tidy(most[i]));
    return {
      ...part,
      minFraction,
      maxFraction,
      role: minFraction > NOTHING ? 'essential' : maxFraction > NOTHING ? 'possible' : 'never',
    };
  });
}

/**
 * The least and the largest value of each part over all solutions.
 *
 * A part that is nothing in one solution, or all in one, is known from it: no share is below nothing or above all.
 */
function rangesOf(open: OpenMilp, parts: readonly Part[]): { least: number[]; most: number[] } {
  const least = parts.map(() => Number.POSITIVE_INFINITY);
  const most = parts.map(() => Number.NEGATIVE_INFINITY);
  const see = (columns: Float64Array) => {
    parts.forEach(({ terms }, i) => {
      let value = 0;
      for (const [column, share] of terms) value += share * columns[column];
      least[i] = Math.min(least[i], value);
      most[i] = Math.max(most[i], value);
    });
  };
  parts.forEach(({ terms }, i) => {
    if (most[i] < 1) see(open.solve(new Map([...terms].map(([column, value]) => [column, -value]))).columns);
  });
  parts.forEach(({ terms }, i) => {
    if (tidy(least[i]) > 0) see(open.solve(terms).columns);
  });
  return { least, most };
}

function partsOf(model: PlanModel, { built, flown }: PlanProgramme, mix: PlanMix): Part[] {
  const parts = new Map<string, Part>();
  const part = (functionId: string, name: string, partner: string, partnerName: string) => {
    const key = `${functionId} ${partner}`;
    const known = parts.get(key) ?? { functionId, name, partner, partnerName, terms: new Map<number, number>() };
    parts.set(key, known);
    return known.terms;
  };
  const whole = model.fleets.map((_, f) =>
    Math.max(1e-9, sum(model.makers.flatMap(({ fleet }, o) => (fleet === f ? mix.built[o] : [])))),
  );
  model.makers.forEach(({ fleet, partner, name }, o) => {
    const { functionId, name: functionName, id } = model.fleets[fleet];
    if (model.makers.filter((other) => other.fleet === fleet).length < 2) return;
    const terms = part(
      model.fleets.filter((each) => each.functionId === functionId).length > 1 ? id : functionId,
      functionName,
      partner,
      name,
    );
    for (const column of built[o]) terms.set(column, 1 / whole[fleet]);
  });
  const lifted = model.vehicles.map((_, v) => loadOf(model, mix, v));
  const all = Math.max(1e-9, sum(lifted));
  model.vehicles.forEach(({ partner, perLaunch }, v) => {
    const terms = part('launch', 'launch', partner, partner);
    perLaunch.forEach((per, f) => {
      const load = per * loadShare(model, f);
      if (per > 0) for (const column of flown[v][f]) terms.set(column, load / all);
    });
  });
  return [...parts.values()];
}

/** What a vehicle lifts over the horizon, in whole fleets weighed by what lifting each takes on the vehicle that lifts most. */
function loadOf(model: PlanModel, { launched }: PlanMix, v: number): number {
  return model.vehicles[v].perLaunch.reduce((total, per, f) => {
    return total + sum(launched[v][f]) * per * loadShare(model, f);
  }, 0);
}

const tidy = (value: number) => (Math.abs(value) < 1e-6 ? 0 : value);
