import { text } from '../i18n/text.ts';
import { newer } from '../state/offline.ts';

/** Tells that a newer studio is there; the reader chooses when it comes. The link in the address keeps what is shown. */
export function NewerOffer() {
  const t = text.value;
  const take = newer.value;
  if (!take) return null;
  return (
    <div class="newer row" role="status">
      <span>{t('offline.newer')}</span>
      <button type="button" class="primary" onClick={take}>
        {t('offline.reload')}
      </button>
      <button
        type="button"
        onClick={() => {
          newer.value = undefined;
        }}
      >
        {t('offline.later')}
      </button>
    </div>
  );
}
