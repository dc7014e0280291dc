import { ABSENT } from 'cupola/compare';
import { useState } from 'preact/hooks';
import { numbers, text } from '../../i18n/text.ts';
import { variant } from '../../state/session.ts';
import { downloadCsv } from '../download.ts';

const SHOWN = 25;

/** Which inputs are not the same in both, as the run uses them. */
export function InputsTable() {
  const t = text.value;
  const n = numbers.value;
  const [isWhole, setWhole] = useState(false);
  const inputs = variant.value?.inputs;
  if (!inputs) return null;
  const shown = isWhole ? inputs : inputs.slice(0, SHOWN);
  return (
    <section class="compare-inputs" aria-labelledby="compare-inputs-title">
      <div class="row">
        <h3 id="compare-inputs-title">{t('compare.inputs', { count: n.count(inputs.length) })}</h3>
        <span class="spacer" />
        <button
          type="button"
          class="small"
          disabled={inputs.length === 0}
          onClick={() => {
            const rows = inputs.map(({ path, a, b }) => [path, a, b]);
            downloadCsv('inputs.csv', [['input', 'A', 'B'], ...rows]);
          }}
        >
          {t('export.table')}
        </button>
      </div>
      {inputs.length > 0 && (
        <table class="inputs-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.input')}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ path, a, b }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>{a === ABSENT ? t('compare.absent') : shortWord(a)}</td>
                <td>{b === ABSENT ? t('compare.absent') : shortWord(b)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {inputs.length > SHOWN && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('compare.fewer') : t('compare.more', { count: n.count(inputs.length - SHOWN) })}
        </button>
      )}
    </section>
  );
}

/** A number to four digits that count; the file that can be taken away has all. */
function shortWord(word: string): string {
  return /^-?\d+\.\d{5,}(e-?\d+)?$/.test(word) ? String(Number(Number(word).toPrecision(4))) : word;
}
