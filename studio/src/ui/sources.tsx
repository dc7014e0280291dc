import type { Said } from 'cupola';
import { useState } from 'preact/hooks';
import { hasText, nameText, numbers, sentence, text, textOr } from '../i18n/text.ts';
import { current } from '../state/session.ts';
import { sourcesOf } from '../state/view.ts';
import type { UsedNumberInfo } from '../worker/protocol.ts';

const SHOWN = 200;
const MONEY =
  /Musd|UsdKg|lifeYr|massKg|learning|growth|replacement|spare|existing|deploymentYr|developmentYr|payload|price|cadence|index/i;
const isFor: Record<string, (use: UsedNumberInfo) => boolean> = {
  effect: ({ path }) => !MONEY.test(path),
  cost: ({ path }) => MONEY.test(path) || /planes|PerPlane|perSite/i.test(path),
  dependence: ({ path }) => /planes|PerPlane|share|capacity|Musd/i.test(path),
  independence: ({ path }) => /share|capacity|delay|Musd/i.test(path),
};

/** What an answer rests on: how it is computed, every number with its source, and the sources themselves. */
export function SourcesPanel() {
  const t = text.value;
  const n = numbers.value;
  const [word, setWord] = useState('');
  const { opened, provenance, cost } = current.value;
  const card = sourcesOf.value;
  if (!opened) return <p>{t('answers.wait')}</p>;
  const fits = isFor[card] ?? (() => true);
  const wanted = word.trim().toLowerCase();
  const uses = opened.uses.filter(
    (use) =>
      fits(use) && (!wanted || `${use.element} ${use.path} ${use.source} ${use.basis}`.toLowerCase().includes(wanted)),
  );
  const keys = new Set(uses.map(({ source }) => source));
  const used = provenance?.sources.filter(({ key }) => keys.has(key)) ?? [];
  const method = methodOf(card, cost?.uncertainty.method);
  return (
    <div class="sources">
      {method && (
        <>
          <h3>{t('sources.method')}</h3>
          <p>{method}</p>
        </>
      )}
      <p>{t('sources.model')}</p>
      {provenance && (
        <p>
          {t('sources.count', {
            count: n.count(provenance.numberCount),
            share: n.percent(provenance.assumptionFraction),
            overridden: n.count(provenance.overriddenCount),
          })}
        </p>
      )}
      <div class="row">
        <input
          type="search"
          aria-label={t('sources.search')}
          placeholder={t('sources.search')}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        <span class="quiet">
          {t('sources.shown', { shown: n.count(Math.min(SHOWN, uses.length)), count: n.count(uses.length) })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="scroll" tabIndex={0} aria-label={t('sources.number')}>
        <table>
          <thead>
            <tr>
              {(['sources.number', 'sources.value', 'sources.range', 'sources.basis', 'sources.source'] as const).map(
                (key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {uses.slice(0, SHOWN).map((use) => (
              <tr key={`${use.element}.${use.path}`}>
                <th scope="row">{`${use.element}: ${use.path}`}</th>
                <td>{n.short(use.value)}</td>
                <td>
                  {use.low !== undefined && use.high !== undefined ? `${n.short(use.low)} – ${n.short(use.high)}` : ''}
                </td>
                <td>
                  <span class="basis" data-basis={use.basis}>
                    {textOr(`basis.${use.basis}`, use.basis)}
                  </span>
                </td>
                <td lang="en">{`${nameText.value(opened.sources[use.source]?.title ?? use.source)}, ${use.where}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>{`${t('sources.list')} (${used.length})`}</h3>
      <ul class="source-list" lang="en">
        {used.map(({ key, title, producer, date, url, numberCount }) => (
          <li key={key}>
            {nameText.value(title)}. {producer}, {date} <span class="quiet">({n.count(numberCount)})</span>{' '}
            {url && /^https?:\/\//.test(url) && (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {new URL(url).host}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the answer of a card is computed; the cost says how its ranges were drawn. */
function methodOf(card: string, drawn?: Said): string {
  const key = `sources.method.${card}`;
  return hasText(key) ? text.value(key, { method: drawn ? sentence.value(drawn) : '' }) : '';
}
