import { batch, computed } from '@preact/signals';
import {
  change,
  isAnySwitched,
  isShipped,
  isSwitched,
  type Plan,
  past,
  plan,
  type Side,
  scenarioName,
  scenes,
  shipped,
} from './session.ts';
import { threatIndex } from './view.ts';

export type SideName = 'a' | 'b';

const MOST_OWN = 8;

/** The first of the two: the scenario compared with, or the plan with all partners on. */
export const sideA = computed<Side>(() => {
  const { against, file, text } = plan.value;
  return against ?? { file, text, switches: {} };
});

/** The second: the plan; absent as long as nothing tells it from the first. */
export const sideB = computed<Side | undefined>(() => {
  const { file, text, switches, afterYr, leaveDate, against } = plan.value;
  return against || isSwitched.value ? { file, text, switches, afterYr, leaveDate } : undefined;
});

/** Scenarios that were edited, found or opened here, the latest first; one of each name. */
export const ownScenarios = computed<Side[]>(() => {
  const found = new Map<string, Side>();
  for (const each of [plan.value, ...past.value.toReversed()])
    for (const { file, text } of [each, each.against ?? each])
      if (!found.has(file) && !isShipped({ file, text })) found.set(file, { file, text, switches: {} });
  return [...found.values()].slice(0, MOST_OWN);
});

/** What a reader calls a side: its file, with a star where the text is not the shipped one. */
export function sideTitle({ file, text }: Side): string {
  return isShipped({ file, text }) || shipped[scenarioName(file)] === undefined
    ? scenarioName(file)
    : `${scenarioName(file)} *`;
}

/** Puts a scenario on one of the two sides; as long as there is no second, the first alone is changed. @returns whether it did */
export function choose(name: SideName, side: Side): boolean {
  const other = name === 'a' ? sideB.value : sideA.value;
  const { reference, variant } = scenes.value;
  const left = name === 'a' ? (other ? { variant } : {}) : { reference };
  if (name === 'b') return become({ ...whole(side), against: other }, left);
  if (other) return become({ against: side }, left);
  return become({ ...whole(side), against: undefined }, left);
}

/** Another plan, and what stays on the globes; nothing where the reader would rather keep what is written. */
function become(part: Partial<Plan>, left: typeof scenes.value): boolean {
  return batch(() => {
    if (!change(part)) return false;
    scenes.value = left;
    threatIndex.value = 0;
    return true;
  });
}

/** Changes the two sides over. */
export function swapSides(): void {
  const [a, b] = [sideA.value, sideB.value];
  if (!b) return;
  become({ ...whole(a), against: b }, {});
}

/** Ends the comparison with one of the two. */
export function keepOnly(name: SideName): void {
  const side = name === 'a' ? sideA.value : (sideB.value ?? sideA.value);
  change({ ...whole(side), against: undefined });
}

/** Partners that are switched on a side. */
export function switchesOf(side: Side): [partner: string, state: string][] {
  return isAnySwitched(side) ? Object.entries(side.switches).filter(([, state]) => state !== 'on') : [];
}

function whole({ file, text, switches, afterYr, leaveDate }: Side): Side {
  return { file, text, switches, afterYr, leaveDate };
}
