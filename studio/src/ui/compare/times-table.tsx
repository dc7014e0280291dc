import { numbers, text } from '../../i18n/text.ts';
import { moodOf, showDifference, showInterval, verdictOf } from '../figures.ts';
import { type TimeRow, timeRowsOfBoth } from '../measures.ts';
import { SourceLink } from '../source-link.tsx';
import { CompareHead } from './compare-head.tsx';

/** The kill chain of both in numbers: when missiles are seen, decided on, shot at and stopped. */
export function TimesTable() {
  const t = text.value;
  const rows = timeRowsOfBoth();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="compare-times-title">
      <h3 id="compare-times-title">{t('compare.times')}</h3>
      <p class="hint">{t('compare.timesHint')}</p>
      <table class="wide-table">
        <CompareHead first={t('compare.moment')} />
        <tbody>
          {rows.map((row) => (
            <Line key={row.moment} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row }: { row: TimeRow }) {
  const t = text.value;
  const { moment, a, b, paired } = row;
  return (
    <tr>
      <th scope="row">
        <SourceLink of="effect">{t(`measure.${moment}`)}</SourceLink>
      </th>
      <td data-label="A">{spread(a)}</td>
      <td data-label="B">{spread(b)}</td>
      <td class="delta" data-label={t('compare.difference')} data-mood={moodOf(paired, false)}>
        {paired ? showDifference(paired.difference, 'seconds') : '–'}
      </td>
      <td data-label={t('compare.interval')}>{paired ? showInterval(paired) : ''}</td>
      <td data-label={t('compare.verdict')}>{paired ? verdictOf(paired) : ''}</td>
    </tr>
  );
}

function spread(times: TimeRow['a']): string {
  const n = numbers.value;
  if (!times || !Number.isFinite(times.medianS)) return '–';
  return `${n.seconds(times.medianS)} (${n.count(times.p10S)}–${n.count(times.p90S)})`;
}
