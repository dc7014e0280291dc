import { numbers, text } from '../i18n/text.ts';
import { partnerColors } from '../state/constellation.ts';
import { change, current, isSwitched, plan, reference, setSwitch } from '../state/session.ts';
import type { PartnerInfo, SwitchState } from '../worker/protocol.ts';

const STATES: SwitchState[] = ['on', 'supply', 'denied'];

/** Left: who provides the shield, each with a switch. */
export function PartnersPanel() {
  const t = text.value;
  const opened = reference.value.opened ?? current.value.opened;
  const partners = opened?.partners ?? [];
  return (
    <aside class="panel partners" aria-labelledby="partners-title">
      <div class="row">
        <h2 id="partners-title">{t('partners.title')}</h2>
        <button type="button" class="small" disabled={!isSwitched.value} onClick={() => change({ switches: {} })}>
          {t('partners.allOn')}
        </button>
      </div>
      <p class="hint">{partners.length > 0 ? t('partners.hint') : opened ? t('partners.none') : ' '}</p>
      <ul class="plain">
        {partners.map((partner) => (
          <Partner key={partner.id} partner={partner} />
        ))}
      </ul>
    </aside>
  );
}

function Partner({ partner }: { partner: PartnerInfo }) {
  const t = text.value;
  const n = numbers.value;
  const { id, name, satelliteCount, functions } = partner;
  const state = plan.value.switches[id] ?? 'on';
  const run = reference.value;
  const satellites = run.opened?.elements.reduce((sum, each) => sum + each.count, 0) ?? 0;
  const money = run.cost?.result.partners.find((each) => each.partner === id)?.totalMusd ?? 0;
  const totalMusd = run.cost?.result.totalMusd ?? 0;
  const shares = [
    satelliteCount > 0 && t('partners.ofSatellites', { share: n.percent(satelliteCount / satellites) }),
    money > 0 && totalMusd > 0 && t('partners.ofMoney', { share: n.percent(money / totalMusd) }),
  ].filter(Boolean);
  return (
    <li class="partner" data-state={state} data-partner={id}>
      <div class="row">
        <span class="swatch" style={{ background: partnerColors.value.get(id) }} />
        <span class="name">{name}</span>
        <span class="number">{satelliteCount > 0 ? n.count(satelliteCount) : ''}</span>
      </div>
      <p class="quiet">{[functions.map((each) => t(`role.${each}` as 'role.network')).join(', '), ...shares].join(' · ')}</p>
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
