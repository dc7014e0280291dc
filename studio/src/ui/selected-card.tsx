import { nameText, text } from '../i18n/text.ts';
import { choose, followed, type Sight, satelliteName } from '../state/constellation.ts';
import { chosen } from '../state/view.ts';

/** What the chosen satellite is, in the run of a picture. */
export function SelectedCard({ sight }: { sight: Sight }) {
  const all = sight.fleet.value;
  const index = sight.selected.value;
  if (!all || !chosen.value) return null;
  const t = text.value;
  const unselect = (
    <button type="button" class="small" onClick={() => choose(sight, -1)}>
      {t('view.unselect')}
    </button>
  );
  if (index < 0)
    return (
      <div class="selected">
        <strong>{chosen.value.name}</strong>
        <span class="quiet">{t('satellite.absent')}</span>
        <div class="row">{unselect}</div>
      </div>
    );
  const info = all.opened.elements[all.elementIndex[index]];
  const partner = all.opened.partners.find(({ id }) => id === info.partner)?.name ?? t('partner.none');
  const isOut = sight.isOut.value[index] === 1;
  return (
    <div class="selected">
      <strong>{satelliteName(all, index)}</strong>
      <span>{nameText.value(info.name)}</span>
      <span>{`${t(`role.${info.role}`)} · ${nameText.value(partner)}`}</span>
      <span data-out={isOut}>{t(isOut ? 'satellite.out' : 'satellite.works')}</span>
      {info.reach && <span class="quiet">{t(`satellite.${info.reach.kind}`)}</span>}
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={followed.value === sight}
            onChange={() => {
              followed.value = followed.value === sight ? undefined : sight;
            }}
          />
          {t('view.follow')}
        </label>
        {unselect}
      </div>
    </div>
  );
}
