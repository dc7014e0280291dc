import scenarios, { titles } from 'virtual:scenarios';
import { batch, computed, signal } from '@preact/signals';
import type {
  CostAnswer,
  DependenceResult,
  EffectSummary,
  FieldingResult,
  JointAnswer,
  Problem,
  Provenance,
  Result,
  Said,
} from 'cupola';
import type { InputDifference, TrialColumns } from 'cupola/compare';
import { withoutRunLines } from 'cupola/compare';
import type { Failure } from '../worker/failure.ts';
import type { Opened, RaidScene, Switches, SwitchState } from '../worker/protocol.ts';
import type { AheadAnswer } from './answers.ts';
import { draft, mayLeaveDraft } from './draft.ts';

/** A scenario as written, with partners switched. */
export interface Side {
  file: string;
  text: string;
  switches: Switches;
  /** Years after partners have left at which the shield is looked at; absent: `DEFAULT_AFTER_YR`. */
  afterYr?: number;
  /** Date on which they leave in the answer by date; absent: the first. */
  leaveDate?: string;
}

/** What a person can change and a link can carry. */
export interface Plan extends Side {
  trials: number;
  /** Draws of what nobody knows, for the answer by date; 0: none. */
  draws: number;
  /** A second scenario to compare with; absent: the same with all partners on. */
  against?: Side;
  /** Runs beside these, told by date alone. */
  more?: Side[];
}

/** What is known of one run so far. */
export interface RunState {
  status: 'idle' | 'running' | 'done' | 'stopped' | 'problems' | 'failed';
  done: number;
  total: number;
  elapsedMs: number;
  opened?: Opened;
  /** `opened` is of an earlier run: it stays until this one is read. */
  isOpenedOld?: boolean;
  /** The answer by date, of as many draws as are flown so far. */
  joint?: JointAnswer;
  /** `joint` is this one, from before the page was built, until all draws are flown here. */
  ahead?: AheadAnswer;
  drawsDone: number;
  effect?: EffectSummary;
  cost?: CostAnswer | null;
  dependence?: DependenceResult;
  provenance?: Provenance;
  notes: Said[];
  /** The figures of each trial so far. */
  columns?: TrialColumns;
  /** How the first figure came to stand, while trials were added. */
  history: HistoryPoint[];
  /** Inputs that differ from those of the run it is compared with. */
  inputs?: InputDifference[];
  /** When it stands; without those who are switched off, where some are. */
  fielding?: FieldingResult;
  result?: Result;
  problems: Problem[];
  /** A file of elements that the scenario names and that is not there. */
  needs?: string;
  failure?: Failure;
  /** Stopped because it took too long. */
  isTooLong?: boolean;
}

/** The chance that nothing gets through, as known after so many trials. */
export interface HistoryPoint {
  trials: number;
  probability: number;
  low: number;
  high: number;
}

export const emptyRun: RunState = {
  status: 'idle',
  done: 0,
  total: 0,
  drawsDone: 0,
  elapsedMs: 0,
  notes: [],
  history: [],
  problems: [],
};

/** Whether answers are still to come. */
export function isWaiting({ status }: RunState): boolean {
  return status === 'idle' || status === 'running';
}

export const shipped = scenarios;

/** What a shipped scenario is called, in English. */
export const shippedTitles = titles;

export function scenarioName(file: string): string {
  return file.replace(/\.ya?ml$/, '');
}

/** Whether a text is that of the shipped scenario of its name. */
export function isShipped({ file, text }: Pick<Side, 'file' | 'text'>): boolean {
  return shipped[scenarioName(file)] === withoutRunLines(text);
}

/** The file in which a scenario is kept or exported: an edited one never has the name of the shipped one. */
export function exportedFile({ file, text }: Pick<Side, 'file' | 'text'>): string {
  const name = scenarioName(file);
  return shipped[name] === undefined || isShipped({ file, text }) ? file : `${name}-edited.yaml`;
}

/** The file that a command line names to run a scenario: that of the project, or the one that is exported. */
export function sourceOf(side: Pick<Side, 'file' | 'text'>): string {
  return isShipped(side) ? `scenarios/${side.file}` : exportedFile(side);
}

export const DEFAULT_SCENARIO = 'golden-dome';
export const DEFAULT_TRIALS = 200;
/** As many as `cupola run` makes. */
export const DEFAULT_DRAWS = 64;
/** What supply that stops does is felt only after years; as late as the loss is largest in most scenarios. */
export const DEFAULT_AFTER_YR = 5;

export function shippedPlan(name: string): Plan {
  return {
    file: `${name}.yaml`,
    text: scenarios[name] ?? '',
    switches: {},
    trials: DEFAULT_TRIALS,
    draws: DEFAULT_DRAWS,
  };
}

export const plan = signal<Plan>(shippedPlan(DEFAULT_SCENARIO));
export const elementFiles = signal<Record<string, string>>({});
/** By the name that a scenario gives: the file that is used in its place. */
export const usedAs = signal<Record<string, string>>({});

/** All partners on, or the scenario compared with. */
export const reference = signal<RunState>(emptyRun);
/** The plan as switched; null where it is the reference itself. */
export const variant = signal<RunState | null>(null);
export const current = computed<RunState>(() => variant.value ?? reference.value);
/** Whether the run shown has an answer by date: what else it says is then of the force as if complete. */
export const hasByDate = computed(() => (current.value.opened?.draws ?? 0) > 0);
/** The raid that is on the globe, of each run; one stays until its next has come. */
export const scenes = signal<{ reference?: RaidScene; variant?: RaidScene }>({});
/** That of the current run. */
export const scene = computed<RaidScene | undefined>(() => {
  const { reference: before, variant: after } = scenes.value;
  return variant.value ? (after ?? before) : before;
});

export const isSwitched = computed(() => isAnySwitched(plan.value));
export const afterYr = computed(() => plan.value.afterYr ?? DEFAULT_AFTER_YR);

export function isAnySwitched({ switches }: Side): boolean {
  return Object.values(switches).some((state) => state !== 'on');
}

export const past = signal<Plan[]>([]);
const future = signal<Plan[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
const MAX_UNDO = 100;

/** Changes the plan; the change can be undone. Another text of the scenario asks for the one that is being written. @returns whether it did */
export function change(part: Partial<Plan>): boolean {
  if (!mayBecome({ ...plan.value, ...part })) return false;
  batch(() => {
    past.value = [...past.value, plan.value].slice(-MAX_UNDO);
    future.value = [];
    plan.value = { ...plan.value, ...part };
  });
  return true;
}

/** Whether another plan may take the place of this one: what is written and not applied would be lost with its text. */
export function mayBecome(next: Plan): boolean {
  return next.text === plan.value.text || next.text === draft.peek()?.text || mayLeaveDraft();
}

export function undo(): void {
  const before = past.value.at(-1);
  if (!before || !mayBecome(before)) return;
  batch(() => {
    future.value = [plan.value, ...future.value];
    past.value = past.value.slice(0, -1);
    plan.value = before;
  });
}

export function redo(): void {
  const [after, ...rest] = future.value;
  if (!after || !mayBecome(after)) return;
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
