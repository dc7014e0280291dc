import type { Catalog } from '../../catalog/entry.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { FutureChange, PlanModel } from '../../flow/partner-plan.ts';
import { type DrawInput, drawInputs } from '../../programme/draw-inputs.ts';
import { architectureAt } from '../../programme/drawn-architecture.ts';
import type { PlanOptions } from './plan-context.ts';
import { planModel } from './plan-model.ts';

/** One way things may turn out: inputs at an end of their range, or vehicles that do not fly. */
export interface Future {
  /** Its words are `future.ID`. */
  id: string;
  /** Inputs of elements, or of all elements of a function, that are at an end of their range in the scenario or the catalog. */
  inputs?: readonly { of: string; path: string; end: 'low' | 'high' }[];
  /** Vehicles that do not fly for this programme, for some years from a year after its start; without years: ever. An assumption. */
  grounded?: readonly { vehicle: string; fromYr: number; years?: number }[];
}

/** The scenario as it is, beside which the others stand. */
const AS_IS: Future = { id: 'as-is' };

const price = (of: string, end: 'low' | 'high') => [
  { of, path: 'priceMusd', end },
  { of, path: 'governmentPriceMusd', end },
];

/**
 * Futures that decide between mixes: what the largest launcher costs and whether it comes, what an interceptor costs, and who stands on the
 * ground. Ends are those of the ranges in the catalog, with their source; groundings are assumptions.
 */
export const futures: readonly Future[] = [
  AS_IS,
  { id: 'starship-cheap', inputs: price('starship', 'low') },
  { id: 'starship-dear', inputs: price('starship', 'high') },
  { id: 'starship-slow', inputs: [{ of: 'starship', path: 'cadenceMaxPerYr', end: 'low' }] },
  { id: 'starship-never', grounded: [{ vehicle: 'starship', fromYr: 0 }] },
  { id: 'interceptors-cheap', inputs: [{ of: 'space-interceptors', path: 'unitMusd', end: 'low' }] },
  { id: 'interceptors-dear', inputs: [{ of: 'space-interceptors', path: 'unitMusd', end: 'high' }] },
  {
    id: 'be4-grounded',
    grounded: [
      { vehicle: 'new-glenn', fromYr: 5, years: 2 },
      { vehicle: 'vulcan', fromYr: 5, years: 2 },
    ],
  },
  { id: 'new-glenn-never', grounded: [{ vehicle: 'new-glenn', fromYr: 0 }] },
  { id: 'vulcan-never', grounded: [{ vehicle: 'vulcan', fromYr: 0 }] },
  { id: 'falcon-grounded', grounded: [{ vehicle: 'falcon-9', fromYr: 5, years: 1 }] },
];

/** A future as a programme. */
export interface FuturePlan {
  id: string;
  changes: FutureChange[];
  model: PlanModel;
  /** Years after the start from which who is not in a mix can be ordered. */
  knownYr: number;
}

/**
 * Futures of a scenario as programmes that ask for the same force; those that change nothing of it are left out.
 *
 * @param base the programme of the scenario as it is
 * @param lost loss case of {@link base} that is a future as well
 * @param list futures, of which the first is the scenario as it is
 */
export function futurePlans(
  architecture: Architecture,
  catalog: Catalog,
  { base, plan, lost, list = futures }: FutureOptions,
): FuturePlan[] {
  const inputs = drawInputs(architecture);
  const leaves = lost === undefined ? [] : [withLoss(base, lost)];
  const others = list.flatMap((future): FuturePlan[] => {
    const { id } = future;
    const moved = (future.inputs ?? []).flatMap(({ of, path, end }) => {
      const ids = base.fleets.find(({ functionId }) => functionId === of)?.elements ?? [of];
      return inputs
        .filter((input) => input.path === path && input.elements.some((each) => ids.includes(each)))
        .map((input) => ({ input, to: input[end] }));
    });
    const grounded = (future.grounded ?? []).filter(({ vehicle }) => base.vehicles.some((each) => each.id === vehicle));
    if (id !== AS_IS.id && moved.length === 0 && grounded.length === 0) return [];
    const changed = moved.length === 0 ? base : rebuilt(architecture, catalog, { base, plan, moved });
    return [
      {
        id,
        changes: [...moved.map(inputChange), ...grounded.map(groundedChange)],
        model: grounded.reduce(withGrounded, changed),
        knownYr: Math.min(
          ...grounded.map(({ fromYr }) => fromYr),
          moved.length > 0 || grounded.length === 0 ? 0 : Infinity,
        ),
      },
    ];
  });
  return [...others, ...leaves];
}

interface FutureOptions {
  base: PlanModel;
  plan: PlanOptions;
  lost?: number;
  list?: readonly Future[];
}

/** Whoever a loss case takes leaves at its date. */
function withLoss(base: PlanModel, c: number): FuturePlan {
  const { cases, lossPeriod, stepYr, startYear, periodCount } = base;
  const share = (left: number) => Array.from({ length: periodCount }, (_, t) => (t < lossPeriod ? 1 : left));
  const knownYr = lossPeriod * stepYr;
  return {
    id: 'lost',
    changes: [{ path: cases[c].name, thenValue: startYear + knownYr, basis: 'assumption', source: 'cupola' }],
    model: {
      ...base,
      makers: base.makers.map((maker) => ({ ...maker, goesOnFraction: share(maker.leftFraction[c]) })),
      vehicles: base.vehicles.map((vehicle) => ({
        ...vehicle,
        launches: vehicle.launches.map((count, t) => count * share(vehicle.leftFraction[c])[t]),
      })),
    },
    knownYr,
  };
}

interface Moved {
  input: DrawInput;
  to: number;
}

/** The programme with other numbers, which asks for the same force as before. */
function rebuilt(
  architecture: Architecture,
  catalog: Catalog,
  { base, plan, moved }: { base: PlanModel; plan: PlanOptions; moved: readonly Moved[] },
): PlanModel {
  const changed = architectureAt(
    architecture,
    moved.map(({ input }) => input),
    moved.map(({ to }) => to),
  );
  const model = planModel(changed, catalog, plan);
  return {
    ...model,
    fleets: model.fleets.map((fleet, f) => ({ ...fleet, standingFraction: base.fleets[f].standingFraction })),
  };
}

const inputChange = ({ input, to }: Moved): FutureChange => ({
  path: input.key,
  nowValue: input.value,
  thenValue: to,
  basis: input.basis,
  source: input.source,
});

const groundedChange = ({ vehicle, years }: { vehicle: string; years?: number }): FutureChange => ({
  path: vehicle,
  ...(years !== undefined && { thenValue: years }),
  basis: 'assumption',
  source: 'cupola',
});

function withGrounded(
  model: PlanModel,
  { vehicle, fromYr, years = Number.POSITIVE_INFINITY }: { vehicle: string; fromYr: number; years?: number },
): PlanModel {
  const isDown = (t: number) => (t + 0.5) * model.stepYr >= fromYr && (t + 0.5) * model.stepYr < fromYr + years;
  return {
    ...model,
    vehicles: model.vehicles.map((each) =>
      each.id === vehicle ? { ...each, launches: each.launches.map((count, t) => (isDown(t) ? 0 : count)) } : each,
    ),
  };
}
