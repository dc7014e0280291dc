import { numbers, text } from '../i18n/text.ts';
import { held } from '../state/held.ts';
import {
  type AskedRun,
  askedBy,
  type CarriedFiles,
  carriedIn,
  commandsIn,
  RUN_FILE,
  sideOf,
} from '../state/run-file.ts';
import { runAgain } from '../state/runs.ts';
import { change, current, elementFiles, plan, usedAs } from '../state/session.ts';
import { choose, type SideName } from '../state/sides.ts';
import { clearRaid, page, say } from '../state/view.ts';
import { MAX_DRAWS, MAX_TEXT_CHARACTERS, MAX_TRIALS } from '../worker/limits.ts';
import { plainName } from '../worker/plain-name.ts';
import { openPlan } from './input.ts';

/** Of all files of elements together. */
export const MAX_ORBIT_BYTES = 64_000_000;
const MAX_FILES = 50;
/** What the file dialogues offer: scenarios and files of orbital elements. */
export const ACCEPT = '.yaml,.yml,.tle,.3le,.txt,.json,.csv,.xml,.omm,.kvn,.png,.svg,.html';
/** What the dialogue for orbits that are converted offers. */
export const ORBIT_FILES = '.tle,.3le,.txt,.json,.csv,.xml,.omm,.kvn,.oem';
const SCENARIO = /\.ya?ml$/i;
const ELEMENTS = /\.(tle|3le|txt|json|csv|xml|omm|kvn)$/i;

/** A scenario dropped on the page replaces the one shown; element files are kept beside it. */
export function onDrop(event: DragEvent): void {
  event.preventDefault();
  const { dataTransfer } = event;
  if (!dataTransfer) return;
  const side = (event.target as Element | null)?.closest?.<HTMLElement>('[data-side]')?.dataset.side;
  if (dataTransfer.files.length > 0)
    void openFiles(dataTransfer.files, side === 'a' || side === 'b' ? side : undefined);
  else if (!openLink(dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain')))
    say(text.value('drop.none'));
}

/** A link to the studio, dropped on it, is opened here. */
function openLink(dropped: string): boolean {
  if (!URL.canParse(dropped)) return false;
  const { hash } = new URL(dropped);
  if (!/^#(s|scenario|story)=/.test(hash)) return false;
  if (location.hash === hash) dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = hash;
  return true;
}

/**
 * Opens the first scenario of some files, on one of two sides where they are compared, and keeps the files of elements; says
 * what could not be read, and why.
 */
export async function openFiles(list: FileList | readonly File[], side?: SideName): Promise<void> {
  const t = text.value;
  const said: string[] = [];
  const given = [...list].slice(0, MAX_FILES);
  if (list.length > MAX_FILES) said.push(t('drop.many', { count: list.length, limit: MAX_FILES }));
  const files: File[] = [];
  for (const file of given) if (!(await openRun(file, said))) files.push(file);
  for (const { name } of files)
    if (!SCENARIO.test(name) && !ELEMENTS.test(name) && !RUN_FILE.test(name))
      said.push(t('drop.unknown', { name: plainName(name) }));
  await keepElements(
    files.filter(({ name }) => ELEMENTS.test(name)),
    said,
  );
  const scenarios = files.filter(({ name }) => SCENARIO.test(name));
  for (const file of scenarios) {
    const written = await textOf(file, MAX_TEXT_CHARACTERS, said);
    if (written === undefined) continue;
    const name = plainName(file.name);
    if (side) choose(side, { file: name, text: written, switches: {} });
    else openPlan(name, written);
    said.push(
      scenarios.length > 1 ? t('drop.several', { count: scenarios.length, name }) : t('scenario.opened', { name }),
    );
    break;
  }
  say(said.length > 0 ? said.slice(0, 4).join(' ') : t('drop.none'));
}

/**
 * Opens the run that a picture, a report or a result was made from, with who had left, raids and draws.
 *
 * @returns whether it is such a file: others are read as what else they may be
 */
async function openRun(file: File, said: string[]): Promise<boolean> {
  if (!RUN_FILE.test(file.name) || file.size > MAX_ORBIT_BYTES) return false;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const commands = commandsIn(file.name, bytes);
  const carried = carriedIn(file.name, bytes);
  const isData = ELEMENTS.test(file.name);
  const t = text.value;
  const name = plainName(file.name);
  const asked = commands.flatMap((command) => askedBy(command) ?? []).slice(0, 2);
  if (asked.length === 0) {
    if (!isData) said.push(t('drop.noRun', { name }));
    return !isData;
  }
  const sides = asked.map((each) => sideOf(each, carried?.scenario));
  const missing = asked.find((_, i) => !sides[i]);
  if (missing) {
    said.push(t('drop.runOther', { name, scenario: plainName(missing.scenario) }));
    return true;
  }
  const last = asked.at(-1)!;
  const trials = Math.min(MAX_TRIALS, Math.max(1, last.trials ?? plan.value.trials));
  const draws = Math.min(MAX_DRAWS, Math.max(0, last.draws));
  const [against, side] = sides.length > 1 ? sides : [undefined, sides[0]];
  if (!change({ afterYr: undefined, leaveDate: undefined, ...side!, against, trials, draws })) return true;
  clearRaid();
  page.value = against ? 'compare' : 'main';
  const seeds = asked.filter(({ seed = 1 }, i) => seed !== seedOf(sides[i]!.text)).map(({ seed }) => `--seed ${seed}`);
  const left = [...asked.flatMap((each) => each.left), ...seeds];
  said.push(t('drop.run', { name }));
  if (left.length > 0) said.push(t('drop.runLeft', { words: plainName(left.join(', ')) }));
  if (carried) hold(name, carried, { isWhole: left.length === 0 && isMadeHere(last) });
  return true;
}

/** Whether the page makes the very same answer: no more raids and draws than it does, on its own dates. */
function isMadeHere({ trials = 1, draws, hasOwnDate }: AskedRun): boolean {
  return trials <= MAX_TRIALS && draws <= MAX_DRAWS && !hasOwnDate;
}

/** Keeps the files that a result carries and, where the page makes the same run, holds the result against it when that is done. */
function hold(name: string, { text, elements }: CarriedFiles, { isWhole }: { isWhole: boolean }): void {
  if (Object.keys(elements).length > 0) elementFiles.value = { ...elementFiles.value, ...elements };
  if (!isWhole) return;
  runAgain(); // the same run may be there already
  held.value = { name, text, plan: plan.value };
}

/** Seed of a scenario as written; 1 where it has none. */
function seedOf(written: string): number {
  return Number(/\bseed:\s*(\d+)/.exec(written)?.[1] ?? 1);
}

async function keepElements(files: readonly File[], said: string[]): Promise<void> {
  const kept: Record<string, string> = {};
  let leftBytes = MAX_ORBIT_BYTES - bytesOf(elementFiles.value);
  for (const file of files) {
    const written = await textOf(file, leftBytes, said);
    if (written === undefined) continue;
    leftBytes -= file.size;
    kept[file.name] = written;
  }
  const names = Object.keys(kept);
  if (names.length === 0) return;
  const t = text.value;
  const { needs } = current.value;
  const [name] = names;
  const isMeant = names.length === 1 && needs !== undefined && name !== needs;
  const words = { file: plan.value.file, wanted: plainName(needs ?? ''), name: plainName(name) };
  const isUsed = isMeant && confirm(t('drop.use', words));
  if (isUsed) usedAs.value = { ...usedAs.value, [needs]: name };
  elementFiles.value = { ...elementFiles.value, ...kept };
  said.push(
    isUsed ? t('drop.used', words) : t('drop.elements', { names: names.slice(0, 5).map(plainName).join(', ') }),
  );
}

function bytesOf(files: Record<string, string>): number {
  return Object.values(files).reduce((sum, { length }) => sum + length, 0);
}

/** The text of a file; undefined where it is too large, no text or cannot be read, with the reason said. */
export async function textOf(file: File, maxBytes: number, said: string[]): Promise<string | undefined> {
  const t = text.value;
  const name = plainName(file.name);
  if (file.size > maxBytes) {
    const megabytes = (bytes: number) => numbers.value.short(bytes / 1e6);
    said.push(t('drop.tooLarge', { name, size: megabytes(file.size), limit: megabytes(Math.max(0, maxBytes)) }));
    return undefined;
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    said.push(t('drop.unreadable', { name }));
    return undefined;
  }
  try {
    const written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!written.includes('\0')) return written;
  } catch {
    // bytes that are no UTF-8: said below
  }
  said.push(t('drop.notText', { name }));
  return undefined;
}
