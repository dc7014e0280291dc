import type { ComponentChildren } from 'preact';
import { text } from '../i18n/text.ts';
import { drawer, sourcesOf } from '../state/view.ts';

/** Opens what an answer rests on. */
export function openSources(of: string): void {
  sourcesOf.value = of;
  drawer.value = 'sources';
}

/** Words or numbers that open what they rest on. */
export function SourceLink({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <button type="button" class="link to-sources" title={text.value('answers.sources')} onClick={() => openSources(of)}>
      {children}
    </button>
  );
}
