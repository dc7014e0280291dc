import { text } from '../i18n/text.ts';
import { change, elementFiles, redo, scenes, undo } from '../state/session.ts';
import { choose, type SideName } from '../state/sides.ts';
import { drawer, page, playing, say, threatIndex } from '../state/view.ts';
import { jumpEvent } from './events.ts';

const MAX_SCENARIO_BYTES = 1_000_000;
const MAX_ELEMENT_BYTES = 64_000_000;

/** Keys of the whole page; a field that is being written in keeps its own. */
export function onKey(event: KeyboardEvent): void {
  const target = event.composedPath()[0] as HTMLElement;
  const isText = target.matches?.('input:not([type=radio], [type=checkbox], [type=range]), textarea') ?? false;
  const isWriting = target.isContentEditable || isText;
  const hasOwnKeys = isWriting || (target.matches?.('input, select') ?? false);
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    if (isWriting) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting) return;
  if (event.key === ' ' && !hasOwnKeys && !/^(BUTTON|SUMMARY|A)$/.test(target.tagName ?? '')) {
    event.preventDefault();
    playing.value = !playing.value;
  } else if (event.key === ',') jumpEvent(-1);
  else if (event.key === '.') jumpEvent(1);
  else if (event.key === '/') {
    event.preventDefault();
    drawer.value = 'satellites';
  } else if (event.key === '?') drawer.value = 'help';
  else if (event.key === 'c' && target.tagName !== 'SELECT') toggleCompare();
  else if (event.key === 'Escape' && !event.defaultPrevented && page.value === 'compare' && drawer.value === 'none')
    page.value = 'main';
}

/** Opens the comparison, or goes back to the one shield. */
export function toggleCompare(): void {
  drawer.value = 'none';
  page.value = page.value === 'compare' ? 'main' : 'compare';
}

/** A scenario dropped on the page replaces the one shown; element files are kept beside it. */
export function onDrop(event: DragEvent): void {
  event.preventDefault();
  const side = (event.target as Element | null)?.closest?.<HTMLElement>('[data-side]')?.dataset.side;
  if (event.dataTransfer) void openFiles(event.dataTransfer.files, side === 'a' || side === 'b' ? side : undefined);
}

/** Opens a scenario with its element files; on one of two sides, where they are compared. */
export async function openFiles(list: FileList | readonly File[], side?: SideName): Promise<void> {
  const files = [...list].slice(0, 50);
  const isScenario = ({ name }: File) => /\.ya?ml$/i.test(name);
  const others = files.filter((file) => !isScenario(file) && file.size <= MAX_ELEMENT_BYTES);
  if (others.length > 0) {
    const texts = await Promise.all(others.map(async (file) => [file.name, await file.text()] as const));
    elementFiles.value = { ...elementFiles.value, ...Object.fromEntries(texts) };
  }
  const scenario = files.find((file) => isScenario(file) && file.size <= MAX_SCENARIO_BYTES);
  if (!scenario) return;
  const written = await scenario.text();
  if (side) choose(side, { file: scenario.name, text: written, switches: {} });
  else openPlan(scenario.name, written);
  say(text.value('scenario.opened', { name: scenario.name }));
}

/** Shows another scenario, with all partners on. */
export function openPlan(file: string, written: string): void {
  scenes.value = {};
  threatIndex.value = 0;
  change({ file, text: written, switches: {}, afterYr: undefined, against: undefined });
}
