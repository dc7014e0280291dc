import { text } from '../i18n/text.ts';
import { shownSight } from '../state/constellation.ts';
import { mode, softwareSpace } from '../state/view.ts';
import { FootprintCard } from './footprint-card.tsx';
import { Legend } from './legend.tsx';
import { MessagePath } from './message-path.tsx';
import { SelectedCard } from './selected-card.tsx';
import { StageView } from './stage-view.tsx';
import { ViewControls } from './view-controls.tsx';

/** The picture in the middle, with what it shows and how. */
export function GlobePanel() {
  return (
    <section class="globe" aria-label={text.value('tab.globe')}>
      <StageView sight={shownSight} />
      <ViewControls />
      <Legend sight={shownSight} />
      <div class="cards">
        <SelectedCard sight={shownSight} />
        <MessagePath />
        <FootprintCard sight={shownSight} />
      </div>
      <SoftwareOffer />
    </section>
  );
}

/** Three dimensions in software are slow: the reader decides. */
export function SoftwareOffer() {
  const t = text.value;
  if (softwareSpace.value !== 'offered') return null;
  return (
    <div class="offer" role="alert">
      <p>{t('view.software')}</p>
      <div class="row">
        <button
          type="button"
          onClick={() => {
            softwareSpace.value = 'wanted';
            mode.value = 'space';
          }}
        >
          {t('view.softwareUse')}
        </button>
        <button
          type="button"
          onClick={() => {
            softwareSpace.value = 'unasked';
          }}
        >
          {t('view.softwareLeave')}
        </button>
      </div>
    </div>
  );
}
