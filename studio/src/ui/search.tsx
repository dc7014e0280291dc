import type { SourcingResult } from 'cupola';
import { FrontChart } from '../charts/front-chart.tsx';
import { nameText, numbers, sentence, text } from '../i18n/text.ts';
import { loadMix, search, searchOptions, startSearch, stopSearch } from '../state/search.ts';
import { downloadTable } from './download.ts';

const SMALLEST = 0.005;

/** The cheapest mix of partners that survives the loss of any one, and what that costs. */
export function SearchPanel() {
  const t = text.value;
  const n = numbers.value;
  const { status, done, of, result, problems, elapsedMs } = search.value;
  return (
    <div class="search">
      <p class="hint">{t('search.hint')}</p>
      <SearchForm />
      {status === 'running' && (
        <div class="row" role="status">
          <progress max={Math.max(1, of)} value={done} aria-label={t('search.running', { done, of })} />
          <span>{t('search.running', { done, of })}</span>
          <button type="button" onClick={stopSearch}>
            {t('run.cancel')}
          </button>
        </div>
      )}
      {problems.map(({ said }) => (
        <p key={said.code} role="alert" class="problems" data-count="1">
          {sentence.value(said)}
        </p>
      ))}
      {result && (
        <>
          <p data-price={result.independenceMusd}>
            {t('search.price', {
              price: n.money(result.independenceMusd),
              robust: n.money(result.robust.costMusd),
              cheapest: n.money(result.cheapest.costMusd),
              seconds: n.seconds(elapsedMs / 1000),
            })}
          </p>
          <FrontChart front={result.front} onChoose={loadMix} />
          <MixTable result={result} />
          {result.notes.length > 0 && (
            <details>
              <summary>{t('notes.title')}</summary>
              <ul>
                {result.notes.map((note) => (
                  <li key={note.code}>{sentence.value(note)}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}

function SearchForm() {
  const t = text.value;
  const n = numbers.value;
  const options = searchOptions.value;
  const set = (part: Partial<typeof options>) => {
    searchOptions.value = { ...options, ...part };
  };
  return (
    <div class="row wrap">
      <label>
        {t('search.loss')}{' '}
        <select
          value={options.lossFraction}
          onChange={(event) => set({ lossFraction: Number(event.currentTarget.value) })}
        >
          {[0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1].map((share) => (
            <option key={share} value={share}>
              {n.percent(share)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('search.within')}{' '}
        <select value={options.withinYr} onChange={(event) => set({ withinYr: Number(event.currentTarget.value) })}>
          {[2, 3, 5, 10, 15].map((years) => (
            <option key={years} value={years}>
              {years}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={options.twoFamilies}
          onChange={() => set({ twoFamilies: !options.twoFamilies })}
        />
        {t('search.families')}
      </label>
      <button type="button" class="primary" disabled={search.value.status === 'running'} onClick={startSearch}>
        {t('independence.start')}
      </button>
    </div>
  );
}

/** Who provides how much of what, in the cheapest mix and in the one that survives. */
function MixTable({ result }: { result: SourcingResult }) {
  const t = text.value;
  const n = numbers.value;
  const { model, cheapest, robust } = result;
  const rows = model.offers.flatMap((offer, o) => {
    const before = cheapest.amountsFraction[o] ?? 0;
    const after = robust.amountsFraction[o] ?? 0;
    if (before < SMALLEST && after < SMALLEST) return [];
    const name = model.demands.find(({ functionId }) => functionId === offer.functionId)?.name ?? offer.functionId;
    return [{ key: `${offer.functionId}-${offer.id}`, name, offer: offer.name, before, after }];
  });
  const save = () => {
    const head = ['function', 'offer', 'cheapestShare', 'robustShare'];
    const { file, command } = search.value;
    const cells = rows.map(({ name, offer, before, after }) => [name, offer, before, after]);
    downloadTable(
      'mix.csv',
      [head, ...cells],
      [`Search of ${file}, all partners on`, command, `cupola ${CUPOLA_VERSION}`],
    );
  };
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('search.function')}</th>
            <th scope="col">{t('search.offer')}</th>
            <th scope="col">{t('search.cheapest')}</th>
            <th scope="col">{t('search.robust')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, offer, before, after }) => (
            <tr key={key}>
              <td>{nameText.value(name)}</td>
              <th scope="row">{nameText.value(offer)}</th>
              <td>{n.percent(before)}</td>
              <td>{n.percent(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button type="button" class="small" onClick={save}>
          {t('export.table')}
        </button>
      </div>
    </>
  );
}
