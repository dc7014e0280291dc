import { useState } from 'preact/hooks';
import { numbers, text } from '../i18n/text.ts';
import { type PartnerRow, partnerRows } from '../state/partner-rows.ts';
import { afterYr, change, isSwitched, plan, reference, setSwitch } from '../state/session.ts';
import type { SwitchState } from '../worker/protocol.ts';

const STATES: SwitchState[] = ['on', 'supply', 'denied'];
const YEARS = [0, 1, 2, 3, 5, 8, 10, 15];
const SHOWN = 9;

/** Left: who provides the shield, each with a switch. */
export function PartnersPanel() {
  const t = text.value;
  const [isWhole, setWhole] = useState(false);
  const rows = partnerRows.value;
  const { switches } = plan.value;
  const shown = rows.filter(({ id }, i) => isWhole || i < SHOWN || switches[id]);
  return (
    <section class="panel partners" aria-labelledby="partners-title">
      <div class="row">
        <h2 id="partners-title">{t('partners.title')}</h2>
        <button
          type="button"
          class="small"
          disabled={!isSwitched.value}
          onClick={() => change({ switches: {}, afterYr: undefined })}
        >
          {t('partners.allOn')}
        </button>
      </div>
      <p class="hint">{rows.length > 0 ? t('partners.hint') : reference.value.opened ? t('partners.none') : ' '}</p>
      {isSwitched.value && (
        <label class="row after">
          <span>{t('partners.after')}</span>
          <select value={afterYr.value} onChange={(event) => change({ afterYr: Number(event.currentTarget.value) })}>
            {[...new Set([...YEARS, afterYr.value])]
              .sort((a, b) => a - b)
              .map((years) => (
                <option key={years} value={years}>
                  {years === 0 ? t('partners.atOnce') : t('partners.years', { years })}
                </option>
              ))}
          </select>
        </label>
      )}
      <ul class="plain">
        {shown.map((partner) => (
          <Partner key={partner.id} partner={partner} />
        ))}
      </ul>
      {rows.length > SHOWN && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('partners.fewer') : t('partners.more', { count: rows.length - SHOWN })}
        </button>
      )}
    </section>
  );
}

function Partner({ partner }: { partner: PartnerRow }) {
  const t = text.value;
  const n = numbers.value;
  const { id, name, functions, satelliteFraction, moneyFraction, color } = partner;
  const state = plan.value.switches[id] ?? 'on';
  const shares = [
    satelliteFraction > 0.0005 && t('partners.ofSatellites', { share: n.percent(satelliteFraction) }),
    moneyFraction > 0.0005 && t('partners.ofMoney', { share: n.percent(moneyFraction) }),
  ].filter(Boolean);
  return (
    <li class="partner" data-state={state} data-partner={id}>
      <div class="row">
        <span class="swatch" style={{ background: color }} />
        <span class="name">{name}</span>
      </div>
      <p class="quiet">{[...shares, functions.slice(0, 3).join(', ')].filter(Boolean).join(' · ')}</p>
      <fieldset class="switch">
        <legend class="hidden">{t('partners.switchOf', { name })}</legend>
        {STATES.map((each) => (
          <label key={each} title={t(`switch.${each}Hint`)}>
            <input type="radio" name={`switch-${id}`} checked={state === each} onChange={() => setSwitch(id, each)} />
            <span>{t(`switch.${each}`)}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
