import { type Said, said } from 'cupola/words';
import { FrontChart } from '../charts/front-chart.tsx';
import { numbers, sentence, text } from '../i18n/text.ts';
import { loadMix, search, searchOptions, startSearch, stopSearch } from '../state/search.ts';
import { MixByHand } from './mix-by-hand.tsx';
import { AlternativesList, LossesTable, MixTable, NotesList } from './search-tables.tsx';

/** The cheapest mix of partners that keeps what is asked for after the loss of any one, and what that costs. */
export function SearchPanel() {
  const t = text.value;
  const n = numbers.value;
  const { status, done, of, result, answer, problems, elapsedMs, isMixing } = search.value;
  return (
    <div class="search">
      <p class="hint">{t('search.hint')}</p>
      <SearchForm />
      {(status === 'running' || isMixing) && (
        <div class="row" role="status">
          {isMixing ? (
            <progress aria-label={t('search.mixing')} />
          ) : (
            <progress max={Math.max(1, of)} value={done} aria-label={t('search.running', { done, of })} />
          )}
          <span>{isMixing ? t('search.mixing') : t('search.running', { done, of })}</span>
          {!isMixing && (
            <button type="button" onClick={stopSearch}>
              {t('run.cancel')}
            </button>
          )}
        </div>
      )}
      {problems.map((problem) => (
        <p key={problem.said.code} role="alert" class="problems" data-count="1">
          {sentence.value(problem.said)}
        </p>
      ))}
      {result && answer && (
        <>
          <div data-price={result.independenceMusd}>
            {answer.sentences.map((each) => (
              <p key={JSON.stringify(each)}>{sentence.value(each)}</p>
            ))}
          </div>
          <p class="hint">{t('search.found', { seconds: n.seconds(elapsedMs / 1000) })}</p>
          {result.front.length > 1 && (
            <FrontChart
              front={result.front}
              marks={answer.marks}
              chosen={result.model.lossFraction}
              onChoose={loadMix}
            />
          )}
          <MixTable result={result} answer={answer} />
          <MixByHand key={elapsedMs} result={result} answer={answer} />
          <LossesTable answer={answer} share={result.model.lossFraction} />
          <AlternativesList result={result} answer={answer} />
          <NotesList notes={[provedNote(), ...result.notes]} />
        </>
      )}
    </div>
  );

  function provedNote(): Said {
    const { robust, cheapest } = result!;
    const gap = `${n.short(100 * robust.gapRatio)}\u00a0%`;
    return said('sourcing.proved', { bound: robust.boundMusd, least: cheapest.boundMusd, gap });
  }
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
        <select
          value={options.withinYr ?? ''}
          onChange={(event) => set({ withinYr: Number(event.currentTarget.value) || undefined })}
        >
          <option value="">{t('search.asProgramme')}</option>
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
          checked={options.twoFamilies === true}
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
