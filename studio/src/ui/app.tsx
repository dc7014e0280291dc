import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../i18n/text.ts';
import { drawer, page, tab, toast } from '../state/view.ts';
import { AnswersPanel } from './answers.tsx';
import { Drawer } from './drawer.tsx';
import { GlobePanel } from './globe-panel.tsx';
import { Header } from './header.tsx';
import { onKey } from './input.ts';
import { onDrop } from './open-files.ts';
import { PartnersPanel } from './partners.tsx';
import { TimePanel } from './time-panel.tsx';

/** The whole page: partners, globe with the timeline under it, answers. */
export function App() {
  const t = text.value;
  useEffect(() => {
    const stop = (event: DragEvent) => event.preventDefault();
    addEventListener('keydown', onKey);
    addEventListener('dragover', stop);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('dragover', stop);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return (
    <div class={`app page-${page.value} tab-${tab.value}`}>
      <button type="button" class="skip" onClick={goToAnswers}>
        {t('app.skip')}
      </button>
      <Header />
      {page.value === 'compare' ? <LazyCompare /> : <MainPage />}
      {drawer.value !== 'none' && <Drawer />}
      <div class="toast" role="status" aria-live="polite" data-shown={toast.value !== ''}>
        {toast.value}
      </div>
    </div>
  );
}

/** One shield: partners, globe with the timeline under it, answers; on a phone one at a time. */
function MainPage() {
  const t = text.value;
  const tabs = ['globe', 'partners', 'answers'] as const;
  return (
    <>
      <nav class="tabs" aria-label={t('view.label')}>
        {tabs.map((name) => (
          <button
            type="button"
            key={name}
            aria-current={tab.value === name ? 'page' : undefined}
            onClick={() => {
              tab.value = name;
            }}
          >
            {t(`tab.${name}`)}
          </button>
        ))}
      </nav>
      <main>
        <PartnersPanel />
        <div class="centre">
          <GlobePanel />
          <TimePanel />
        </div>
        <AnswersPanel />
      </main>
    </>
  );
}

/** The comparison is loaded when it is first opened. */
function LazyCompare() {
  const [Page, setPage] = useState<FunctionComponent>();
  useEffect(() => {
    void import('./compare/compare-page.tsx').then(({ ComparePage }) => setPage(() => ComparePage));
  }, []);
  return Page ? <Page /> : <main class="compare">{text.value('answers.wait')}</main>;
}

function goToAnswers(): void {
  page.value = 'main';
  tab.value = 'answers';
  requestAnimationFrame(() => document.getElementById('answers')?.focus());
}
