import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../i18n/text.ts';
import type { Embed } from '../state/embed.ts';
import { drawer, page, tab, toast } from '../state/view.ts';
import { AnswersPanel } from './answers.tsx';
import { Drawer } from './drawer.tsx';
import { EmbedPage } from './embed.tsx';
import { GlobePanel } from './globe-panel.tsx';
import { Header } from './header.tsx';
import { onKey } from './input.ts';
import { NewerOffer } from './newer.tsx';
import { onDrop } from './open-files.ts';
import { PartnersPanel } from './partners.tsx';
import { StoryBar } from './story.tsx';
import { TimePanel } from './time-panel.tsx';

/** The whole page: partners, globe with the timeline under it, answers; or one view of it for another page. */
export function App({ embed }: { embed?: Embed }) {
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
  if (embed)
    return (
      <div class="app embedded">
        <EmbedPage {...embed} />
        {drawer.value !== 'none' && <Drawer />}
      </div>
    );
  return (
    <div class={`app page-${page.value} tab-${tab.value}`}>
      <button type="button" class="skip" onClick={goToAnswers}>
        {t('app.skip')}
      </button>
      <Header />
      {page.value === 'compare' ? <LazyCompare /> : <MainPage />}
      <StoryBar />
      <NewerOffer />
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
  const tabs = ['answers', 'globe', 'partners'] as const;
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
