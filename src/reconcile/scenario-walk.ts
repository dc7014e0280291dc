import type { Architecture } from '../flow/architecture.ts';
import type { Walk, WalkEnd, WalkStep } from '../flow/reconcile.ts';
import { costOf } from '../programme/cost.ts';
import { CODE_OF, changesOf, keyOf, LISTS, type Plan } from './scenario-changes.ts';
import { walk } from './walk.ts';

/** One end of a walk between scenarios. */
interface ScenarioEnd {
  /** As the user named it. */
  id: string;
  architecture: Architecture;
}

/**
 * The way from the cost of one scenario to that of another, both taken as complete: elements that come and go one by one, then
 * what of the others is stated differently, by kind of assumption.
 *
 * Elements that only one has are put together by kind where there would be too many steps.
 */
export function scenarioWalk(from: ScenarioEnd, to: ScenarioEnd): Walk {
  const [a, b] = [from.architecture, to.architecture];
  const changes = changesOf(a, b);
  const places = new Map<string, number>();
  changes.forEach(({ keys }, i) => {
    for (const key of keys) places.set(key, i);
  });
  const { startMusd, steps } = walk(changes, (made) => {
    const isTo = (key: string) => {
      const place = places.get(key);
      return place !== undefined && (made & (1 << place)) !== 0;
    };
    return costOf(blended(a, b, isTo)).totalMusd;
  });
  const endMusd = steps.at(-1)?.totalMusd ?? startMusd;
  const differenceMusd = costOf(b).totalMusd - costOf(a).totalMusd;
  return {
    from: endOf(from, startMusd),
    to: endOf(to, endMusd),
    differenceMusd,
    steps: steps.filter(isFelt).map(({ code, subject, before, after, ...money }) => ({
      code,
      ...(subject !== undefined && { subject }),
      before,
      after,
      ...money,
    })),
    explainedMusd: endMusd - startMusd,
    residualMusd: differenceMusd - (endMusd - startMusd),
    held: [],
  };
}

/** Whether a step moves the total in any order; rounding of sums aside. */
function isFelt({ lowMusd, highMusd }: WalkStep): boolean {
  return Math.max(Math.abs(lowMusd), Math.abs(highMusd)) > 1e-6;
}

function endOf({ id, architecture }: ScenarioEnd, engineMusd: number): WalkEnd {
  const { name, analysis } = architecture;
  return { id, name, priceYear: analysis.priceYear, engineMusd, missMusd: 0, roundingMusd: 0, silent: [] };
}

/** A scenario that is part by part as at the one end or at the other. */
function blended(a: Architecture, b: Architecture, isTo: (key: string) => boolean): Architecture {
  const isFieldTo = (name: string) => isTo(CODE_OF.get(name) ?? '');
  const lists = Object.fromEntries(
    LISTS.map((list) => {
      const [left, right] = [a[list] as Plan[], b[list] as Plan[]];
      const kept = left
        .filter(({ id }) => right.some((plan) => plan.id === id) || !isTo(keyOf(list, id)))
        .map((plan) =>
          mixed(
            plan,
            right.find(({ id }) => id === plan.id),
            isFieldTo,
          ),
        );
      const come = right.filter(({ id }) => !left.some((plan) => plan.id === id) && isTo(keyOf(list, id)));
      return [list, [...kept, ...come]];
    }),
  );
  const years = (isTo('years') ? b : a).analysis;
  const { priceYear } = (isTo('price-year') ? b : a).analysis;
  return {
    ...a,
    ...lists,
    launch: (isTo('launch-price') ? b : a).launch,
    analysis: { ...a.analysis, horizonYr: years.horizonYr, startYear: years.startYear, priceYear },
    economy: (isTo('price-year') ? b : a).economy,
    uses: usesOf(a, b, isTo),
  };
}

function mixed(plan: Plan, other: Plan | undefined, isFieldTo: (name: string) => boolean): Plan {
  if (!other) return plan;
  const made: Record<string, unknown> = { ...plan };
  for (const name of CODE_OF.keys())
    if (isFieldTo(name)) made[name] = (other as unknown as Record<string, unknown>)[name];
  return made as unknown as Plan;
}

/** The numbers of a blend, each with the price year of the end that it comes from. */
function usesOf(a: Architecture, b: Architecture, isTo: (key: string) => boolean): Architecture['uses'] {
  const launchers = new Set([...a.launch.launchers, ...b.launch.launchers].map(({ id }) => id));
  const idsOf = (architecture: Architecture) =>
    new Set(LISTS.flatMap((list) => (architecture[list] as Plan[]).map(({ id }) => id)));
  const [inA, inB] = [idsOf(a), idsOf(b)];
  const isFrom = (element: string, path: string) => {
    if (launchers.has(element)) return isTo('launch-price');
    if (!inA.has(element)) return true;
    if (!inB.has(element)) return false;
    return isTo(CODE_OF.get(path.split(/[.[]/)[0]) ?? '');
  };
  return [
    ...a.uses.filter(({ element, path }) => !isFrom(element, path)),
    ...b.uses.filter(({ element, path }) => isFrom(element, path)),
  ];
}
