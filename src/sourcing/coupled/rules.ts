import type { PlanModel } from '../../flow/partner-plan.ts';
import { addColumn, addRow, type Milp } from '../milp.ts';
import { loadShare } from './loads.ts';
import { LEAST_PART, type PlanProgramme } from './plan-programme.ts';

/** Rules on how much of a function a partner may hold. */
export interface ShareRules {
  /** No partner holds more than this of a function. */
  maxShareFraction?: number;
  /** Herfindahl-Hirschman index of every function at most this, 0 to 10,000. */
  maxHerfindahlIndex?: number;
  /** At least two partners in launch with a tenth each, as 10 USC 2273 asks. */
  twoFamilies?: boolean;
}

/** A function and what each partner does of it, as columns with their weights. */
export interface FunctionParts {
  /** Fleet, or `launch`. */
  id: string;
  partners: Map<string, [number, number][]>;
}

/** Functions with at least two partners, launch the last: by what is built of a fleet, and by what is lifted. */
export function functionParts(model: PlanModel, { built, flown }: PlanProgramme): FunctionParts[] {
  const fleets = model.fleets.map(({ id }, f): FunctionParts => {
    const partners = new Map<string, [number, number][]>();
    model.makers.forEach(({ fleet, partner }, o) => {
      if (fleet === f)
        partners.set(partner, [...(partners.get(partner) ?? []), ...built[o].map((c): [number, number] => [c, 1])]);
    });
    return { id, partners };
  });
  const launch = new Map<string, [number, number][]>();
  model.vehicles.forEach(({ partner, perLaunch }, v) => {
    const own = perLaunch.flatMap((per, f) =>
      per > 0 ? flown[v][f].map((column): [number, number] => [column, per * loadShare(model, f)]) : [],
    );
    launch.set(partner, [...(launch.get(partner) ?? []), ...own]);
  });
  return [...fleets, { id: 'launch', partners: launch }].filter(({ partners }) => partners.size > 1);
}

/** Rows of the rules that are linear; a share is not held where there are too few partners for it. */
export function addShareRules(model: PlanModel, programme: PlanProgramme, rules: ShareRules): void {
  const { milp } = programme;
  for (const { id, partners } of functionParts(model, programme)) {
    const { maxShareFraction: most } = rules;
    if (most !== undefined && partners.size * most >= 1)
      for (const [partner, own] of partners)
        addRow(milp, `share ${id} ${partner}`, Number.NEGATIVE_INFINITY, 0, less(own, partners, most));
    if (rules.twoFamilies && id === 'launch') addFamilies(milp, partners);
  }
}

/** What one partner has less a share of what all have. */
function less(own: readonly [number, number][], partners: FunctionParts['partners'], share: number) {
  const terms = new Map<number, number>();
  for (const [column, value] of [...partners.values()].flat()) terms.set(column, -share * value);
  for (const [column, value] of own) terms.set(column, (terms.get(column) ?? 0) + value);
  return [...terms];
}

function addFamilies(milp: Milp, partners: FunctionParts['partners']): void {
  const isWhole = milp.isInteger.some(Boolean);
  const counted = [...partners].map(([partner, own]) => {
    const isFamily = addColumn(milp, 0, 0, 1, isWhole);
    const terms = less(own, partners, LEAST_PART);
    addRow(milp, `family ${partner}`, -BIG, Number.POSITIVE_INFINITY, [...terms, [isFamily, -BIG]]);
    return [isFamily, 1] as [number, number];
  });
  addRow(milp, 'two families', 2, Number.POSITIVE_INFINITY, counted);
}

/** More loads than any programme lifts. */
const BIG = 1e4;
/** How far over its limit an index may stay, as a ratio. */
const INDEX_TOLERANCE = 1e-3;

/**
 * Tangents of the cone that keeps the index of every function at its limit: sqrt(sum of squares by partner) <= sqrt(limit) x sum.
 *
 * @param columns values of a solution
 * @returns rows to add: columns with their factors, at least 0; none where every index is inside its limit
 */
export function indexTangents(
  parts: readonly FunctionParts[],
  limit: number,
  columns: ArrayLike<number>,
): { id: string; terms: [number, number][] }[] {
  const root = Math.sqrt(limit / 10_000);
  return parts.flatMap(({ id, partners }) => {
    if (10_000 / partners.size > limit) return [];
    const amounts = [...partners].map(([, own]) => own.reduce((sum, [c, value]) => sum + value * columns[c], 0));
    const length = Math.hypot(...amounts);
    const total = amounts.reduce((sum, each) => sum + each, 0);
    if (length <= root * total * (1 + INDEX_TOLERANCE) + 1e-9) return [];
    const terms = [...partners.values()].flatMap((own, i) =>
      own.map(([column, value]): [number, number] => [column, value * (root - amounts[i] / length)]),
    );
    return [{ id, terms }];
  });
}
