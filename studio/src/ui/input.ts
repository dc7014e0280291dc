import { batch } from '@preact/signals';
import { change, redo, undo } from '../state/session.ts';
import { clearRaid, drawer, page, playing } from '../state/view.ts';
import { jumpEvent } from './events.ts';

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

/** Shows another scenario, with all partners on. @returns whether it does: what is written and not applied is asked for */
export function openPlan(file: string, written: string): boolean {
  return batch(() => {
    if (!change({ file, text: written, switches: {}, afterYr: undefined, leaveDate: undefined, against: undefined }))
      return false;
    clearRaid();
    return true;
  });
}
