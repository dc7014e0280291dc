import type { Architecture } from '../flow/architecture.ts';
import { latinColumn } from '../num/latin-hypercube.ts';
import { randomStream } from '../num/random.ts';
import { type DrawInput, type DrawReader, drawInputs } from './draw-inputs.ts';
import { drawnValue } from './drawn-value.ts';

/** All draws of an architecture's numbers, made once: draw 0 is the best estimate, 1 to `draws` the sample. */
export interface DrawTable {
  inputs: DrawInput[];
  draws: number;
  seed: number;
  /** By input: probability in each draw from 1. */
  columns: Float64Array[];
}

/**
 * A Latin hypercube over every number with a range, each input from a stream of its own name: leaving one out, or adding one,
 * moves no other.
 *
 * @param draws from 1; the sample depends on it, as each slice of an input is hit once
 */
export function drawTable(architecture: Architecture, draws: number, reader?: DrawReader): DrawTable {
  const { seed } = architecture.analysis;
  const inputs = drawInputs(architecture, reader);
  const columns = inputs.map(({ key }) => latinColumn(draws, randomStream(seed, 0, `draw:${key}`)));
  return { inputs, draws, seed, columns };
}

/** Values of all inputs in a draw. */
export function valuesOf({ inputs, columns, draws }: DrawTable, draw: number): Float64Array {
  if (!(draw >= 0 && draw <= draws)) throw new RangeError(`draw must be from 0 to ${draws}: ${draw}`);
  return Float64Array.from(inputs, (input, i) => (draw === 0 ? input.value : drawnValue(input, columns[i][draw - 1])));
}

/** Lists of plans whose numbers have ranges. */
const LISTS = ['networks', 'sensors', 'interceptors', 'systems', 'threats'] as const;

/** The architecture with the numbers of one draw; draw 0 gives it back as it is. */
export function drawnArchitecture(architecture: Architecture, table: DrawTable, draw: number): Architecture {
  return draw === 0 ? architecture : architectureAt(architecture, table.inputs, valuesOf(table, draw));
}

/**
 * The architecture with some of its numbers at stated values, which then have no range.
 *
 * @param values of the inputs, in their order
 * @throws RangeError where a path leads nowhere
 */
export function architectureAt(
  architecture: Architecture,
  inputs: readonly Pick<DrawInput, 'elements' | 'path'>[],
  values: ArrayLike<number>,
): Architecture {
  const byElement = new Map<string, Map<string, number>>();
  inputs.forEach(({ elements, path }, i) => {
    for (const element of elements) {
      if (!byElement.has(element)) byElement.set(element, new Map());
      byElement.get(element)!.set(path, values[i]);
    }
  });
  const draw1 = <Plan extends { id: string }>(plan: Plan): Plan => {
    const changes = byElement.get(plan.id);
    if (!changes) return plan;
    const copy = structuredClone(plan);
    for (const [path, value] of changes) setAt(copy, path, value);
    return copy;
  };
  const lists = Object.fromEntries(LISTS.map((list) => [list, (architecture[list] as { id: string }[]).map(draw1)]));
  const { launch, partners } = architecture;
  return {
    ...architecture,
    ...lists,
    launch: { ...launch, launchers: launch.launchers.map(draw1) },
    partners: partners && draw1(partners as typeof partners & { id: string }),
    uses: architecture.uses.map((use) => {
      const value = byElement.get(use.element)?.get(use.path);
      return value === undefined ? use : { ...use, value, low: value, high: value };
    }),
  };
}

/** Sets the number at a path such as `edges[3].shareFraction`; a path that leads nowhere is a fault of the caller. */
function setAt(target: object, path: string, value: number): void {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop()!;
  let at = target as Record<string, unknown>;
  for (const step of steps) {
    at = at[step] as Record<string, unknown>;
    if (at === undefined) throw new RangeError(`nothing at ${path}`);
  }
  at[last] = value;
}
