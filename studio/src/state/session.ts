import scenarios from 'virtual:scenarios';
import { batch, computed, signal } from '@preact/signals';
import type { CostAnswer, DependenceResult, EffectSummary, Problem, Provenance, Result } from 'cupola';
import type { Opened, Scene, Switches, SwitchState } from '../worker/protocol.ts';

/** What a person can change and a link can carry. */
export interface Plan {
  file: string;
  text: string;
  switches: Switches;
  /** Years after partners have left; absent: at once, or five years where only supply stops. */
  afterYr?: number;
  trials: number;
  /** A second scenario to compare with; absent: the same with all partners on. */
  against?: { file: string; text: string };
}

/** What is known of one run so far. */
export interface RunState {
  status: 'idle' | 'running' | 'done' | 'stopped' | 'problems' | 'failed';
  done: number;
  total: number;
  elapsedMs: number;
  opened?: Opened;
  effect?: EffectSummary;
  cost?: CostAnswer | null;
  dependence?: DependenceResult;
  provenance?: Provenance;
  notes: string[];
  result?: Result;
  problems: Problem[];
  message?: string;
}

export const emptyRun: RunState = { status: 'idle', done: 0, total: 0, elapsedMs: 0, notes: [], problems: [] };

export const shipped = scenarios;
export const DEFAULT_SCENARIO = 'golden-dome';
export const DEFAULT_TRIALS = 200;

export function shippedPlan(name: string): Plan {
  return { file: `${name}.yaml`, text: scenarios[name] ?? '', switches: {}, trials: DEFAULT_TRIALS };
}

export const plan = signal<Plan>(shippedPlan(DEFAULT_SCENARIO));
export const elementFiles = signal<Record<string, string>>({});

/** All partners on, or the scenario compared with. */
export const reference = signal<RunState>(emptyRun);
/** The plan as switched; null where it is the reference itself. */
export const variant = signal<RunState | null>(null);
export const current = computed<RunState>(() => variant.value ?? reference.value);
/** The raid that is on the globe, of the current run. */
export const scene = signal<Scene | undefined>(undefined);

export const isSwitched = computed(() => Object.values(plan.value.switches).some((state) => state !== 'on'));

/** Supply that stops is felt only after years; a service that is denied, at once. */
export const afterYr = computed(() => {
  const { switches, afterYr: chosen } = plan.value;
  return chosen ?? (Object.values(switches).includes('supply') ? 5 : 0);
});

const past = signal<Plan[]>([]);
const future = signal<Plan[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
const MAX_UNDO = 100;

/** Changes the plan; the change can be undone. */
export function change(part: Partial<Plan>): void {
  batch(() => {
    past.value = [...past.value, plan.value].slice(-MAX_UNDO);
    future.value = [];
    plan.value = { ...plan.value, ...part };
  });
}

export function undo(): void {
  const before = past.value.at(-1);
  if (!before) return;
  batch(() => {
    future.value = [plan.value, ...future.value];
    past.value = past.value.slice(0, -1);
    plan.value = before;
  });
}

export function redo(): void {
  const [after, ...rest] = future.value;
  if (!after) return;
  batch(() => {
    past.value = [...past.value, plan.value];
    future.value = rest;
    plan.value = after;
  });
}

export function setSwitch(partner: string, state: SwitchState): void {
  const switches = { ...plan.value.switches };
  if (state === 'on') delete switches[partner];
  else switches[partner] = state;
  change({ switches });
}
