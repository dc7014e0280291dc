import { batch, effect, signal, untracked } from '@preact/signals';
import type { EffectSummary } from 'cupola';
import { language } from '../i18n/text.ts';
import { EngineClient } from '../worker/client.ts';
import type { FromWorker, Job, RaidScene } from '../worker/protocol.ts';
import { answerAhead } from './answers.ts';
import { held } from './held.ts';
import {
  DEFAULT_AFTER_YR,
  elementFiles,
  emptyRun,
  type HistoryPoint,
  isAnySwitched,
  plan,
  type RunState,
  reference,
  type Side,
  scenes,
  sourceOf,
  usedAs,
  variant,
} from './session.ts';
import { footprintOf, linksOf, say, servedOf, setTime, threatIndex, timeS } from './view.ts';

const engines = { reference: new EngineClient(), variant: new EngineClient() };
export type Slot = keyof typeof engines;

const keys: Record<Slot, string> = { reference: '', variant: '' };
/** Trial asked for on the globe, which may be still to come: the typical one of the reference, so that a change is seen on the same raid. */
export const askedTrial = signal(0);
/** Whether that raid was asked for; else the typical one is shown as soon as it is known. */
let isChosen = false;
let wishedTrial: number | undefined;

/** Runs what the plan asks for whenever it changes: the reference, and the plan beside it where they differ. */
export function startRuns(): void {
  effect(() => {
    const { trials, draws, against, more: _, ...side } = plan.value;
    const numbers = { trials, draws };
    const files = elementFiles.value;
    untracked(() => {
      const version = versionOf(files);
      const base = jobOf(against ?? { ...side, switches: {} }, files, numbers);
      if (isNew('reference', [base.text, base.switches, base.afterYr, base.leaveDate, numbers, version])) {
        askedTrial.value = wishedTrial ?? 0;
        isChosen = wishedTrial !== undefined;
        start('reference', base);
      } else if (wishedTrial !== undefined) showTrial(wishedTrial);
      else if (!scenes.value.reference) engines.reference.scene(askedTrial.value);
      wishedTrial = undefined;
      if (against || isAnySwitched(side)) {
        const { file, text, switches, afterYr, leaveDate } = base;
        const job = { ...jobOf(side, files, numbers), against: { file, text, switches, afterYr, leaveDate } };
        const parts = [job.text, job.switches, job.afterYr, job.leaveDate, numbers, version, job.against];
        if (isNew('variant', parts) || !variant.value) start('variant', job);
        else if (!scenes.value.variant) engines.variant.scene(askedTrial.value);
      } else {
        engines.variant.drop();
        keys.variant = '';
        batch(() => {
          variant.value = null;
          scenes.value = { reference: scenes.value.reference };
        });
      }
    });
  });
}

/** What a side asks of an engine. */
export function jobOf(
  { file, text, switches, afterYr, leaveDate }: Side,
  files: Record<string, string>,
  numbers: Pick<Job, 'trials' | 'draws'>,
): Job {
  const isSwitched = isAnySwitched({ file, text, switches });
  return {
    file,
    text,
    source: sourceOf({ file, text }),
    elementFiles: files,
    usedAs: usedAs.peek(),
    switches,
    afterYr: isSwitched ? (afterYr ?? DEFAULT_AFTER_YR) : 0,
    ...(isSwitched && leaveDate !== undefined && { leaveDate }),
    ...numbers,
  };
}

function isNew(slot: Slot, parts: unknown[]): boolean {
  const key = JSON.stringify(parts);
  if (key === keys[slot]) return false;
  keys[slot] = key;
  return true;
}

let lastFiles: Record<string, string> = {};
let filesVersion = 0;

/** A number that changes with the files of elements, which are too large to compare. */
function versionOf(files: Record<string, string>): number {
  if (files !== lastFiles) filesVersion++;
  lastFiles = files;
  return filesVersion;
}

export function cancelRuns(): void {
  engines.reference.cancel();
  engines.variant.cancel();
}

/** Runs both again from the start. */
export function runAgain(): void {
  keys.reference = keys.variant = '';
  plan.value = { ...plan.value };
}

/** The raid that is shown with the plan that comes next; absent: the typical one. */
export function wishTrial(number: number | undefined): void {
  wishedTrial = number;
}

/** The raid that was asked for; undefined where the typical one is shown. */
export function chosenTrial(): number | undefined {
  return isChosen ? askedTrial.value : undefined;
}

/** Puts another raid on the globe. */
export function showTrial(number: number): void {
  isChosen = true;
  putTrial(number);
}

/** Puts the raid after the one on the globe there, or after the one that the reader has asked for and that is still to come. */
export function showNextTrial(shown: number): void {
  showTrial(((isChosen ? askedTrial.value : shown) + 1) % plan.value.trials);
}

function putTrial(number: number): void {
  askedTrial.value = number;
  engines.reference.scene(number);
  if (variant.value) engines.variant.scene(number);
}

/** Asks for the links of a run; the answer stands in `linksOf`. */
export function askLinks(slot: Slot, atS: number, network?: string): void {
  engines[slot].links(atS, network);
}

/** Asks who is served at a moment; the answer stands in `servedOf`. */
export function askServed(slot: Slot, atS: number): void {
  engines[slot].served(atS);
}

/** Asks for the defended aim points; they stand in `footprintOf`. */
export function askFootprint(slot: Slot): void {
  engines[slot].footprint();
}

let onReport: ((html: string) => void) | undefined;

/** Asks for the report of the run that is shown. */
export function askReport(then: (html: string) => void): void {
  onReport = then;
  engines[variant.value ? 'variant' : 'reference'].report(language.value);
}

function start(slot: Slot, job: Job): void {
  const target = slot === 'reference' ? reference : variant;
  const kept = target.value?.opened ?? (plan.value.against ? undefined : reference.value.opened);
  target.value = { ...emptyRun, status: 'running', total: job.trials, opened: kept, isOpenedOld: true };
  engines[slot].run(job, (message) => {
    batch(() => hear(slot, message));
  });
  if (slot === 'reference' && !isAnySwitched(job)) void showAhead(job);
}

/** The answer that was worked out before the page was built, until the engine has all of its own. */
async function showAhead(job: Job): Promise<void> {
  const key = keys.reference;
  const ahead = await answerAhead(job, job.draws);
  const { joint, status } = reference.value;
  if (ahead && !joint && status === 'running' && key === keys.reference)
    reference.value = { ...reference.value, ahead, joint: ahead.joint };
}

function hear(slot: Slot, message: FromWorker): void {
  if (slot === 'variant' && variant.value === null) return; // all is on again: what still comes is of no use
  const target = slot === 'reference' ? reference : variant;
  const update = (part: Partial<RunState>) => {
    target.value = { ...(target.value ?? emptyRun), ...part };
  };
  switch (message.type) {
    case 'opened':
      forget(slot);
      update({
        opened: message.opened,
        isOpenedOld: false,
        total: message.opened.canSimulate ? message.opened.trials : 0,
      });
      if (!message.opened.canSimulate) putScene(slot, undefined);
      if (askedTrial.value > 0) engines[slot].scene(askedTrial.value);
      break;
    case 'progress':
      update({
        effect: message.effect,
        columns: message.columns,
        done: message.done,
        total: message.total,
        history: withPoint(target.value?.history ?? [], message.effect),
      });
      break;
    case 'draws': {
      const { done, answer } = message;
      const isAll = done >= (target.value?.opened?.draws ?? 0);
      const isShown = answer && (isAll || !target.value?.ahead); // a part of the draws says less than all of them did
      update({ drawsDone: done, ...(isShown && { joint: answer, ahead: undefined }) });
      break;
    }
    case 'answered':
      update({ fielding: message.fielding ?? undefined, notes: message.notes });
      break;
    case 'inputs':
      update({ inputs: message.inputs });
      break;
    case 'cost':
      update({
        cost: message.cost,
        dependence: message.dependence,
        provenance: message.provenance,
        notes: message.notes,
      });
      break;
    case 'scene':
      if (message.scene.trial === askedTrial.value || !scenes.value[slot]) putScene(slot, message.scene);
      break;
    case 'links':
      linksOf[slot].value = message;
      break;
    case 'served':
      servedOf[slot].value = message;
      break;
    case 'footprint':
      footprintOf[slot].value = message.footprint;
      break;
    case 'done': {
      const { result, elapsedMs, cancelled } = message;
      const { effect: measured, notes } = result;
      const draws = target.value?.opened?.draws ?? 0;
      const isCut = result.trials < result.trialsAsked || (draws > 0 && !result.headline);
      const status = cancelled && isCut ? 'stopped' : 'done';
      update({
        result,
        effect: measured ?? undefined,
        fielding: result.fielding ?? undefined,
        notes,
        elapsedMs,
        status,
        isTooLong: message.isTooLong,
      });
      const typical = result.timeline?.trial;
      if (slot === 'reference' && !isChosen && typical !== undefined && typical !== askedTrial.value) putTrial(typical);
      const isShown = slot === (variant.value ? 'variant' : 'reference');
      if (isShown && !isCut && held.value?.plan === plan.value)
        engines[slot].verify(held.value.name, held.value.text, language.value);
      break;
    }
    case 'verified':
      if (message.words) say(message.words);
      break;
    case 'report':
      onReport?.(message.html);
      onReport = undefined;
      break;
    case 'problems':
      update({ status: 'problems', problems: message.problems, needs: message.needs });
      clearOld(slot);
      break;
    case 'stopped':
      update({ status: 'stopped' });
      break;
    case 'failed':
      update({ status: 'failed', failure: message.failure });
      clearOld(slot);
      break;
  }
}

/** What was not read shows nothing of what was there before. */
function clearOld(slot: Slot): void {
  const target = slot === 'reference' ? reference : variant;
  if (!target.value?.isOpenedOld) return;
  target.value = { ...target.value, opened: undefined, isOpenedOld: false };
  forget(slot);
  putScene(slot, undefined);
}

/** What was asked of a run that is no more. */
function forget(slot: Slot): void {
  linksOf[slot].value = servedOf[slot].value = footprintOf[slot].value = undefined;
}

function putScene(slot: Slot, next: RaidScene | undefined): void {
  const isFirst = scenes.value.reference === undefined && scenes.value.variant === undefined;
  scenes.value = { ...scenes.value, [slot]: next };
  if (isFirst && next) setTime(timeS.value);
  if (next && threatIndex.value >= next.threats.length) threatIndex.value = 0;
}

/** At most this many points, the older the thinner, so that a long run draws no longer path. */
const MOST_POINTS = 60;

function withPoint(history: HistoryPoint[], { trials, noLeaker }: EffectSummary): HistoryPoint[] {
  const kept = history.length < MOST_POINTS ? history : history.filter((_, i) => i % 2 === 0);
  const { probability, low, high } = noLeaker;
  return [...kept, { trials, probability, low, high }];
}
