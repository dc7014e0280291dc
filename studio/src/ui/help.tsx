import { text } from '../i18n/text.ts';
import { isKept } from '../state/offline.ts';

export function HelpPanel() {
  const t = text.value;
  const keys = [
    'help.space',
    'help.events',
    'help.arrows',
    'help.click',
    'help.slash',
    'help.compare',
    'help.undo',
    'help.escape',
  ] as const;
  return (
    <div>
      <p>{t('app.tagline')}</p>
      <p>{t('help.what')}</p>
      {isKept.value && <p>{t('offline.kept')}</p>}
      <p>{t('sources.model')}</p>
      <h3>{t('help.keys')}</h3>
      <ul>
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t('scenario.drop')}</p>
      <p class="quiet">Cupola {CUPOLA_VERSION}</p>
    </div>
  );
}
