import type { SourcingAnswer, SourcingResult } from 'cupola';
import { said } from 'cupola/words';
import { useState } from 'preact/hooks';
import { nameText, numbers, sentence, text } from '../i18n/text.ts';
import { loadHandMix, search } from '../state/search.ts';

interface Found {
  result: SourcingResult;
  answer: SourcingAnswer;
}

/** Percent, of the slider. */
const STEP = 5;
const FULL = 100;
const NOTHING = '\u2013';
/** Launches over the horizon below which a vehicle does not fly. */
const SOME_LAUNCHES = 0.5;

/** Who makes how much of each fleet and which vehicles fly, chosen by hand, beside what the search found; loaded as a scenario of its own. */
export function MixByHand({ result, answer }: Found) {
  const t = text.value;
  const n = numbers.value;
  const { model, today, cheapest, robust } = result;
  const [weights, setWeights] = useState(() => today.makerFraction.map((share) => Math.round(FULL * share)));
  const [flies, setFlies] = useState(() => today.launchCounts.map((count) => count > SOME_LAUNCHES));
  const totals = model.fleets.map((_, f) =>
    model.makers.reduce((sum, { fleet }, o) => sum + (fleet === f ? weights[o] : 0), 0),
  );
  const shareOf = (o: number) => weights[o] / Math.max(1, totals[model.makers[o].fleet]);
  const isWhole = totals.every((total) => total > 0) && flies.some(Boolean);
  const part = (value: number | undefined) => (value !== undefined && value >= 0.005 ? n.percent(value) : NOTHING);
  const set = (o: number, weight: number) => setWeights(weights.map((before, i) => (i === o ? weight : before)));
  const withinOf = (o: number) => {
    const { fleet, name } = model.makers[o];
    const range = answer.mix[fleet]?.rows.find((row) => row.name === name)?.within;
    return range ? sentence.value(said('sourcing.shares', { low: FULL * range.low, high: range.high })) : NOTHING;
  };
  return (
    <details class="by-hand">
      <summary>{t('hand.title')}</summary>
      <p class="hint">{t('hand.hint')}</p>
      <table class="wide-table">
        <thead>
          <tr>
            <th scope="col">{t('search.offer')}</th>
            <th scope="col">{t('hand.share')}</th>
            <th scope="col">{t('search.today')}</th>
            <th scope="col">{t('search.cheapest')}</th>
            <th scope="col">{t('search.chosen')}</th>
            <th scope="col">{t('hand.within')}</th>
          </tr>
        </thead>
        {model.fleets.map((fleet, f) => (
          <tbody key={fleet.id}>
            <tr class="question">
              <th scope="rowgroup" colSpan={6}>
                {nameText.value(fleet.name)}
                {totals[f] === 0 && <span class="problems" data-count="1">{` ${t('hand.nobody')}`}</span>}
              </th>
            </tr>
            {model.makers.map((maker, o) => {
              if (maker.fleet !== f) return null;
              const label = t('hand.shareOf', { name: nameText.value(maker.name), fleet: nameText.value(fleet.name) });
              return (
                <tr key={maker.id}>
                  <th scope="row">
                    <label>
                      <input
                        type="checkbox"
                        name={`takes-part-${maker.id}`}
                        checked={weights[o] > 0}
                        onChange={(event) => set(o, event.currentTarget.checked ? FULL / 2 : 0)}
                      />{' '}
                      {nameText.value(maker.name)}
                    </label>
                  </th>
                  <td data-label={t('hand.share')}>
                    <input
                      type="range"
                      min={0}
                      max={FULL}
                      step={STEP}
                      value={weights[o]}
                      data-maker={maker.id}
                      aria-label={label}
                      aria-valuetext={n.percent(shareOf(o))}
                      onInput={(event) => set(o, event.currentTarget.valueAsNumber)}
                    />{' '}
                    <output>{part(shareOf(o))}</output>
                  </td>
                  <td data-label={t('search.today')}>{part(today.makerFraction[o])}</td>
                  <td data-label={t('search.cheapest')}>{part(cheapest.makerFraction[o])}</td>
                  <td data-label={t('search.chosen')}>{part(robust.makerFraction[o])}</td>
                  <td data-label={t('hand.within')}>{withinOf(o)}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <fieldset class="row wrap">
        <legend class="quiet">{t('hand.vehicles')}</legend>
        {model.vehicles.map(({ id, name }, v) => (
          <label key={id}>
            <input
              type="checkbox"
              name={`flies-${id}`}
              checked={flies[v]}
              onChange={() => setFlies(flies.map((before, i) => (i === v ? !before : before)))}
            />{' '}
            {nameText.value(name)}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={!isWhole || search.value.isMixing}
          onClick={() =>
            loadHandMix(
              model.makers.map((_, o) => shareOf(o)),
              flies,
            )
          }
        >
          {t('hand.use')}
        </button>
      </div>
    </details>
  );
}
