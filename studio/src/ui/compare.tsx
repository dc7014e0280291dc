import { text } from '../i18n/text.ts';
import { change, current, plan, reference, shipped, variant } from '../state/session.ts';
import { planName } from '../state/view.ts';
import { csv, downloadText } from './download.ts';
import { type Measure, measures } from './measures.ts';

/** Two scenarios, or one with and without its partners, figure by figure. */
export function ComparePanel() {
  const t = text.value;
  const { against } = plan.value;
  const isOn = variant.value !== null;
  const left = against ? against.file : t('effect.reference');
  const right = against ? plan.value.file : t('effect.current');
  return (
    <div class="compare">
      <div class="row">
        <label>
          {t('compare.with')}{' '}
          <select
            name="against"
            value={against?.file ?? ''}
            onChange={(event) => {
              const name = event.currentTarget.value.replace(/\.yaml$/, '');
              change({ against: shipped[name] ? { file: `${name}.yaml`, text: shipped[name] } : undefined });
            }}
          >
            <option value="">–</option>
            {against && !shipped[against.file.replace(/\.yaml$/, '')] && (
              <option value={against.file}>{against.file}</option>
            )}
            {Object.keys(shipped)
              .filter((name) => name !== planName.value)
              .map((name) => (
                <option key={name} value={`${name}.yaml`}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        {against && (
          <button type="button" onClick={() => change({ against: undefined })}>
            {t('compare.stop')}
          </button>
        )}
        {isOn && (
          <button type="button" onClick={() => exportComparison(left, right)}>
            {t('export.table')}
          </button>
        )}
      </div>
      {!isOn && <p class="hint">{t('compare.none')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.measure')}</th>
            <th scope="col">{isOn ? left : plan.value.file}</th>
            {isOn && <th scope="col">{right}</th>}
            {isOn && <th scope="col">{t('compare.difference')}</th>}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Line key={measure.key} measure={measure} isOn={isOn} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ measure, isOn }: { measure: Measure; isOn: boolean }) {
  const { key, value, show, moreIsBetter } = measure;
  const a = value(reference.value);
  const b = value(current.value);
  const change = (b ?? Number.NaN) - (a ?? Number.NaN);
  const mood =
    moreIsBetter === undefined || !(change !== 0) ? 'same' : change > 0 === moreIsBetter ? 'better' : 'worse';
  return (
    <tr>
      <th scope="row">{text.value(key)}</th>
      <td>{show(a ?? Number.NaN)}</td>
      {isOn && <td>{show(b ?? Number.NaN)}</td>}
      {isOn && (
        <td class="delta" data-mood={mood}>
          {Number.isFinite(change) ? (change > 0 ? '+' : '') + show(change) : '–'}
        </td>
      )}
    </tr>
  );
}

function exportComparison(left: string, right: string): void {
  const rows = measures.map(({ key, value }) => [text.value(key), value(reference.value), value(current.value)]);
  downloadText('comparison.csv', csv([['measure', left, right], ...rows]), 'text/csv');
}
