import { signal } from '@preact/signals';
import { text } from '../i18n/text.ts';

/** A text in the editor that is not applied, and the file that it is of; it outlives the editor. Undefined: there is none. */
export const draft = signal<{ file: string; text: string } | undefined>(undefined);

/** Whether the draft may go: asks where there is one. Once it may, there is none. */
export function mayLeaveDraft(): boolean {
  const kept = draft.peek();
  if (kept && !confirm(text.peek()('editor.leave', { file: kept.file }))) return false;
  draft.value = undefined;
  return true;
}
