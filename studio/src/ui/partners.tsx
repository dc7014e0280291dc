import { computed } from '@preact/signals';
import { dayOrYear } from 'cupola/compare';
import { useState } from 'preact/hooks';
import { numbers, text } from '../i18n/text.ts';
import { differences } from '../state/differences.ts';
import { type PartnerRow, partnerRows, referencePartnerRows } from '../state/partner-rows.ts';
import { afterYr, change, hasByDate, isSwitched, plan, reference, setSwitch, variant } from '../state/session.ts';
import { whyNothing } from '../state/why-nothing.ts';
import type { SwitchState } from '../worker/protocol.ts';
import { moodOf, showDifference } from './figures.ts';
import { SourceLink } from './source-link.tsx';

const STATES: SwitchState[] = ['on', 'supply', 'denied'];
const YEARS = [0, 1, 2, 3, 5, 8, 10, 15];
const SHOWN = 9;
/** Elements of which least is left, as the summary names them. */
const LEAST = 3;

const isCompared = computed(() => plan.value.against !== undefined && variant.value !== null);

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
          onClick={() => change({ switches: {}, afterYr: undefined, leaveDate: undefined })}
        >
          {t('partners.allOn')}
        </button>
      </div>
      <p class="hint">{rows.length > 0 ? t('partners.hint') : reference.value.opened ? t('partners.none') : ' '}</p>
      {isSwitched.value && <SwitchSummary />}
      {isSwitched.value && (
        <label class="row after">
          <span>{t(hasByDate.value ? 'whole.after' : 'partners.after')}</span>
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

/** What the switches do, told beside them. */
function SwitchSummary() {
  const t = text.value;
  const n = numbers.value;
  const run = variant.value;
  const row = differences.value.get('noLeakerProbability');
  const { withdrawal } = run?.opened ?? {};
  if (!withdrawal || !row) return <p class="summary quiet">{t('answers.wait')}</p>;
  const effect = t('summary.effect', { before: n.percent(row.a), after: n.percent(row.b) });
  const dated = byDateWords();
  const least = [...withdrawal.remaining].sort((a, b) => a[1] - b[1]).slice(0, LEAST);
  return (
    <div class="summary" role="status" aria-live="polite">
      {dated && <p>{dated}</p>}
      <p>
        {dated ? t('summary.whole', { effect }) : effect}{' '}
        <span class="delta" data-mood={moodOf(row, true)}>
          {row.difference === 0 ? t('verdict.same') : showDifference(row.difference, 'share')}
          {row.difference !== 0 && !row.isReal && ` (${t('verdict.noise')})`}
        </span>
      </p>
      {least.length > 0 && (
        <p class="quiet">
          {t('summary.left', { list: least.map(([id, share]) => `${id} ${n.percent(share)}`).join(', ') })}
        </p>
      )}
      {whyNothing.value && <p>{whyNothing.value}</p>}
    </div>
  );
}

/** What the switches do to the answer by date, at the date of the headline with everybody in; empty until both have one. */
function byDateWords(): string {
  const [before, after] = [reference.value.joint, variant.value?.joint];
  const date = before?.headline.date;
  const then = after?.byDate.find((each) => each.date === date);
  if (!before || !date || !then) return '';
  return text.value('summary.byDate', {
    year: dayOrYear(date),
    before: before.headline.noLeaker.p50,
    after: then.noLeaker.p50,
  });
}

function Partner({ partner }: { partner: PartnerRow }) {
  const t = text.value;
  const n = numbers.value;
  const { id, name, functions, satelliteFraction, moneyFraction, color } = partner;
  const state = plan.value.switches[id] ?? 'on';
  const before = isCompared.value ? referencePartnerRows.value.find((row) => row.id === id) : undefined;
  const change = (now: number, then: number | undefined) =>
    isCompared.value && Math.abs(now - (then ?? 0)) > 0.0005 ? ` (${showDifference(now - (then ?? 0), 'share')})` : '';
  const shares = [
    satelliteFraction > 0.0005 &&
      t('partners.ofSatellites', { share: n.percent(satelliteFraction) }) +
        change(satelliteFraction, before?.satelliteFraction),
    moneyFraction > 0.0005 &&
      t('partners.ofMoney', { share: n.percent(moneyFraction) }) + change(moneyFraction, before?.moneyFraction),
  ].filter(Boolean);
  return (
    <li class="partner" data-state={state} data-partner={id}>
      <div class="row">
        <span class="swatch" style={{ background: color }} />
        <span class="name">{name}</span>
      </div>
      {shares.length > 0 && (
        <p class="quiet">
          <SourceLink of="dependence">{shares.join(' · ')}</SourceLink>
        </p>
      )}
      {functions.length > 0 && (
        <details class="functions">
          <summary>
            {functions[0]}
            {functions.length > 1 && <span class="count">{` +${functions.length - 1}`}</span>}
          </summary>
          <ul>
            {functions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
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
