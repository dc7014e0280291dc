import { numbers, text } from '../../i18n/text.ts';
import { isPaired } from '../../state/differences.ts';
import { search, searchSides } from '../../state/search.ts';
import { hasByDate, reference, variant } from '../../state/session.ts';
import { sideA, sideB, sideTitle } from '../../state/sides.ts';
import { downloadCsv } from '../download.ts';
import { moodOf, showDifference, showFigure, showInterval, verdictOf } from '../figures.ts';
import { comparedRows, measureName, priceDifference, type Question, type Row, timeRowsOfBoth } from '../measures.ts';
import { SourceLink } from '../source-link.tsx';
import { CompareHead } from './compare-head.tsx';

const QUESTIONS: Question[] = ['by-date', 'effect', 'cost', 'dependence', 'fielding'];

/** The answers of both, with the difference and whether it is more than noise. */
export function AnswersTable() {
  const t = text.value;
  const n = numbers.value;
  const rows = comparedRows();
  const raids = Math.min(reference.value.done, variant.value?.done ?? 0);
  return (
    <section class="compare-answers" aria-labelledby="compare-answers-title">
      <div class="row">
        <h3 id="compare-answers-title">{t('answers.title')}</h3>
        <span class="spacer" />
        <button type="button" class="small" onClick={exportComparison}>
          {t('export.table')}
        </button>
      </div>
      <p class="hint">
        {raids === 0
          ? t('compare.noRaid')
          : t(isPaired.value ? 'compare.paired' : 'compare.unpaired', { count: n.count(raids) })}{' '}
        {t('compare.sign')} {hasByDate.value && t('compare.dates')}
      </p>
      <table class="wide-table">
        <CompareHead first={t('compare.measure')} />
        {QUESTIONS.filter((each) => rows.some(({ measure }) => measure.question === each)).map((question) => (
          <tbody key={question}>
            <tr class="question">
              <th scope="rowgroup" colSpan={6}>
                {t(`answers.${question}`)}
              </th>
            </tr>
            {rows
              .filter(({ measure }) => measure.question === question)
              .map((row) => (
                <Line key={row.measure.key} row={row} />
              ))}
          </tbody>
        ))}
        <tbody>
          <tr class="question">
            <th scope="rowgroup" colSpan={6}>
              {t('answers.independence')}
            </th>
          </tr>
          <Independence />
        </tbody>
      </table>
    </section>
  );
}

function Line({ row }: { row: Row }) {
  const t = text.value;
  const { measure, unit, a, b, difference } = row;
  const isBoth = Number.isFinite(difference);
  return (
    <tr>
      <th scope="row">
        <SourceLink of={measure.question}>{measureName(measure)}</SourceLink>
      </th>
      <td data-label="A">{showFigure(a, unit)}</td>
      <td data-label="B">{showFigure(b, unit)}</td>
      <td class="delta" data-label={t('compare.difference')} data-mood={moodOf(row, measure.moreIsBetter)}>
        {isBoth ? showDifference(difference, unit) : '–'}
      </td>
      <td data-label={t('compare.interval')}>{showInterval(row)}</td>
      <td data-label={t('compare.verdict')}>{isBoth ? verdictOf(row) : ''}</td>
    </tr>
  );
}

/** Price of independence of both: known when the partner search has run on each. */
function Independence() {
  const t = text.value;
  const n = numbers.value;
  const { status, prices, done, of } = search.value;
  const [a, b] = [sideA.value, sideB.value];
  if (!b) return null;
  const [left, right] = [prices.get(a.text), prices.get(b.text)];
  const change = priceDifference(left, right);
  const canSearch = [reference.value, variant.value].every((run) => (run?.dependence?.functions.length ?? 0) > 0);
  return (
    <tr>
      <th scope="row">
        <SourceLink of="independence">{t('measure.independence')}</SourceLink>
      </th>
      <td data-label="A">{showFigure(left?.musd, 'musd')}</td>
      <td data-label="B">{showFigure(right?.musd, 'musd')}</td>
      <td data-label={t('compare.difference')}>{showDifference(change?.difference, 'musd')}</td>
      <td colSpan={2}>
        {status === 'running' ? (
          t('search.running', { done: n.count(done), of: n.count(of) })
        ) : !change ? (
          <button type="button" class="small" disabled={!canSearch} onClick={() => searchSides([a, b])}>
            {t('compare.search')}
          </button>
        ) : (
          verdictOf(change)
        )}
      </td>
    </tr>
  );
}

/** Answers and times of both as one table. */
function exportComparison(): void {
  const t = text.value;
  const b = sideB.value;
  if (!b) return;
  const answers = comparedRows().map(({ measure, unit, a, b: right, difference, low, high, isReal }) => [
    measureName(measure),
    unit,
    a,
    right,
    difference,
    low,
    high,
    Number.isFinite(difference) ? verdictOf({ difference, low, isReal }) : '',
  ]);
  const times = timeRowsOfBoth().map(({ moment, a, b: right, paired }) => [
    t(`measure.${moment}`),
    'seconds',
    a?.medianS,
    right?.medianS,
    paired?.difference,
    paired?.low,
    paired?.high,
    paired ? verdictOf(paired) : '',
  ]);
  const { prices } = search.value;
  const [left, right] = [prices.get(sideA.value.text), prices.get(b.text)];
  const change = priceDifference(left, right);
  const price = [
    t('measure.independence'),
    'musd',
    left?.musd,
    right?.musd,
    change?.difference,
    undefined,
    undefined,
    change ? verdictOf(change) : '',
  ];
  const head = ['measure', 'unit', sideTitle(sideA.value), sideTitle(b), 'difference', 'low95', 'high95', 'verdict'];
  downloadCsv('comparison.csv', [head, ...answers, ...times, price]);
}
