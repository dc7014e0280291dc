import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../i18n/text.ts';
import { mayLeaveDraft } from '../state/draft.ts';
import { drawer } from '../state/view.ts';
import { ConvertPanel } from './convert.tsx';
import { HelpPanel } from './help.tsx';
import { SatellitesPanel } from './satellites.tsx';
import { ScenarioPanel } from './scenario-panel.tsx';
import { SearchPanel } from './search.tsx';
import { SourcesPanel } from './sources.tsx';

/** A panel over the page: one at a time; Escape closes it and gives the focus back. */
export function Drawer() {
  const t = text.value;
  const root = useRef<HTMLDialogElement>(null);
  const name = drawer.value;
  // Before the next key arrives: what is typed straight after "/" belongs to the panel
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    root.current?.show();
    const first = root.current?.querySelector<HTMLElement>('[data-first]') ?? root.current?.querySelector('button');
    first?.focus();
    return () => before?.focus?.();
  }, [name]);
  const titles = {
    scenario: 'editor.title',
    sources: 'sources.title',
    satellites: 'satellites.title',
    help: 'help.title',
    convert: 'convert.title',
    search: 'action.partnerSearch',
  } as const;
  if (name === 'none') return null;
  const close = () => {
    if (name !== 'scenario' || mayLeaveDraft()) drawer.value = 'none';
  };
  return (
    <dialog
      ref={root}
      class={`drawer drawer-${name}`}
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <div class="row drawer-head">
        <h2 id="drawer-title">{t(titles[name])}</h2>
        <button type="button" onClick={close}>
          {t('action.close')}
        </button>
      </div>
      {name === 'sources' && <SourcesPanel />}
      {name === 'satellites' && <SatellitesPanel />}
      {name === 'scenario' && <ScenarioPanel />}
      {name === 'search' && <SearchPanel />}
      {name === 'convert' && <ConvertPanel />}
      {name === 'help' && <HelpPanel />}
    </dialog>
  );
}
