import { text } from '../i18n/text.ts';
import { plan } from '../state/session.ts';
import { sideTitle } from '../state/sides.ts';

/** What the current run is compared with, as a reader calls it. */
export function referenceName(): string {
  const { against } = plan.value;
  return against ? sideTitle(against) : text.value('reference.allOn');
}
